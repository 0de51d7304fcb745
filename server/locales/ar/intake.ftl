menu-intake = مكالمة جديدة
    .about = استقبال مكالمة أو زيارة أو رسالة
menu-contacts = اليوم
    .about = ما سُجل اليوم، دون المضمون
menu-queue = قائمة الاستقبال
    .about = المكالمات المنتظرة، الأكثر استعجالًا أولًا
call-title = مكالمة جديدة
call-keys = مفتاح Alt مع رقم من 1 إلى 6 ينقل إلى القسم. لا يلزم إلا ذكر كيف انتهى الاتصال؛ وكل ما عداه يجوز أن يبقى «غير معروف».
call-1 = هل المتصل أو المتصلة في أمان؟
call-2 = اللغة والمكان
call-3 = ما الذي يحتاجه الشخص؟
call-4 = ما يوافق عليه الشخص
call-5 = من هو، وكيف يمكن الوصول إليه
call-6 = الملاحظات والنهاية
call-so-far = حتى الآن:
call-do-now = ما يلزم الآن:
call-do-now-text = البقاء على الخط. السؤال عمن يستطيع سماع الشخص وأين هو. إخبار المشرف أو المشرفة أثناء الحديث. عدم الاتصال بالشرطة أو بسيارة إسعاف إلا إذا وافق الشخص.
call-danger_now = هل هناك خطر الآن؟
call-detained = هل الشخص محتجز؟
call-removal = يوم الإبعاد أو الترحيل
call-removal_time = التوقيت المحلي هناك
call-removal_feared = هل يخاف الشخص من الترحيل ويومه غير معروف؟
call-urgent_medical = هل يلزم طبيب الآن؟
call-under_18 = هل العمر دون 18؟
call-pregnant_or_with_children = هل هناك حمل أو أطفال مرافقون؟
call-safe_to_call_back = هل معاودة الاتصال آمنة؟
call-phone = الرقم
    .hint = مع علامة + ورمز البلد
call-how = كيف يمكن الاتصال بأمان؟
call-language = لغة الحديث
call-interpreter = مترجم شفهي
call-citizen_of = الجنسية (لا تلزم أبدًا للحصول على المساعدة)
call-now_in = البلد الذي يوجد فيه
call-town = المدينة أو المخيم أو مكان الاحتجاز
call-needs = الاحتياجات
call-read-aloud = يُقرأ هذا بصوت مسموع:
call-script = ليس من الضروري أن تعطي اسمك. نحن ندوّن ما تخبرنا به حتى يستطيع أحد مساعدتك. يُحفظ مختومًا، ولا يستطيع أن يقرأه إلا من يساعدون عندنا. لا نعطي أي شيء أبدًا للشرطة ولا لدائرة الهجرة ولا لأي قنصلية. إذا كانت منظمة أخرى تستطيع المساعدة فقد نعطيها اسمك وكيفية الوصول إليك ومكانك واحتياجاتك، ولكن بموافقتك فقط. يمكنك إيقاف ذلك في أي وقت. هل يجوز لنا أن نحفظ ملفًا عنك؟ هل يجوز لنا أن نشارك شيئًا، ومع من؟
call-consent_file = هل يوافق على حفظ ملف؟
call-consent_share = تجوز المشاركة مع
call-explained_by = من شرح ذلك
call-name_to_use = الاسم المستعمل
    .hint = كما يقوله الشخص. يُترك فارغًا إذا لم يرد الشخص ذكر اسمه.
call-caller_is = من المتصل
call-when = متى يمكن الوصول إليه؟
call-code_word = ما يقال حتى يُعرف أننا نحن
call-voicemail = هل يجوز ترك رسالة صوتية؟
call-notes = ملاحظات
call-outcome = كيف انتهى الاتصال
call-channel = كيف تواصل معنا
call-raise_to = هل الأمر أكثر استعجالًا مما يبدو؟
call-raise_reason = لماذا هو أكثر استعجالًا؟
call-no_receipt = عدم إعطاء رقم: احتفاظ الشخص برقم غير آمن
call-needs-none = لا احتياجات مدوّنة
call-keep = حفظ المسودة
call-hand-over = تسليم
call-saved = حُفظت المسودة
call-saved-at = حُفظت المسودة { $when }
call-not-saved = غير محفوظة منذ
call-not-yet-saved = يختمها الخادم عند وصولها. بعد تسليمها لا يمكنك فتحها مرة أخرى.
call-log-title = لا شيء للتدوين؟ يكفي تسجيلها بنقرة واحدة:
call-discard-title = غير لازمة؟
call-discard = حذف المسودة
drafts-title = { $count ->
    [zero] لا مسودات لديك
    [one] لديك مسودة
    [two] لديك مسودتان
    [few] لديك { $count } مسودات
    [many] لديك { $count } مسودة
   *[other] لديك { $count } مسودة
}
drafts-kept = تُحذف المسودة بعد 12 ساعة من بدئها. لا يستطيع فتحها غيرك.
drafts-of = متابعة مسودة { $when }
said-draft-kept = حُفظت المسودة.
said-letter-waits = الرسالة جاهزة. يراها الشخص عندما يُدخل رقمه في المرة القادمة.
said-draft-discarded = حُذفت المسودة.
said-contact-logged = سُجل الاتصال.

outcome-help_wanted = طلب مساعدة
outcome-information_only = سؤال أُجيب عنه
outcome-wrong_number = رقم خاطئ
outcome-silent = لم يتكلم أحد
outcome-spam = مزاح أو إعلان
outcome-update = خبر عن مكالمة أو حالة معروفة
contact-channel-phone = هاتف
contact-channel-chat = محادثة مكتوبة
contact-channel-visit = زيارة
contact-channel-mail = بريد
contact-channel-web = موقع
interpreter-none = غير لازم
interpreter-phone = على الخط
interpreter-present = في الغرفة
share-nobody_yet = لا أحد بعد
share-ask_each_time = السؤال كل مرة
share-any_partner = أي شريك يستطيع المساعدة
explained-me = أنا
explained-interpreter = مترجم شفهي
explained-not_possible = لم يكن ذلك ممكنًا
caller-the_person = الشخص نفسه
caller-family = فرد من الأسرة
caller-other = شخص آخر
intake-state-draft = مسودة
intake-state-waiting = تنتظر
intake-state-taken = قيد المراجعة
intake-state-closed = مغلقة

reason-danger_now = هناك شخص في خطر الآن.
reason-urgent_medical = هناك شخص يحتاج إلى طبيب الآن.
reason-child_detained = هناك طفل محتجز.
reason-detained = هناك شخص محتجز.
reason-under_18 = عمر الشخص دون 18.
reason-pregnant_or_with_children = هناك حمل أو أطفال مرافقون.
reason-removal_feared = يخاف الشخص من الترحيل؛ واليوم غير معروف.
reason-removal_passed = مضى يوم الترحيل: تلزم معرفة ما حدث.
reason-removal_72_hours = الترحيل مقرر خلال 72 ساعة.
reason-removal_14_days = الترحيل مقرر خلال 14 يومًا.
reason-removal_known = يوم الترحيل معروف.
reason-pressing_need = يحتاج الشخص إلى مساعدة قانونية أو رعاية طبية أو مأوى أو حماية.
reason-not_asked = لم يُجب عن أي من الأسئلة الأولى: «غير معروف» لا تعني «لا».
reason-raised = رفع درجة الاستعجال من استقبل المكالمة: { $why }

fault-bad_phone = لا يمكن الاتصال بهذا الرقم: يلزم البدء بعلامة + ورمز البلد
fault-bad_date = لا يوجد يوم كهذا: يلزم ملء اليوم والشهر والسنة
fault-bad_time = يُكتب الوقت هكذا: 06:10
fault-lowered = الأمر أكثر استعجالًا من ذلك من قبل: لا يمكن إلا رفع الدرجة

handed-over-title = تم التسليم
handed-over-lead = يراها فريقك الآن. لم يعد بإمكانك فتحها.
handed-over-no-number = لا يوجد رقم: احتفاظ الشخص به غير آمن.
handed-over-next = المكالمة التالية
number-title = الرقم الذي يعود به الشخص
number-read = يُقرأ ثلاث خانات في كل مرة، مع التوقف بعد كل ثلاث.
number-back = الطلب من الشخص أن يعيد قراءته، وكتابة ما يُسمع.
number-once = يظهر هذه المرة فقط ولا يُحفظ في أي مكان. لا يستطيع أحد أن يبحث عنه لاحقًا.
number-typed-back = ما يُسمع
number-typed-back-hint = يبقى في هذه الصفحة؛ لا يُرسل إلى أي مكان.
number-right = متطابق: الخانات الثماني عشرة كلها صحيحة.
number-not-yet = غير متطابق بعد.
number-unsafe-title = هل الاحتفاظ به غير آمن؟
number-unsafe = إذا كان من الممكن أن يجد أحد الرقم لدى الشخص فلا يُعطى له. لا يلزم شيء آخر: لا يستطيع أحد استعمال الرقم دون أن يعرفه.
number-print = الطباعة تعطي قصاصة ليس فيها إلا الرقم. يُرجى إيقاف رأس الصفحة وتذييلها في نافذة الطباعة.

contacts-title = اليوم
contacts-in-all = { $count ->
    [zero] لم يُسجل أي اتصال اليوم.
    [one] سُجل اليوم اتصال واحد.
    [two] سُجل اليوم اتصالان.
    [few] سُجلت اليوم { $count } اتصالات.
    [many] سُجل اليوم { $count } اتصالًا.
   *[other] سُجل اليوم { $count } اتصال.
}
contacts-none = لم يُسجل شيء اليوم بعد
    .next = يبدأ اليوم عند منتصف الليل بتوقيت UTC.
contacts-sealed = ما قيل مختوم للفريق الذي يراجع المكالمات. لا يظهر هنا إلا العدد.
contacts-at = الوقت
contacts-outcome = الاتصال
contacts-state = الحال
contacts-by = استقبله

queue-title = قائمة الاستقبال
queue-late = { $count ->
    [zero] لا مكالمة بدرجة «الآن» تنتظر أكثر من { $minutes } دقيقة.
    [one] مكالمة واحدة بدرجة «الآن» تنتظر أكثر من { $minutes } دقيقة.
    [two] مكالمتان بدرجة «الآن» تنتظران أكثر من { $minutes } دقيقة.
    [few] { $count } مكالمات بدرجة «الآن» تنتظر أكثر من { $minutes } دقيقة.
    [many] { $count } مكالمة بدرجة «الآن» تنتظر أكثر من { $minutes } دقيقة.
   *[other] { $count } مكالمة بدرجة «الآن» تنتظر أكثر من { $minutes } دقيقة.
}
queue-waiting = { $count ->
    [0] لا مكالمة تنتظر
    [zero] لا مكالمة تنتظر
    [one] مكالمة واحدة تنتظر
    [two] مكالمتان تنتظران
    [few] { $count } مكالمات تنتظر
    [many] { $count } مكالمة تنتظر
   *[other] { $count } مكالمة تنتظر
}
queue-none = رُوجعت كل المكالمات
    .next = تظهر الجديدة هنا، الأكثر استعجالًا أولًا.
queue-priority = درجة الاستعجال
queue-what = الاحتياجات
queue-language = اللغة
queue-place = أين
queue-since = منذ
queue-state = الحال
queue-too-long = أكثر من { $minutes } دقيقة
queue-taken-by = قيد المراجعة لدى { $name }
queue-letters = { $count ->
    [zero] لا رسائل غير مقروءة
    [one] رسالة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
    [many] { $count } رسالة غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
needs-not-said = غير معروف بعد
intake-unverified = لا نعرف من وقّع هذا
intake-unverified-text = سجل المفاتيح لا يعرف من كتبها، أو أن التوقيع ليس توقيعه. لا يُعرض مضمونها. يُرجى إخبار من يدير النظام.
unassigned-title = { $count ->
    [0] كل الحالات مسندة
    [zero] كل الحالات مسندة
    [one] حالة واحدة غير مسندة
    [two] حالتان غير مسندتين
    [few] { $count } حالات غير مسندة
    [many] { $count } حالة غير مسندة
   *[other] { $count } حالة غير مسندة
}
unassigned-none = لا شيء للإسناد
    .next = تظهر هنا الحالات التي لا يعمل عليها أحد.
unassigned-case = الحالة
unassigned-choose = اختيار
unassigned-open = فتح
unassigned-opened = تاريخ الفتح
unassigned-suggested = الاقتراح
unassigned-nobody = لا اقتراح
unassigned-to = إسناد الحالات المختارة إلى
unassigned-as-suggested = الشخص المقترح لكل منها
unassigned-give = إسناد
worker-option = { $open ->
    [zero] { $name } (لا حالات مفتوحة)
    [one] { $name } (حالة مفتوحة واحدة)
    [two] { $name } (حالتان مفتوحتان)
    [few] { $name } ({ $open } حالات مفتوحة)
    [many] { $name } ({ $open } حالة مفتوحة)
   *[other] { $name } ({ $open } حالة مفتوحة)
}
cases-to-assign-account = إسناد الحالات المختارة إلى
cases-to-assign-cases = الحالات
said-cases-assigned = أُسندت الحالات.

look-title = مكالمة واحدة
look-back = عودة إلى قائمة الاستقبال
look-by = استقبلها { $name }
look-take = سأتولى مراجعتها
look-draft = متابعة هذه المسودة
look-the-case = فتح الحالة
similar-title = هل نعرف هذا الشخص من قبل؟
similar-lead = يُرجى التحقق قبل فتح حالة. لا يُبحث إلا في الحالات التي يمكنك فتحها.
similar-none = لا حالة لديك فيها الرقم نفسه أو الاسم نفسه.
similar-open = فتح { $case }
same-phone = الرقم نفسه
same-name = الاسم نفسه
same-part_of_name = جزء من الاسم
same-search = وُجدت ببحثك
found-none = لا نتائج.
find-button = بحث
link-intake-case = أي حالة؟
link-button = إضافة المكالمة إلى هذه الحالة
open-title = فتح حالة
open-button = فتح حالة
open-said-no = لم يوافق الشخص على حفظ ملف، ولذلك لا يمكن فتح حالة.
case-from-intake-summary = الموضوع
    .hint = إذا تُرك فارغًا تُستعمل الأجوبة أعلاه.
case-from-intake-tags = وسوم
close-title = ليست حالة
close-button = إغلاق
intake-closing-outcome = كيف انتهت
intake-closing-reason = السبب
ending-case_opened = فُتحت حالة
ending-linked = أُضيفت إلى حالة
ending-answered = أُجيب عن السؤال
ending-signposted = دُلّ الشخص على جهة أخرى
ending-not_reached = تعذر الوصول إلى أحد
ending-duplicate = موجودة من قبل في القائمة
ending-out_of_mandate = لا نستطيع المساعدة في هذا
ending-declined = الشخص لا يريد المساعدة
ending-other = غير ذلك
letters-title = الرسائل
letters-none = لا رسائل بعد. يستطيع الشخص أن يكتب برقمه.
letter-from-person = الشخص
letter-new = جديدة
letter-asks-erasure = يطلب الشخص حذف كل شيء.
letter-button = إرسال
new-letter-text = كتابة إلى الشخص
    .hint = نص قصير ودون أسماء: قد يراه شخص آخر.
said-intake-taken = المراجعة لديك الآن. يرى زملاؤك ذلك.
said-intake-closed = أُغلقت المكالمة.
said-intake-linked = أُضيفت المكالمة إلى هذه الحالة. كان للحالة رقم من قبل، أو لم يُعطَ المتصل رقمًا؛ ورقم المتصل لا يفتح هذه الحالة.
said-intake-linked-receipt = أُضيفت المكالمة إلى هذه الحالة، ورقم المتصل يفتح رسائلها.
said-case-opened = الحالة مفتوحة.

call-whose = لمن هذا الهاتف؟
case-of-intake-case = أي حالة؟
confirm-button = عرض ما سيتغير
confirm-title = إضافة المكالمة إلى حالة
confirm-back = العودة إلى المكالمة
confirm-closed = هذه الحالة مغلقة. تُفتح من جديد عند إضافة المكالمة.
confirm-becomes = يصبح هذا جزءًا من الحالة
confirm-nothing-lost = لا يمكن إلا أن تصبح الحالة أكثر استعجالًا، ومن قاعدتين للتواصل تسري الأكثر تشددًا. لا يُستبدل شيء مما هو معروف.
confirm-receipt-apart = للحالة رقمها الخاص. يبقى رقم المتصل منفصلًا ولا يفتح شيئًا من هذه الحالة.
confirm-reopen-button = إعادة فتح الحالة وإضافة المكالمة
link-intake-own_receipt = الرقم المُعطى يخص الشخص نفسه. سيفتح رسائل هذه الحالة.
case-from-intake-own_receipt = الرقم المُعطى يخص الشخص لا المتصل. سيفتح رسائل هذه الحالة.
became-priority_raised = أكثر استعجالًا
became-contact_stricter = تصبح قاعدة التواصل أكثر تشددًا
became-contact_noted = يُضاف شيء عن التواصل إلى المعروف
became-channel_added = رقم أو وسيلة تواصل جديدة
became-stay_new = الشخص محتجز
became-stay_moved = الشخص محتجز في مكان آخر، وينتهي الاحتجاز السابق
became-removal_new = هناك إبعاد مرتقب
became-removal_changed = للإبعاد يوم أو وقت آخر
became-need_new = حاجة جديدة
became-need_raised = حاجة أكثر استعجالًا
became-person_changed = يُضاف شيء عن الشخص
became-place_changed = مكان الشخص
became-consent_noted = ما جرت الموافقة عليه
became-timeline = ما قيل، في التسلسل الزمني
call-receipt_anyway = إعطاء رقم رغم أن الشخص يتصل من الاحتجاز: لا يُقرأ بصوت عالٍ بل يُسلَّم كتابةً
handed-over-recorded = لا يوجد رقم. كثيرًا ما تُسجَّل المكالمات من الاحتجاز، ومن يسمع الرقم يستطيع قراءة رسائل الشخص وحذفها. سلّم رقمًا كتابةً أو في زيارة، من الحالة.
