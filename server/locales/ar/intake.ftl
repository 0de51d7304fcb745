menu-intake = مكالمة جديدة
    .about = استقبل مكالمة أو زيارة أو رسالة
menu-contacts = اليوم
    .about = ما سُجل اليوم، دون المضمون
menu-queue = قائمة الاستقبال
    .about = المكالمات المنتظرة، الأكثر استعجالًا أولًا
call-title = مكالمة جديدة
call-keys = مفتاح Alt مع رقم من 1 إلى 6 ينقلك إلى القسم. لا يلزم إلا ذكر كيف انتهى الاتصال؛ وكل ما عداه يجوز أن يبقى «غير معروف».
call-1 = هل المتصل في أمان؟
call-2 = اللغة والمكان
call-3 = ما الذي ينقص؟
call-4 = ما يوافق عليه الشخص
call-5 = من هو، وكيف يمكن الوصول إليه
call-6 = الملاحظات والنهاية
call-so-far = حتى الآن:
call-do-now = افعل الآن:
call-do-now-text = ابقَ على الخط. اسأل من يستطيع سماع الشخص وأين هو. أخبر مشرفك وأنت تتكلم. لا تتصل بالشرطة أو بسيارة إسعاف إلا إذا وافق الشخص.
call-danger_now = هل هناك خطر الآن؟
call-detained = هل الشخص محتجز؟
call-removal = يوم الإبعاد أو الترحيل
call-removal_time = الساعة هناك
call-removal_feared = هل يُخشى الترحيل ويومه غير معروف؟
call-urgent_medical = هل يلزم طبيب الآن؟
call-under_18 = هل العمر دون 18؟
call-pregnant_or_with_children = هل هناك حمل أو أطفال مرافقون؟
call-safe_to_call_back = هل معاودة الاتصال آمنة؟
call-phone = الرقم
    .hint = مع علامة + ورقم البلد
call-how = كيف يكون ذلك آمنًا؟
call-language = لغة الحديث
call-interpreter = مترجم شفهي
call-citizen_of = الجنسية (لا تلزم أبدًا للحصول على المساعدة)
call-now_in = البلد الذي يوجد فيه
call-town = المدينة أو المخيم أو مكان الاحتجاز
call-needs = الاحتياجات
call-read-aloud = اقرأ هذا بصوت مسموع:
call-script = لا يلزمك أن تعطي اسمك. نحن ندوّن ما تقوله لنا حتى يستطيع أحد أن يساعدك. يُحفظ مختومًا، ولا يستطيع أن يقرأه إلا من يساعدون عندنا. لا نعطي أي شيء أبدًا للشرطة ولا لدائرة الهجرة ولا لأي قنصلية. إذا كانت منظمة أخرى تستطيع المساعدة فقد نعطيها اسمك وكيفية الوصول إليك وأين أنت وما تحتاج إليه، ولكن فقط إذا قلت نعم. يمكنك أن توقف ذلك في أي وقت. هل يجوز لنا أن نحفظ ملفًا عنك؟ هل يجوز لنا أن نشارك شيئًا، ومع من؟
call-consent_file = هل يوافق على حفظ ملف؟
call-consent_share = تجوز المشاركة مع
call-explained_by = من شرح ذلك
call-name_to_use = الاسم المستعمل
    .hint = كما يقوله الشخص. فارغ: دون اسم.
call-caller_is = من المتكلم
call-when = متى يمكن الوصول إليه؟
call-code_word = ما يقال حتى يعرف من المتصل
call-voicemail = هل يجوز ترك رسالة صوتية؟
call-notes = ملاحظات
call-outcome = كيف انتهى الاتصال
call-channel = كيف جاء
call-raise_to = هل الأمر أكثر استعجالًا مما يبدو؟
call-raise_reason = لماذا هو أكثر استعجالًا؟
call-no_receipt = لا تعطِ رقمًا: احتفاظ الشخص برقم غير آمن
call-needs-none = لم يُدوَّن شيء
call-keep = احفظ المسودة
call-hand-over = تسليم
call-saved = حُفظت المسودة
call-saved-at = حُفظت المسودة { $when }
call-not-saved = لم تُحفظ منذ
call-not-yet-saved = يختمها الخادم عند وصولها. بعد «تسليم» لا تستطيع فتحها مرة أخرى.
call-log-title = لا شيء يُدوَّن؟ سجلها بنقرة واحدة:
call-discard-title = هل هذه المسودة غير لازمة؟
call-discard = احذف المسودة
drafts-title = { $count ->
    [zero] لا مسودات لك
    [one] لديك مسودة تنتظر
    [two] لديك مسودتان تنتظران
    [few] لديك { $count } مسودات تنتظر
    [many] لديك { $count } مسودة تنتظر
   *[other] لديك { $count } مسودة تنتظر
}
drafts-kept = تُحذف المسودة بعد 12 ساعة من بدئها. لا يستطيع فتحها غيرك.
drafts-of = تابع مسودة { $when }
said-draft-kept = حُفظت المسودة.
said-letter-waits = الرسالة تنتظر الشخص.
said-draft-discarded = حُذفت المسودة.
said-contact-logged = سُجل الاتصال.

outcome-help_wanted = المساعدة مطلوبة
outcome-information_only = سؤال أُجيب عنه
outcome-wrong_number = رقم خاطئ
outcome-silent = لم يتكلم أحد
outcome-spam = عبث أو إعلان
outcome-update = خبر عن أمر معروف
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
caller-family = أحد أفراد الأسرة
caller-other = شخص آخر
intake-state-draft = مسودة
intake-state-waiting = تنتظر
intake-state-taken = هناك من ينظر فيها
intake-state-closed = مغلقة

reason-danger_now = هناك شخص في خطر الآن.
reason-urgent_medical = هناك شخص يحتاج إلى طبيب الآن.
reason-child_detained = هناك طفل محتجز.
reason-detained = هناك شخص محتجز.
reason-under_18 = عمر الشخص دون 18.
reason-pregnant_or_with_children = هناك حمل أو أطفال مرافقون.
reason-removal_feared = يُخشى الترحيل؛ واليوم غير معروف.
reason-removal_passed = مضى يوم الترحيل: اعرف ما حدث.
reason-removal_72_hours = الترحيل مقرر خلال 72 ساعة.
reason-removal_14_days = الترحيل مقرر خلال 14 يومًا.
reason-removal_known = يوم الترحيل معروف.
reason-pressing_need = تنقص مساعدة قانونية أو رعاية أو مأوى أو سلامة.
reason-not_asked = لم يُجب عن أي من الأسئلة الأولى: غير معروف لا يعني لا.
reason-raised = رفع الدرجة من استقبل المكالمة: { $why }

fault-bad_phone = هذا ليس رقمًا يمكن الاتصال به: ابدأ بعلامة + ورقم البلد
fault-bad_date = لا يوجد يوم كهذا: املأ اليوم والشهر والسنة
fault-bad_time = اكتب الوقت هكذا: 06:10
fault-lowered = الأمر أكثر استعجالًا من ذلك من قبل: لا يجوز إلا رفع الدرجة

handed-over-title = تم التسليم
handed-over-lead = يراها فريقك الآن. لا تستطيع فتحها مرة أخرى.
handed-over-no-number = لم يُصنع رقم: احتفاظ الشخص به غير آمن.
handed-over-next = المكالمة التالية
number-title = الرقم الذي يعود به الشخص
number-read = اقرأه ثلاث خانات في كل مرة، وانتظر بعد كل ثلاث.
number-back = دع الشخص يعيد قراءته عليك، واكتب ما تسمعه.
number-once = يظهر هذه المرة فقط ولا يُحفظ في أي مكان. لا يستطيع أحد أن يبحث عنه لاحقًا.
number-typed-back = ما تسمعه
number-typed-back-hint = يبقى في هذه الصفحة؛ لا يُرسل إلى أي مكان.
number-right = هو نفسه: الخانات الثماني عشرة كلها صحيحة.
number-not-yet = ليس هو نفسه بعد.
number-unsafe-title = هل الاحتفاظ به غير آمن؟
number-unsafe = إذا كان من الممكن أن يجد أحد الرقم لدى الشخص فلا تعطه إياه. لا يلزم شيء آخر: دون الرقم لا يستطيع أحد استعماله.
number-print = الطباعة تعطي قصاصة ليس فيها إلا الرقم. أوقف رأس الصفحة وتذييلها في نافذة الطباعة.

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
contacts-sealed = ما قيل مختوم لفريق الفرز. لا ترى هنا إلا العدد.
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
queue-none = نُظر في كل المكالمات
    .next = تظهر الجديدة هنا، الأكثر استعجالًا أولًا.
queue-priority = درجة الاستعجال
queue-what = ما ينقص
queue-language = اللغة
queue-place = أين
queue-since = منذ
queue-state = الحال
queue-too-long = أكثر من { $minutes } دقيقة
queue-taken-by = ينظر فيها { $name }
queue-letters = { $count ->
    [zero] لا رسائل غير مقروءة
    [one] رسالة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
    [many] { $count } رسالة غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
needs-not-said = غير معروف بعد
intake-unverified = لم يوقّع هذا أحد معروف
intake-unverified-text = سجل المفاتيح لا يعرف من كتبها، أو أن التوقيع ليس توقيعه. لا يُعرض مضمونها. أخبر مدير النظام.
unassigned-title = { $count ->
    [0] لكل حالة من يتولاها
    [zero] لكل حالة من يتولاها
    [one] حالة واحدة لا يتولاها أحد
    [two] حالتان لا يتولاهما أحد
    [few] { $count } حالات لا يتولاها أحد
    [many] { $count } حالة لا يتولاها أحد
   *[other] { $count } حالة لا يتولاها أحد
}
unassigned-none = لا شيء للإسناد
    .next = تظهر هنا الحالة التي لا يتولاها أحد.
unassigned-case = الحالة
unassigned-choose = اختيار
unassigned-open = افتح
unassigned-opened = تاريخ الفتح
unassigned-suggested = الاقتراح
unassigned-nobody = لا يمكن اقتراح أحد
unassigned-to = أسند الحالات المختارة إلى
unassigned-as-suggested = من هو مقترح
unassigned-give = أسند
worker-option = { $open ->
    [zero] { $name } (لا حالات مفتوحة)
    [one] { $name } (حالة مفتوحة واحدة)
    [two] { $name } (حالتان مفتوحتان)
    [few] { $name } ({ $open } حالات مفتوحة)
    [many] { $name } ({ $open } حالة مفتوحة)
   *[other] { $name } ({ $open } حالة مفتوحة)
}
cases-to-assign-account = أسند الحالات المختارة إلى
cases-to-assign-cases = الحالات
said-cases-assigned = أُسندت الحالات.

look-title = مكالمة واحدة
look-back = عودة إلى قائمة الاستقبال
look-by = استقبلها { $name }
look-take = أنا أنظر فيها
look-draft = تابع هذه المسودة
look-the-case = افتح الحالة
similar-title = هل الشخص معروف من قبل؟
similar-lead = انظر قبل أن تفتح حالة. لا يُبحث إلا في الحالات التي تستطيع فتحها.
similar-none = لا حالة لديك فيها الرقم نفسه أو الاسم نفسه.
similar-open = انظر إلى { $case }
same-phone = الرقم نفسه
same-name = الاسم نفسه
same-part_of_name = جزء من الاسم
same-search = عُثر عليها بكلماتك
found-none = لم يُعثر على شيء.
find-button = بحث
link-intake-case = أي حالة؟
link-button = ضع المكالمة في هذه الحالة
open-title = فتح حالة
open-button = افتح حالة
open-said-no = قال الشخص لا لحفظ ملف. لا يمكن فتح أي حالة.
case-from-intake-summary = الموضوع
    .hint = إذا تُرك فارغًا فالأجوبة أعلاه تقوله.
case-from-intake-tags = كلمات للعثور عليها
close-title = لا تصبح حالة
close-button = إغلاق
intake-closing-outcome = كيف تنتهي
intake-closing-reason = السبب
ending-case_opened = فُتحت حالة
ending-linked = وُضعت في حالة
ending-answered = أُجيب عنها
ending-signposted = ذُكرت جهة أخرى
ending-not_reached = تعذر الوصول إلى أحد
ending-duplicate = هي موجودة مرتين
ending-out_of_mandate = لا نستطيع المساعدة في هذا
ending-declined = الشخص لا يريد ذلك
ending-other = غير ذلك
letters-title = الرسائل
letters-none = لا رسالة بعد. يستطيع الشخص أن يكتب بالرقم.
letter-from-person = الشخص
letter-new = جديدة
letter-asks-erasure = يطلب الشخص محو كل شيء.
letter-button = إرسال
new-letter-text = اكتب إلى الشخص
    .hint = نص قصير ودون أسماء: قد ينظر أحد من خلفه.
said-intake-taken = أنت تنظر فيها. يرى زملاؤك ذلك.
said-intake-closed = أُغلقت المكالمة.
said-intake-linked = المكالمة الآن في هذه الحالة. كان للحالة رقم من قبل، أو لم يكن هناك رقم؛ ورقم المتصل لا يفتحها.
said-intake-linked-receipt = المكالمة الآن في هذه الحالة، ورقم المتصل يفتح رسائلها.
said-case-opened = الحالة مفتوحة.
