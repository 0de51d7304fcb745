menu-cases = الحالات
    .about = حالاتك، الأكثر استعجالًا أولًا
menu-tasks = المهام
    .about = ما حان موعده، حسب اليوم

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
cases-whose-nobodys = غير مسندة
cases-only = أي الحالات
cases-only-open = المفتوحة
cases-only-now = الآن
cases-only-overdue = فات موعدها
cases-only-near = موعدها خلال 7 أيام
cases-only-quiet = لا جديد منذ 7 أيام
cases-only-closed = المغلقة
cases-waiting = لدى الشركاء
cases-withheld = { $count ->
    [zero] لا حالة ناقصة في هذه القائمة.
    [one] حالة واحدة ناقصة في هذه القائمة.
    [two] حالتان ناقصتان في هذه القائمة.
    [few] { $count } حالات ناقصة في هذه القائمة.
    [many] { $count } حالة ناقصة في هذه القائمة.
   *[other] { $count } حالة ناقصة في هذه القائمة.
}
cases-withheld-text = ما لدى الخادم منها أقدم مما كان من قبل، أو غُيّر. يُرجى إبلاغ الإدارة.
cases-none = لا توجد حالة مطابقة
    .next = يمكنك اختيار شيء آخر أعلاه، أو فتح حالة جديدة.
cases-none-mine = ليست لديك حالة من هذا النوع
    .next = يمكنك النظر في الحالات غير المسندة، أو فتح حالة جديدة.
cases-found-title = البحث عن حالة
cases-found-none = لا نتائج
    .next = يمكن تجربة جزء من اسم، أو كتابة أخرى له، أو الرقم. لا يُبحث إلا في الحالات التي يمكنك فتحها.
cases-found-count = { $count ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $count } حالات
    [many] { $count } حالة
   *[other] { $count } حالة
}
case-quiet = { $count ->
    [zero] هناك جديد اليوم
    [one] لا جديد منذ يوم
    [two] لا جديد منذ يومين
    [few] لا جديد منذ { $count } أيام
    [many] لا جديد منذ { $count } يومًا
   *[other] لا جديد منذ { $count } يوم
}
case-override = تمت مشاركة معلومات دون موافقة
case-no-next = لا توجد خطوة تالية مدوّنة.
case-speaks = يتكلم { $languages }
case-held = محتجز/ة
case-worked-by = مسندة إلى { $name }
case-worked-by-nobody = غير مسندة
case-log = تدوين
case-log-of = تدوين شيء في { $case }
case-done-of = تسجيل إنجاز الخطوة التالية في { $case }

cases-new-lead = لمن لم يتصل بالخط الساخن. لا يلزم إلا ذكر درجة الاستعجال والموضوع.
cases-new-person = من
cases-new-contact = كيف يمكن الوصول إلى الشخص بأمان
cases-new-more = المزيد
cases-new-button = فتح الحالة
case-form-priority = درجة الاستعجال
case-form-summary = الموضوع
case-form-needs = ما يحتاجه الشخص
case-form-country = البلد الذي يوجد فيه الشخص
    .hint = اسم أو رمز: اليونان أو GR.
case-form-name = الاسم المستعمل
    .hint = كما يقوله الشخص. قد يكون اسمًا اختاره، ويجوز تركه فارغًا.
case-form-languages = اللغات التي يتكلمها
    .hint = الأفضل أولًا، وبينها فواصل: التيغرينية، العربية.
case-form-interpreter_needed = هل يلزم مترجم شفهي؟
case-form-safe_to_call_back = هل معاودة الاتصال آمنة؟
case-form-contact_rule = قاعدة الاتصال
    .hint = متى يُتصل، وماذا يقال أولًا، ومن لا يجوز أبدًا أن يرد.
case-form-channels = طريقة للوصول إليه
case-form-channels-kind = الطريقة
case-form-channels-value = الرقم أو المكان
case-form-channels-whose = لمن هو
case-form-channels-recorded_line = هل الخط مسجَّل؟
case-form-opened_because = سبب فتح الحالة
case-form-tags = وسوم
    .hint = كلمات للعثور عليها، وبينها فواصل.
case-form-mine = إسنادها إليّ
said-file-opened = الحالة مفتوحة.

case-nav = أجزاء الحالة
case-back = عودة إلى
case-change = تغيير
case-correct = تصحيح
case-was-changed = جرى تغييره
case-closed = مغلقة
case-is-closed = الحالة مغلقة. يلزم إعادة فتحها قبل تغييرها.
case-cover = سري. لا يجوز أن يرى ما هنا إلا من وافق عليهم الشخص.
case-opened-on = فُتحت في { $day }
case-take = إسناد هذه الحالة إليّ
case-assign = إسناد
case-access = من يستطيع فتحها
case-close = إغلاق الحالة
case-reopen = إعادة فتح
case-sharing-stopped = أوقف الشخص كل مشاركة. لا يجوز أن يُرسل شيء إلى شريك.
case-override-long = تمت مشاركة معلومات دون موافقة، ولم يراجع ذلك أي مشرف أو مشرفة بعد.
case-next = الخطوة التالية
case-summary-none = لم يكتب أحد ملخصًا بعد.
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
case-add = إضافة إلى التسلسل الزمني
case-add-button = إضافة
case-timeline-none = لا شيء هنا بعد. يمكن كتابة أول ملاحظة أعلاه.
case-timeline-all = { $count ->
    [zero] لا ملاحظات
    [one] إظهار الملاحظة الوحيدة
    [two] إظهار الملاحظتين
    [few] إظهار كل الملاحظات، وهي { $count } ملاحظات
    [many] إظهار كل الملاحظات، وهي { $count } ملاحظة
   *[other] إظهار كل الملاحظات، وهي { $count } ملاحظة
}
case-needs-none = لا يوجد احتياج مدوّن.
case-tasks-none = لا توجد مهمة مدوّنة.
case-people-none = لا أحد مدوّن.
case-custody-none = لا يُعرف أي احتجاز.
case-consent-none = لا موافقة بعد. دون موافقة لا يمكن مشاركة أي شيء.
case-assessments-none = لم يبحث أحد بعد عن علامات العمل الجبري.
case-closings = كيف أُغلقت
case-reopened = أُعيد فتحها
case-history = السجل
case-history-lead = كل ما كُتب في هذه الحالة، الأحدث أولًا. تُترك الأرقام والعناوين.
case-ledger = من فتحها
case-ledger-lead = كل مرة فُتحت فيها هذه الحالة أو غُيّرت، الأحدث أولًا. فتح هذه الصفحة يُدوَّن أيضًا.
case-referrals = الإحالات
case-referral-title = { $help }: { $name }
case-referrals-none = لم يُرسل شيء إلى شريك بعد. يُستعمل لذلك «البحث عمن يستطيع المساعدة» بجانب احتياج.
case-referral-escalated = لم تنجح: يلزم سؤال جهة أخرى
case-referral-answer = آخر موعد للجواب { $when }
case-referral-draft = مسودة
case-referral-sent = أُرسلت
case-referral-viewed = فُتحت
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
case-letters-no-receipt = ليس لدى شخص هذه الحالة رقم، ولذلك لا توجد رسائل.
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
reach-on-record = يُدوَّن في سجل الحالة أنك فتحت هذا.
reach-rule = يُقرأ هذا أولًا
reach-before = قبل الاتصال
reach-never = ممنوع الاتصال بـ:
reach-has-never = هناك أشخاص لا يجوز الاتصال بهم أبدًا.
reach-has-word = هناك كلمة سر تقال أولًا.
reach-code-word = ما يقال أولًا
reach-hours = متى
reach-voicemail = هل تُترك رسالة صوتية؟
reach-note = وأيضًا
reach-ways = الأرقام والأماكن، الأكثر أمانًا أولًا
reach-ways-none = لا نعرف كيف يمكن الوصول إلى الشخص.
reach-way = وسيلة الاتصال { $number }
reach-change = تغيير هذا
reach-open = إظهار القاعدة والأرقام
reach-open-hint = يُدوَّن في سجل التدقيق أنك فتحته.
reach-nobody = لا تذكر الحالة بعد من الشخص المعني بها.
contact-form-safe_to_call_back = هل معاودة الاتصال آمنة؟
contact-form-hours = متى
contact-form-code_word = كلمة السر التي تقال أولًا
contact-form-voicemail = هل يجوز ترك رسالة صوتية؟
contact-form-never_contact = لا يجوز الاتصال أبدًا بـ
    .hint = أشخاص وأرقام، واحد في كل سطر.
contact-form-note = وأيضًا
contact-form-channels = طريقة للوصول إليه
contact-form-channels-kind = الطريقة
contact-form-channels-value = الرقم أو المكان
contact-form-channels-whose = لمن هو
contact-form-channels-recorded_line = هل الخط مسجَّل؟

entry-kind = النوع
entry-text = ما حدث
entry-safe_for_partner = يجوز أن يقرأه شريك
    .hint = لا يذهب إلى شريك إلا إذا كانت الموافقة تشمل الملاحظات.
entry-safe-mark = للشركاء أيضًا
entry-on = متى، إن لم يكن الآن
    .hint = بتوقيت UTC.
entry-on-time = الوقت
form-entry-new = إضافة إلى التسلسل الزمني
form-entry-change = تصحيح ملاحظة
form-entry-button = حفظ

form-sheet-new = الملخص
form-sheet-change = تغيير الملخص
form-sheet-button = حفظ
sheet-form-summary = الموضوع
sheet-form-priority = درجة الاستعجال
sheet-form-reason = السبب
    .hint = لازم إذا جُعلت أقل استعجالًا.
sheet-form-country = البلد الذي يوجد فيه الشخص
    .hint = اسم أو رمز: اليونان أو GR.
sheet-form-tags = وسوم
    .hint = كلمات للعثور عليها، وبينها فواصل.

form-person-new = إضافة شخص
    .lead = الصفحة التالية تسأل كيف يمكن الوصول إليه.
form-person-change = تغيير بيانات شخص
form-person-button = حفظ
person-add = إضافة شخص
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
person-feared = من لا يجوز أن يعلم بأمر الشخص
person-note = ملاحظة
person-numbers = الأرقام المرجعية
person-danger = خطر
person-form-part = الدور في هذه الحالة
person-form-names = الأسماء
    .hint = كما يقولها الشخص، واحد في كل سطر، وأولها المستعمل. يُترك فارغًا إذا لم يُعطَ اسم.
person-form-gender = الجنس
person-form-birth_date = تاريخ الميلاد، إذا كان معروفًا
person-form-age_estimate = وإلا فالعمر التقريبي بالسنوات
person-form-languages = اللغات
    .hint = الأفضل أولًا، وبينها فواصل: التيغرينية، العربية.
person-form-interpreter_needed = هل يلزم مترجم شفهي؟
person-form-nationality = الجنسية
    .hint = لا تتوقف المساعدة عليها أبدًا. تُترك فارغة ما لم تكن لازمة.
person-form-identifiers = رقم مرجعي
person-form-identifiers-kind = نوع الرقم
person-form-identifiers-value = الرقم
person-form-feared = البلدان التي لا يجوز لسلطاتها أن تعلم بأمر الشخص
    .hint = بينها فواصل. لا يُرسل شيء إلى شركاء هناك.
person-form-note = ما ينبغي أن يعرفه الزملاء أيضًا

form-stay-new = إضافة احتجاز
form-stay-change = تغيير احتجاز
form-stay-button = حفظ
held-add = إضافة احتجاز
held-now = ما زال هناك
held-when = من – إلى
held-until-now = الآن
held-country = البلد
held-authority = الجهة المحتجِزة
held-basis = الأساس القانوني
held-phone = الهاتف
held-visits = الزيارات
held-source = المصدر
stay-form-facility = اسم المكان
stay-form-country = البلد
    .hint = اسم أو رمز: اليونان أو GR.
stay-form-authority = من يحتجز الشخص
stay-form-legal_basis = الأساس القانوني، كما تقول السلطة
stay-form-arrived = أول يوم
stay-form-left = آخر يوم
    .hint = يُترك فارغًا إذا كان الشخص ما زال هناك.
stay-form-source = مصدر المعلومة
stay-form-phone = هاتف المكان
stay-form-recorded_line = هل الخط مسجَّل؟
stay-form-visiting_rules = من يجوز له أن يزور، ومتى

form-need-new = إضافة احتياج
form-need-change = تغيير احتياج
form-need-button = حفظ
need-add = إضافة احتياج
need-find-help = البحث عمن يستطيع المساعدة
need-outcome = النتيجة:
need-in-referral-hint = يعمل شريك على هذا الاحتياج. لا تغيّر حاله إلا الإحالة.
need-form-category = نوع الاحتياج
need-form-urgency = درجة الاستعجال
need-form-where = أين تلزم المساعدة
need-form-country = البلد، إن كان بلدًا آخر
    .hint = اسم أو رمز.
need-form-detail = التفاصيل
need-form-status = حاله
need-form-outcome = النتيجة

agenda-title = مهامي
agenda-none = لا شيء حان موعده
    .next = تظهر هنا الخطوة التالية في كل حالة من حالاتك المفتوحة. يمكنك إضافة مهام في صفحة الحالة.
task-add = إضافة مهمة أو موعد نهائي
task-overdue = فات موعدها
task-mark-done = تسجيل الإنجاز
task-done = أُنجزت
task-undone = تراجع: لم تُنجز
form-task-new = إضافة مهمة أو موعد نهائي
form-task-change = تغيير مهمة
form-task-button = حفظ
task-form-what = ما يلزم فعله
task-form-kind = النوع
task-form-day = موعدها يوم
task-form-time = الوقت
    .hint = مثل 17:00. إذا تُرك فارغًا فالمقصود قبل نهاية اليوم.
task-form-time_zone = المنطقة الزمنية
    .hint = مكان مثل Europe/Athens.
task-form-reason = السبب
task-form-owner = من يفعلها

form-consent-new = تدوين موافقة
    .lead = يُكتب ما قيل. لا يمكن تغيير الموافقة لاحقًا: بعد حديث جديد تُدوَّن موافقة جديدة.
form-consent-change = تدوين موافقة
form-consent-button = حفظ
consent-add = تدوين موافقة
consent-how = كيف شُرحت وأُعطيت
consent-in-force = سارية
consent-over = منتهية
consent-nothing = لا تشمل شيئًا
consent-covers-nothing = لا تشمل شيئًا، لأن:
consent-of = بيانات:
consent-given-by = أعطاها: { $role }
consent-withdrawn = مسحوبة
consent-stopped = المشاركة موقوفة
consent-withdraw = سحب
consent-given-on = أُعطيت في { $day }
consent-until = حتى { $day }
consent-explained = شُرحت باللغة: { $language }
consent-back-by-person = سحبها الشخص برقمه،
consent-back-by-us = سُحبت،
consent-child-open = إذا كان الأمر يخص طفلًا
consent-child-text = كلمة الطفل وحدها لا تكفي: يوافق أعلاه أحد الوالدين أو وصي أو شخص معيَّن، أو يُتخذ قرار لمصلحة الطفل الفضلى. ويُسأل الطفل في كل الأحوال.
consent-named-open = اختيار المنظمات، إذا ذكر الشخص أيًا منها
consent-proxy-open = إذا أعطاها شخص آخر
consent-form-person = بيانات مَن
    .hint = لا تشمل أحدًا غيره. كل شخص آخر في الحالة يحتاج إلى موافقة خاصة به.
consent-form-sections = ما يجوز أن يُشارك
consent-form-recipients = مع من
consent-form-organisations = هذه المنظمات
consent-form-purpose = لأي غرض
consent-form-purpose_words = بكلمات الشخص نفسه
consent-form-until = حتى
    .hint = يُترك فارغًا إذا كانت سارية إلى أن تُسحب.
consent-form-language = شُرحت باللغة
    .hint = اسم اللغة أو رمزها.
consent-form-explained_by = من شرحها
consent-form-how_checked = كيف تبيّن أنها فُهمت
consent-form-given = كيف أُعطيت
consent-form-proxy_role = بأي صفة يوافق
    .hint = مع «شخص آخر» لا تشمل شيئًا حتى يوافق الشخص نفسه.
consent-form-child_view = ماذا يقول الطفل
consent-form-child_decided = من قرر
consent-form-child_reasons = لماذا تقرر ذلك
    .hint = يلزم عند القرار لمصلحة الطفل الفضلى. يبقى في الحالة.
consent-form-proxy_who = من أعطاها
consent-form-proxy_why = لماذا لم يعطها الشخص نفسه
consent-form-given_on = أُعطيت في
withdraw-title = سحب موافقة
withdraw-lead = تنتهي كل إحالة تقوم عليها، وتُخبَر المنظمات التي استلمتها. ما قُرئ لا يمكن استرجاعه.
withdraw-button = سحب الموافقة
consent-withdrawal-reason = السبب، بكلمات الشخص نفسه
    .hint = يبقى في الحالة. لا يُخبَر الشركاء إلا بأن الموافقة انتهت. يجوز تركه فارغًا.
said-consent-withdrawn = سُحبت الموافقة.

form-assessment-new = علامات العمل الجبري
    .lead = الإجابة فقط عما جرى التحقق منه، مع كتابة ما شوهد أو سُمع. لا توجد درجة: قد تكفي علامة واحدة.
form-assessment-change = علامات العمل الجبري
form-assessment-button = حفظ
assessment-add = البحث عن علامات
assessment-palermo = الاتجار بالبشر: الفعل والوسيلة والغرض
assessment-form-indicators = علامة
assessment-form-indicators-indicator = العلامة
assessment-form-indicators-strength = مدى الوضوح
assessment-form-indicators-evidence = ما شوهد أو قيل
assessment-form-acts = ما جرى فعله
assessment-form-means = بأي وسيلة
assessment-form-purposes = لأي غرض
assessment-form-trafficking_status = الاستنتاج
assessment-form-note = أي شيء آخر

form-close-new = إغلاق الحالة
    .lead = لا يمكن تغيير حالة مغلقة حتى يعاد فتحها. لا يمكن إغلاق حالة ما دام شريك يعمل على أحد احتياجاتها.
form-close-change = إغلاق الحالة
form-close-button = إغلاق
close-outcome = النتيجة
close-reason = لماذا تُغلق
    .hint = بكلمات قليلة؛ يُدوَّن في سجل التدقيق.
form-reopen-new = إعادة فتح الحالة
form-reopen-change = إعادة فتح الحالة
form-reopen-button = إعادة فتح
assign-title = من يعمل على هذه الحالة
assign-lead = من تُسند إليه الحالة يستطيع فتحها فورًا؛ ومن كانت لديه لم يعد يستطيع.
assign-form-account = زميل أو زميلة، الأقل عبئًا أولًا
assign-form-team = الفريق الذي يستطيع فتحها
assign-form-reason = السبب
    .hint = بكلمات قليلة؛ يُدوَّن في سجل التدقيق.
assign-nobody = لا أحد، إلى أن يأخذها عضو من الفريق
assign-load = { $count ->
    [0] لا حالات مفتوحة أخرى
    [zero] لا حالات مفتوحة أخرى
    [one] حالة مفتوحة أخرى
    [two] حالتان مفتوحتان أخريان
    [few] { $count } حالات مفتوحة أخرى
    [many] { $count } حالة مفتوحة أخرى
   *[other] { $count } حالة مفتوحة أخرى
}
assign-button = إسناد
access-title = من يستطيع فتح هذه الحالة
access-lead = لا يحمل أحد غيرهم مفتاحًا لها، ولا حتى من يدير النظام.
access-nobody = لا أحد
said-kept = حُفظ.
said-changed = حُفظ التغيير.
said-done = سُجل الإنجاز.
said-taken = أُسندت هذه الحالة إليك.
said-assigned = أُسندت الحالة.
said-case-closed = أُغلقت الحالة.
said-case-reopened = الحالة مفتوحة من جديد.

case-letters-title = الرسائل والخطوة التالية
case-letters-list = الرسائل
case-letters-empty = لم يكتب أحد بعد.
case-letters-nobody = ليس لدى شخص هذه الحالة رقم
    .next = بالرقم يستطيع الشخص أن يرى ما سيحدث بعد ذلك، وأن يكتب إليكم، وأن يوقف المشاركة. يُعطى الرقم بالصوت أو على ورقة.
case-letter-from = من الشخص
case-letter-new = جديدة
case-letter-read = مقروءة
case-letter-unread = لم تُقرأ بعد
case-letter-erasure = يطلب حذف كل شيء
case-letter-write = كتابة إلى الشخص
case-letter-send = إرسال
letter-form-text = رسالتك
    .hint = لا أسماء ولا أماكن: قد يراها شخص آخر.
letter-form-language = لغة الرسالة
step-title = ما يراه الشخص أولًا
step-form-step = إلى أين وصلت الأمور
step-form-text = ما سيحدث بعد ذلك
    .hint = جملة واحدة قصيرة، دون أسماء.
step-form-language = لغة النص
step-button = حفظ
receipt-give = إعطاء الشخص رقمًا
receipt-given-title = الرقم
receipt-given-lead = يُقرأ ثلاث خانات في كل مرة، مع الطلب من الشخص أن يعيد قراءته.
receipt-given-check = يُسأل الشخص أولًا هل الاحتفاظ برقم آمن.
receipt-given-done = أصبح الرقم لدى الشخص
said-letter-written = أُرسلت الرسالة.
said-step-told = تم الحفظ. يراه الشخص الآن.

trail-when = متى
trail-who = من
trail-what = ماذا
trail-why = لماذا
actor-person = الشخص نفسه، برقمه
actor-nobody = النظام
history-version = النسخة { $number }
history-show = إظهارها
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
record-receipt = رقم الشخص
record-referral = إحالة

# What a first contact left in a case, as codes.
case-from-first-contact = فُتحت من التواصل الأول بتاريخ { $day }.
case-from-referral = فُتحت من إحالة أرسلتها { $name }.
facility-not_known = غير معروف بعد
source-first_contact = قيل في التواصل الأول
person-note-under_18_said = دون 18، كما قيل في التواصل الأول؛ ولم يُسأل عن العمر.
proxy-who-family = الأسرة
proxy-who-other = شخص آخر
proxy-why-did_not_call = لم يتصل الشخص بنفسه
first-still-to-ask = بقي أن يُسأل: { $questions }

removals-title = الإبعاد
removals-none = لا يُعرف أي إبعاد.
removal-add = إضافة إبعاد
removal-undated = اليوم غير معروف
removal-carrier = الشركة أو الرحلة أو السفينة
removal-from = من
removal-to = إلى
removal-confirmed = آخر تأكيد
removal-stopped = أوقفه
form-removal-new = إضافة إبعاد
form-removal-change = تعديل إبعاد
form-removal-button = حفظ
removal-form-state = الوضع
removal-form-day = اليوم
removal-form-time = الوقت بتوقيت مكان الانطلاق
removal-form-time_zone = توقيت ذلك المكان
removal-form-way = الوسيلة
removal-form-carrier = الشركة أو الرحلة أو السفينة
removal-form-from = المطار أو الميناء أو المعبر
removal-form-to = بلد الوجهة
removal-form-source = المصدر
removal-form-confirmed_on = تاريخ آخر تأكيد
removal-form-stopped_by = إن أُوقف: ما الذي أوقفه
next-removal = إبعاد
case-no-contact = لا تتصل
case-news = جديد: مكالمة
case-news-long = وردت مكالمة بشأن هذه الحالة. ما قيل فيها موجود في السجلات أدناه ويظهر في التسلسل الزمني.
case-news-seen = اطّلعت عليه
said-news-seen = لم تعد الحالة معلَّمة كجديدة.
sheet-form-town = المدينة أو المخيم أو المكان
person-form-under_18 = أقل من 18 سنة؟
person-form-pregnant_or_with_children = حامل أو مع أطفال؟
urgency-sheet = حُددت يدويًا
urgency-need = حاجة لم تُلبَّ بهذه الدرجة من الاستعجال.
urgency-removal = هناك إبعاد مرتقب.
urgency-removal_passed = مضى وقت الإبعاد: تحقق مما حدث.
urgency-removal_feared = يخشى الشخص الإبعاد، واليوم غير معروف.
urgency-child_detained = طفل محتجز.
urgency-detained = شخص محتجز.
urgency-under_18 = الأمر يتعلق بطفل.
urgency-age_unknown = هناك علامات استغلال، ولا نعرف إن كان طفلًا.
urgency-pregnant_or_with_children = الشخص حامل أو معه أطفال.

reach-stopped = لا تتصل بهذا الشخص.
reach-stopped-by-person = قال الشخص ذلك برقمه. انتظر حتى يكتب.
reach-stopped-because = السبب:
reach-anyway = عرض الأرقام رغم ذلك
contact-anyway-because = لماذا تحتاج إلى الأرقام؟ يُحفظ هذا في السجل؛ لا تكتب أسماء.
contact-form-stop_because = لا يجوز لأحد الاتصال إطلاقًا: السبب
contact-form-stop_until = … حتى (اتركه فارغًا إن لم يُعرف)
reopened-because-call = وردت مكالمة بشأنها
