menu-cases = الحالات
    .about = حالاتك، الأكثر استعجالًا أولًا
menu-tasks = المهام
    .about = ما يجب أن يحدث بعد ذلك، حسب اليوم

cases-title = حالاتي
cases-count-open = مفتوحة: { $count }
cases-count-now = الآن: { $count }
cases-count-overdue = فات موعدها: { $count }
cases-find = بحث
search-query-query = الاسم المستعار أو الاسم أو الرقم أو الوسم
cases-new = حالة جديدة
cases-back = كل حالاتي
cases-whose = حالات من
cases-whose-mine = حالاتي
cases-whose-all = كل ما أستطيع فتحه
cases-whose-nobodys = لا أحد يتولاها
cases-only = أي الحالات
cases-only-open = المفتوحة
cases-only-now = الآن
cases-only-overdue = فات موعدها
cases-only-near = موعدها خلال 7 أيام
cases-only-quiet = لا شيء منذ 7 أيام
cases-only-closed = المغلقة
cases-waiting = لدى الشركاء
cases-none = لا توجد حالة مطابقة
    .next = اختر شيئًا آخر أعلاه، أو افتح حالة جديدة.
cases-none-mine = لا تتولى أي حالة من هذا النوع
    .next = انظر إلى الحالات التي لا يتولاها أحد، أو افتح حالة جديدة.
cases-found-title = البحث عن حالة
cases-found-none = لم يُعثر على شيء
    .next = جرّب جزءًا من اسم، أو كتابة أخرى له، أو الرقم. لا يُبحث إلا في الحالات التي تستطيع فتحها.
cases-found-count = { $count ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $count } حالات
    [many] { $count } حالة
   *[other] { $count } حالة
}
case-quiet = { $count ->
    [zero] لا شيء منذ اليوم
    [one] لا شيء منذ يوم
    [two] لا شيء منذ يومين
    [few] لا شيء منذ { $count } أيام
    [many] لا شيء منذ { $count } يومًا
   *[other] لا شيء منذ { $count } يوم
}
case-override = شورك دون موافقة
case-no-next = لا توجد خطوة تالية مدوّنة.
case-speaks = يتكلم { $languages }
case-held = محتجز
case-worked-by = يتولاها { $name }
case-worked-by-nobody = لا أحد يتولاها
case-log = تدوين
case-log-of = دوّن شيئًا في { $case }
case-done-of = أُنجزت الخطوة التالية في { $case }

cases-new-lead = لمن لم يأت عن طريق الخط الساخن. لا يلزم إلا ذكر الأولوية والموضوع.
cases-new-person = من
cases-new-contact = كيف يمكن الوصول إلى الشخص بأمان
cases-new-more = المزيد
cases-new-button = افتح الحالة
case-form-priority = درجة الاستعجال
case-form-summary = الموضوع
case-form-needs = ما ينقص
case-form-country = البلد الذي يوجد فيه الشخص
    .hint = الاسم بالإنجليزية أو الرمز: Greece أو GR.
case-form-name = الاسم المستعمل
    .hint = كما يقوله الشخص. يجوز أن يكون اسمًا مختارًا، أو فارغًا.
case-form-languages = اللغات التي يتكلمها
    .hint = الأفضل أولًا، بأسمائها بالإنجليزية وبينها فواصل: Tigrinya, Arabic.
case-form-interpreter_needed = هل يلزم مترجم شفهي؟
case-form-safe_to_call_back = هل معاودة الاتصال آمنة؟
case-form-contact_rule = القاعدة
    .hint = متى، وماذا يقال أولًا، ومن لا يجوز أبدًا أن يرد.
case-form-channels = طريقة للوصول إليه
case-form-channels-kind = الطريقة
case-form-channels-value = الرقم أو المكان
case-form-channels-whose = لمن هو
case-form-channels-recorded_line = هل الخط مسجَّل؟
case-form-opened_because = لماذا تُفتح الحالة
case-form-tags = كلمات للعثور عليها
    .hint = بينها فواصل.
case-form-mine = أتولاها من الآن
said-file-opened = الحالة مفتوحة.

case-nav = أجزاء الحالة
case-back = عودة إلى
case-change = تغيير
case-correct = تصحيح
case-was-changed = جرى تغييره
case-closed = مغلقة
case-is-closed = الحالة مغلقة. أعد فتحها قبل تغييرها.
case-cover = سري. لا يجوز أن يرى ما هنا إلا من وافق عليهم الشخص.
case-opened-on = فُتحت في { $day }
case-take = تولَّ هذه الحالة
case-assign = إسناد أو تسليم
case-access = من يستطيع فتحها
case-close = أغلق الحالة
case-reopen = إعادة فتح
case-sharing-stopped = أوقف الشخص كل مشاركة. لا يجوز أن يذهب شيء إلى شريك.
case-override-long = شورك شيء دون موافقة، ولم ينظر فيه مشرف بعد.
case-next = الخطوة التالية
case-summary-none = لم يكتب أحد الموضوع بعد.
case-priority-because = حُددت الأولوية يدويًا:
case-opened-because = فُتحت لأن:
case-place-summary = الملخص
case-place-timeline = التسلسل الزمني
case-place-needs = الاحتياجات
case-place-tasks = المهام
case-place-people = الأشخاص
case-place-custody = الاحتجاز
case-place-consent = الموافقة
case-place-assessments = التقييمات
case-add = أضف إلى التسلسل الزمني
case-add-button = إضافة
case-timeline-none = لم يُكتب شيء بعد. استعمل السطر أعلاه.
case-timeline-all = { $count ->
    [zero] لا أسطر
    [one] أظهر السطر الوحيد
    [two] أظهر السطرين
    [few] أظهر كل الأسطر، وهي { $count } أسطر
    [many] أظهر كل الأسطر، وهي { $count } سطرًا
   *[other] أظهر كل الأسطر، وهي { $count } سطر
}
case-needs-none = لا يوجد احتياج مدوّن.
case-tasks-none = لا توجد مهمة مدوّنة.
case-people-none = لا أحد مدوّن.
case-custody-none = لا يُعرف أي احتجاز.
case-consent-none = لم يُتفق على شيء بعد. دون موافقة لا يمكن مشاركة أي شيء.
case-assessments-none = لم يبحث أحد بعد عن علامات العمل الجبري.
case-closings = كيف أُغلقت
case-reopened = أُعيد فتحها
case-history = كل نسخة
case-history-lead = كل ما كُتب في هذه الحالة، الأحدث أولًا. تُترك الأرقام والعناوين.
case-ledger = من اطلع عليها
case-ledger-lead = كل اطلاع على هذه الحالة وكل تغيير، الأحدث أولًا. واطلاعك على هذه الصفحة يُدوَّن أيضًا.
case-referrals = الإحالات
case-referrals-none = لم يُعرض شيء على شريك بعد. استعمل «ابحث عن مساعدة» بجانب احتياج.
case-referral-escalated = لم تؤد إلى شيء: اسأل غيرهم
case-referral-answer = آخر موعد للجواب { $when }
case-referral-draft = مسودة
case-referral-sent = أُرسلت
case-referral-viewed = شوهدت
case-referral-accepted = قُبلت
case-referral-waitlisted = على قائمة الانتظار
case-referral-started = قيد العمل
case-referral-completed = أُنجزت
case-referral-declined = رُفضت
case-referral-returned = رُدّت
case-referral-expired = لا جواب في الوقت المحدد
case-referral-recalled = سحبناها
case-referral-ended_by_person = أنهاها الشخص
case-letters = الرسائل
case-letters-no-receipt = ليس لهذه الحالة رقم متابعة، ولذلك لا توجد رسائل.
case-letters-open = الرسائل والخطوة التالية
case-letters-unread = { $count ->
    [0] لا جديد
    [zero] لا جديد
    [one] رسالة جديدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
partner-unknown = منظمة لم تعد مشاركة

reach-title = كيف يمكن الوصول إلى الشخص
reach-on-record = هذا الاطلاع مدوّن في سجل الحالة.
reach-rule = اقرأ هذا أولًا
reach-before = قبل أن يتصل أحد
reach-never = لا تتصل أبدًا بـ:
reach-has-never = هناك أشخاص لا يجوز الاتصال بهم أبدًا.
reach-has-word = هناك كلمة تقال أولًا.
reach-code-word = قل أولًا
reach-hours = متى
reach-voicemail = هل تُترك رسالة صوتية؟
reach-note = وأيضًا
reach-ways = الأرقام والأماكن، الأكثر أمانًا أولًا
reach-ways-none = لا تُعرف أي طريقة للوصول إلى الشخص.
reach-way = الطريقة { $number }
reach-change = غيّر هذا
reach-open = أظهر القاعدة والأرقام
reach-open-hint = يُدوَّن الاطلاع في سجل التدقيق.
reach-nobody = لم يُدوَّن أحد على أنه الشخص الذي تخصه هذه الحالة.
contact-form-safe_to_call_back = هل معاودة الاتصال آمنة؟
contact-form-hours = متى
contact-form-code_word = الكلمة التي تقال أولًا
contact-form-voicemail = هل يجوز ترك رسالة صوتية؟
contact-form-never_contact = لا يجوز الاتصال أبدًا بـ
    .hint = أشخاص وأرقام، واحد في كل سطر.
contact-form-note = وأيضًا
contact-form-channels = طريقة للوصول إليه
contact-form-channels-kind = الطريقة
contact-form-channels-value = الرقم أو المكان
contact-form-channels-whose = لمن
contact-form-channels-recorded_line = هل هو مسجَّل؟

entry-kind = النوع
entry-text = ما حدث
entry-safe_for_partner = يجوز أن يقرأه شريك
    .hint = لا يذهب إلى شريك إلا إذا كانت الموافقة تشمل الملاحظات.
entry-safe-mark = للشركاء أيضًا
entry-on = متى، إن لم يكن الآن
    .hint = التوقيت هو UTC.
entry-on-time = الوقت
form-entry-new = إضافة إلى التسلسل الزمني
form-entry-change = تصحيح التسلسل الزمني
form-entry-button = حفظ

form-sheet-new = الملخص
form-sheet-change = تغيير الملخص
form-sheet-button = حفظ
sheet-form-summary = الموضوع
sheet-form-priority = درجة الاستعجال
sheet-form-reason = السبب
    .hint = لازم إذا أصبحت أقل استعجالًا.
sheet-form-country = البلد الذي يوجد فيه الشخص
    .hint = الاسم بالإنجليزية أو الرمز: Greece أو GR.
sheet-form-tags = كلمات للعثور عليها
    .hint = بينها فواصل.

form-person-new = إضافة شخص
    .lead = لكيفية الوصول إليه صفحة خاصة، بعد هذه.
form-person-change = تغيير بيانات شخص
form-person-button = حفظ
person-add = أضف شخصًا
person-nameless = لم يُعطَ اسم
person-reach = كيف يمكن الوصول إليه
person-other-names = أسماء أخرى
person-age = العمر
person-about-years = { $count ->
    [zero] أقل من سنة
    [one] نحو سنة
    [two] نحو سنتين
    [few] نحو { $count } سنوات
    [many] نحو { $count } سنة
   *[other] نحو { $count } سنة
}
person-languages = اللغات
person-interpreter = يلزم مترجم شفهي
person-gender = الجنس
person-nationality = الجنسية
person-feared = من لا يجوز أن يعرف بالشخص
person-note = ملاحظة
person-numbers = أرقام يعرفه بها الآخرون
person-danger = خطر
person-form-part = الدور في هذه الحالة
person-form-names = الأسماء
    .hint = كما يقولها الشخص، واحد في كل سطر، وأولها المستعمل. فارغ: لم يُعطَ اسم.
person-form-gender = الجنس
person-form-birth_date = يوم الميلاد، إذا كان معروفًا
person-form-age_estimate = وإلا فالعمر التقريبي بالسنوات
person-form-languages = اللغات
    .hint = الأفضل أولًا، بأسمائها بالإنجليزية وبينها فواصل: Tigrinya, Arabic.
person-form-interpreter_needed = هل يلزم مترجم شفهي؟
person-form-nationality = الجنسية
    .hint = لا تتوقف المساعدة عليها أبدًا. اتركها فارغة ما لم تكن لازمة.
person-form-identifiers = رقم
person-form-identifiers-kind = رقم من
person-form-identifiers-value = الرقم
person-form-feared = الدول التي لا يجوز لسلطاتها أن تعرف بالشخص
    .hint = بينها فواصل. لا يذهب شيء إلى شركاء هناك.
person-form-note = ما ينبغي أن يعرفه الزملاء أيضًا

form-stay-new = إضافة احتجاز
form-stay-change = تغيير احتجاز
form-stay-button = حفظ
held-add = أضف احتجازًا
held-now = هناك الآن
held-when = من – إلى
held-until-now = الآن
held-country = البلد
held-authority = الجهة المحتجِزة
held-basis = الأساس القانوني
held-phone = الهاتف
held-visits = الزيارات
held-source = المصدر
stay-form-facility = المكان، كما يُسمى
stay-form-country = البلد
    .hint = الاسم بالإنجليزية أو الرمز: Greece أو GR.
stay-form-authority = من يحتجز الشخص
stay-form-legal_basis = الأساس القانوني، كما تقول السلطة
stay-form-arrived = أول يوم
stay-form-left = آخر يوم
    .hint = فارغ: ما زال هناك.
stay-form-source = من قال ذلك
stay-form-phone = هاتف المكان
stay-form-recorded_line = هل الخط مسجَّل؟
stay-form-visiting_rules = من يجوز له أن يزور، ومتى

form-need-new = إضافة احتياج
form-need-change = تغيير احتياج
form-need-button = حفظ
need-add = أضف احتياجًا
need-find-help = ابحث عن مساعدة
need-outcome = ماذا كانت النتيجة:
need-in-referral-hint = يعمل شريك على هذا الاحتياج. لا يتغير حاله إلا بالإحالة.
need-form-category = ما ينقص
need-form-urgency = درجة الاستعجال
need-form-where = أين يجب أن يُلبى
need-form-country = البلد، إن كان بلدًا آخر
    .hint = الاسم بالإنجليزية أو الرمز.
need-form-detail = المزيد عنه
need-form-status = حاله
need-form-outcome = ماذا كانت النتيجة

agenda-title = مهامي
agenda-none = لا شيء حان موعده
    .next = تظهر هنا الخطوة التالية في كل حالة من حالاتك المفتوحة. أضف المهام في صفحة الحالة.
task-add = أضف مهمة أو موعدًا نهائيًا
task-overdue = فات موعدها
task-done = أُنجزت
task-undone = لم تُنجز بعد
form-task-new = إضافة مهمة أو موعد نهائي
form-task-change = تغيير مهمة
form-task-button = حفظ
task-form-what = ما يجب أن يحدث
task-form-kind = النوع
task-form-day = موعدها يوم
task-form-time = الوقت
    .hint = مثل 17:00. فارغ: قبل نهاية اليوم.
task-form-time_zone = بتوقيت
    .hint = مكان مثل Europe/Athens.
task-form-reason = السبب
task-form-owner = من يفعلها

form-consent-new = تدوين موافقة
    .lead = اكتب ما قيل. لا تُغيَّر الموافقة لاحقًا: حديث جديد يعني موافقة جديدة.
form-consent-change = تدوين موافقة
form-consent-button = حفظ
consent-add = أضف موافقة
consent-how = كيف شُرحت وأُعطيت
consent-in-force = سارية
consent-over = منتهية
consent-withdrawn = مسحوبة
consent-stopped = المشاركة موقوفة
consent-withdraw = سحب
consent-given-on = أُعطيت في { $day }
consent-until = حتى { $day }
consent-explained = شُرحت باللغة: { $language }
consent-back-by-person = سحبها الشخص برقم المتابعة،
consent-back-by-us = سُحبت،
consent-named-open = اختر المنظمات، إذا ذُكرت بالاسم
consent-proxy-open = إذا أعطاها شخص آخر
consent-form-sections = ما يجوز أن يُشارك
consent-form-recipients = مع من
consent-form-organisations = هذه المنظمات
consent-form-purpose = لأي غرض
consent-form-purpose_words = بكلمات الشخص نفسه
consent-form-until = حتى
    .hint = فارغ: إلى أن تُسحب.
consent-form-language = شُرحت باللغة
    .hint = اسم اللغة بالإنجليزية أو رمزها.
consent-form-explained_by = من شرحها
consent-form-how_checked = كيف تبين أنها فُهمت
consent-form-given = كيف أُعطيت
consent-form-proxy_who = من أعطاها
consent-form-proxy_why = لماذا لم يعطها الشخص نفسه
consent-form-given_on = أُعطيت في
withdraw-title = سحب موافقة
withdraw-lead = تنتهي كل إحالة تقوم عليها، ويُخبَر من استلموها. ما قرؤوه لا يمكن استرجاعه.
withdraw-button = اسحبها
consent-withdrawal-reason = السبب، بكلمات الشخص نفسه
    .hint = يبقى في الحالة. لا يعرف المستلمون إلا أنها انتهت. يجوز أن يكون فارغًا.
said-consent-withdrawn = سُحبت الموافقة.

form-assessment-new = علامات العمل الجبري
    .lead = أجب فقط عما بحثت عنه، واكتب ما رأيته أو سمعته. لا توجد درجة: قد تكفي علامة واحدة.
form-assessment-change = علامات العمل الجبري
form-assessment-button = حفظ
assessment-add = ابحث عن علامات
assessment-palermo = الاتجار بالبشر: الفعل والوسيلة والغرض
assessment-form-indicators = علامة
assessment-form-indicators-indicator = العلامة
assessment-form-indicators-strength = مدى الوضوح
assessment-form-indicators-evidence = ما شوهد أو قيل
assessment-form-acts = ما جرى فعله
assessment-form-means = بأي وسيلة
assessment-form-purposes = لأي غرض
assessment-form-trafficking_status = ما تستنتجه
assessment-form-note = ما يتصل به أيضًا

form-close-new = إغلاق الحالة
    .lead = لا يمكن تغيير شيء في حالة مغلقة حتى يعاد فتحها. واحتياج يعمل عليه شريك يبقيها مفتوحة.
form-close-change = إغلاق الحالة
form-close-button = أغلقها
close-outcome = ماذا كانت النتيجة
close-reason = لماذا تُغلق
    .hint = بكلمات قليلة؛ يُدوَّن في سجل التدقيق.
form-reopen-new = إعادة فتح الحالة
form-reopen-change = إعادة فتح الحالة
form-reopen-button = أعد فتحها
assign-title = من يتولى هذه الحالة
assign-lead = من تُسند إليه يستطيع فتحها فورًا؛ ومن كانت لديه لا يستطيع بعد ذلك.
assign-form-account = زميل، الأقل عبئًا أولًا
assign-form-team = الفريق الذي يستطيع فتحها
assign-form-reason = السبب
    .hint = بكلمات قليلة؛ يُدوَّن في سجل التدقيق.
assign-nobody = لا أحد إلى أن يتولاها عضو من الفريق
assign-load = { $count ->
    [0] لا يتولى أي حالة مفتوحة أخرى
    [zero] لا يتولى أي حالة مفتوحة أخرى
    [one] يتولى حالة مفتوحة أخرى
    [two] يتولى حالتين مفتوحتين أخريين
    [few] يتولى { $count } حالات مفتوحة أخرى
    [many] يتولى { $count } حالة مفتوحة أخرى
   *[other] يتولى { $count } حالة مفتوحة أخرى
}
assign-button = أسندها
access-title = من يستطيع فتح هذه الحالة
access-lead = لا يحمل أحد غيرهم مفتاحًا لها، ولا حتى مدير النظام.
access-nobody = لا أحد
said-kept = حُفظ.
said-changed = حُفظ التغيير.
said-done = تم.
said-taken = أنت تتولى هذه الحالة الآن.
said-assigned = أُسندت الحالة.
said-case-closed = أُغلقت الحالة.
said-case-reopened = الحالة مفتوحة من جديد.

case-letters-title = الرسائل والخطوة التالية
case-letters-list = الرسائل
case-letters-empty = لم يكتب أحد بعد.
case-letters-nobody = ليس لهذه الحالة رقم متابعة
    .next = برقم المتابعة يستطيع الشخص أن يرى ما سيحدث بعد ذلك، وأن يكتب ردًا، وأن يوقف المشاركة. أعطه الرقم بالصوت أو على ورقة.
case-letter-from = من الشخص
case-letter-new = جديدة
case-letter-read = مقروءة
case-letter-unread = لم تُقرأ بعد
case-letter-erasure = يطلب حذف كل شيء
case-letter-write = اكتب إلى الشخص
case-letter-send = إرسال
letter-form-text = رسالتك
    .hint = لا أسماء ولا أماكن: قد ينظر أحد من خلف الشخص.
letter-form-language = لغة النص
step-title = ما يراه الشخص أولًا
step-form-step = إلى أين وصلت الأمور
step-form-text = ما سيحدث بعد ذلك
    .hint = جملة واحدة قصيرة، دون أسماء.
step-form-language = لغة النص
step-button = أخبره
receipt-give = أعطِ رقم متابعة
receipt-given-title = رقم المتابعة
receipt-given-lead = اقرأه ثلاثة أرقام في كل مرة، ودع الشخص يعيد قراءته عليك.
receipt-given-check = اسأل أولًا هل الاحتفاظ برقم آمن.
receipt-given-done = أصبح الرقم لدى الشخص
said-letter-written = أُرسلت الرسالة.
said-step-told = يراه الشخص من الآن.

trail-when = متى
trail-who = من
trail-what = ماذا
trail-why = لماذا
actor-person = الشخص نفسه، برقم المتابعة
actor-nobody = النظام
history-version = النسخة { $number }
history-show = أظهرها
record-sheet = الملخص
record-entry = التسلسل الزمني
record-person = شخص
record-custody = احتجاز
record-need = احتياج
record-task = مهمة
record-consent = موافقة
record-consent_override = مشاركة دون موافقة
record-assessment = علامات العمل الجبري
record-closing = إغلاق
record-receipt = رقم متابعة
record-referral = إحالة

# What a first contact left in a case, as codes.
case-from-first-contact = فُتحت من التواصل الأول بتاريخ { $day }.
case-from-referral = فُتحت من إحالة أرسلتها { $name }.
facility-not_known = غير معروف بعد
source-first_contact = قيل في التواصل الأول
person-note-under_18_said = دون 18، كما قيل في التواصل الأول؛ ولم يُسأل عن العمر.
proxy-why-did_not_call = لم يتصل الشخص بنفسه
first-still-to-ask = بقي أن يُسأل: { $questions }
