menu-members = الأعضاء
    .about = من يعمل هنا، وما أدوارهم
members-title = الأعضاء
members-invite = دعوة شخص
member-title = عضو
members-roles = الأدوار
member-state = الحال
member-key = سجل المفاتيح
member-signs = يوقّع سجل المفاتيح
member-signs-long = يوقّع سجل المفاتيح. لا يستطيع إخراج هذا الحساب إلا شخص آخر يوقّعه.
member-roles-button = تغيير الأدوار
member-end = إغلاق هذا الحساب
member-remove-about = العضو يغادر. وعلى مشرف أو مشرفة بعد ذلك تغيير المفاتيح التي كانت لديه.
member-remove-link = إخراج هذا العضو…
member-remove-title = إخراج عضو
member-remove-lead = لن يعود تسجيل الدخول ممكنًا لـ{ $name }.
member-remove-first = تُغلق كل عمليات الدخول فورًا، ولا يصل أي مفتاح في الطريق.
member-remove-second = يبقى الاسم في سجل التدقيق.
member-remove-third = يجب بعد ذلك أن يغير مشرف أو مشرفة مفاتيح الفرق. وتُظهر الفرق تذكيرًا إلى أن يتم ذلك.
member-remove-button = إخراج هذا العضو
member-reset-about = لمن فقد عبارة المرور ورمز الاسترداد معًا. يُغلق الحساب ثم تُرسل دعوة جديدة.
member-reset-link = إعادة ضبط هذا الحساب…
member-reset-title = إعادة ضبط حساب
member-reset-lead = يُغلق حساب { $name }، ثم تُرسل دعوة جديدة.
member-reset-first = لا يستطيع أحد استعادة ما كانت عبارة المرور هذه تحميه. وهذا مقصود.
member-reset-second = تبقى الحالات لدى الفريق. لا يضيع شيء ما دام أحد أعضاء الفريق يستطيع الدخول.
member-reset-third = بعد الدعوة الجديدة يجب أن يقبل شخص من الفريق هذا العضو مرة أخرى.
member-reset-button = إعادة ضبط هذا الحساب
account-state-waiting = ينتظر القبول
account-state-active = نشط
account-state-locked = مقفل حتى إعادة الضبط
account-state-removed = غادر
new-roles-roles = الأدوار
    .hint = تقول الأدوار ما يمكن للعضو فعله. لا تفتح أي حالة: هذا ما تفعله مفاتيح الفرق.
reason-reason = السبب
    .hint = بكلمات قليلة، ودون ذكر أي شخص نساعده. يقرؤه المدققون لديكم.
said-roles-changed = تغيرت الأدوار.
said-member-removed = أُغلق الحساب. يُرجى إخبار مشرف أو مشرفة: يجب تغيير مفاتيح الفرق.
said-member-reset = أُغلق الحساب. تُرسل الآن دعوة جديدة.

menu-invitations = الدعوات
    .about = دعوة أشخاص إلى الانضمام
invitations-title = الدعوات
invitations-lead = كل من يحمل رمزًا يستطيع الانضمام، فيُسلَّم باليد: على ورقة، أو وجهًا لوجه، أو بطريقة يثق بها الطرفان.
invitations-open = لم تُستعمل بعد
invitations-empty = لا دعوات مفتوحة
    .next = يمكن إنشاء واحدة أدناه.
invitation-new = دعوة جديدة
invitation-until = صالحة حتى
invitation-until-day = صالحة حتى { $day }
invitation-withdraw = سحب
invitation-button = إنشاء الدعوة
new-invitation-roles = أدوار العضو الجديد
    .hint = من يدير النظام لا يحمل أي مفتاح، ولذلك ليس له دور آخر.
new-invitation-note = ملاحظة لقائمتك
    .hint = يختار الأعضاء الجدد أسماءهم بأنفسهم. يكفي هنا الاسم الأول.
new-invitation-days = مدة الصلاحية بالأيام
    .hint = من 1 إلى 30؛ و7 إذا تُرك فارغًا.
new-invitation-mail = إرسال الرمز أيضًا إلى عنوان البريد الإلكتروني هذا
    .hint = لا تذكر الرسالة أحدًا. قد يُقرأ البريد في الطريق: الأفضل تسليم الرمز باليد.
invitation-made = الدعوة جاهزة
invitation-code = الرمز
invitation-code-text = يُدوَّن أو يُعرض. لا يمكن إظهاره مرة أخرى؛ إذا ضاع تُسحب الدعوة وتُنشأ غيرها.
invitation-mailed = أُرسل الرمز بالبريد الإلكتروني أيضًا.
invitation-words = اثنتا عشرة كلمة للمقارنة
invitation-words-text = يرى العضو الجديد اثنتي عشرة كلمة عند الانضمام. يجب أن تكون هي هذه. إذا اختلفت واحدة فقد يكون هناك من يتجسس: يجب التوقف وإخبار المشرف أو المشرفة.
invitation-next = بعد الانضمام يجب أن يقبل مشرف أو مشرفة العضو الجديد.
said-invitation-withdrawn = سُحبت الدعوة. لم يعد رمزها صالحًا.

menu-teams = الفرق
    .about = من يعملون معًا، ومن يحمل أي مفاتيح
teams-title = الفرق
teams-lead = يتشارك الفريق مفتاح حالاته. أعضاؤه يستطيعون فتحها، ولا يستطيع ذلك أحد غيرهم.
teams-empty = لا يوجد فريق بعد
    .next = الفرق الصغيرة أكثر أمانًا: إذا انكشفت عبارة مرور فالخطر على حالات ذلك الفريق فقط.
teams-standing = مجموعات ثابتة
teams-standing-text = تتبع الأدوار: كل من يُقبل يحصل على المفاتيح المناسبة لأدواره.
team-title = فريق
team-make = إنشاء فريق
team-members = { $count ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}
team-members-title = أعضاء هذا الفريق
team-yours = أنت من أعضائه
team-not-held = ليس لديك هذا المفتاح. لا يستطيع إضافة آخرين إلا مشرف أو مشرفة من هذا الفريق.
team-rotation-due = يجب تغيير المفتاح
team-rotation-text = غادر شخص المنظمة وقد يكون هذا المفتاح ما زال معه. عند وجود مفتاح جديد لا يفتح القديم شيئًا.
team-rotation-link = مفتاح هذا الفريق
team-leave = إخراج
team-leave-title = إخراج شخص من الفريق
team-leave-lead = لن يعود فتح حالات هذا الفريق ممكنًا لـ{ $name }.
team-leave-first = يحصل الفريق على مفتاح جديد، وكذلك كل حالة يستطيع الفريق فتحها.
team-leave-second = ما قُرئ من قبل لا يمكن استرجاعه.
team-leave-third = إذا كانت الحالات كثيرة فقد يستغرق هذا دقيقة. يُرجى عدم إغلاق الصفحة.
team-leave-button = الإخراج وتغيير المفتاح
team-join = إضافة إلى الفريق
new-team-label = اسم الفريق الجديد
    .hint = يُحفظ مختومًا. لا يُسمى باسم شخص نساعده.
team-join-account = إضافة زميل أو زميلة
rotation-title = مفتاح الفريق
rotation-lead = بمفتاح جديد لا يعود من غادروا يستطيعون فتح الحالات.
rotation-epoch = المفاتيح حتى الآن
rotation-left = حالات ما زالت تحت مفتاح سابق
rotation-left-text = { $count ->
    [zero] لا حالات بالمفتاح القديم.
    [one] حالة واحدة ما زالت بالمفتاح القديم لأن شخصًا كان يعمل عليها.
    [two] حالتان ما زالتا بالمفتاح القديم لأن أشخاصًا كانوا يعملون عليهما.
    [few] { $count } حالات ما زالت بالمفتاح القديم لأن أشخاصًا كانوا يعملون عليها.
    [many] { $count } حالة ما زالت بالمفتاح القديم لأن أشخاصًا كانوا يعملون عليها.
   *[other] { $count } حالة ما زالت بالمفتاح القديم لأن أشخاصًا كانوا يعملون عليها.
}
rotation-finish = تغيير هذه الآن
rotation-text = مفتاح جديد للفريق ولكل حالة يستطيع فتحها. إذا كانت الحالات كثيرة فقد يستغرق هذا دقيقة.
rotation-button = إنشاء مفتاح جديد
said-team-made = أُنشئ الفريق. أنت أول أعضائه.
said-team-joined = تمت الإضافة. المفاتيح في الطريق.
said-team-left = تم الإخراج. تغير مفتاح الفريق ومفاتيح حالاته.
said-team-rotated = تغير مفتاح الفريق ومفاتيح حالاته.

menu-partners = الشركاء
    .about = مع من اتفقنا، ومن قورنت كلماته
partners-title = الشركاء
partners-lead = قبل إرسال أي شيء إلى شريك يلزم أمران: مقارنة الكلمات الاثنتي عشرة لمفتاحه بالصوت، واتفاق.
partner = المنظمة
partner-own = هذه نحن
partner-kind = النوع
partner-country = البلد
partner-words = الكلمات
partner-compared = قورنت
partner-not-compared = لم تقارن بعد
partner-compared-long = قورنت، والمفتاح ما زال هو نفسه.
partner-not-compared-long = لم تقارن بعد، أو تغير المفتاح منذ ذلك الحين. لا يمكن إرسال شيء إليها.
partner-agreement = الاتفاق
partner-authority = هذه سلطة رسمية. لا يُشارك معها شيء أبدًا.
agreement-yes = نعم
agreement-until = حتى { $day }
agreement-over = انتهى في { $day }
agreement-no = لا يوجد
compare-title = مقارنة الكلمات
compare-call = يُتصل بشخص معروف لك هناك، على رقم كان لديك من قبل، لا على رقم يعرضه هذا الموقع.
compare-read = تُقرأ عليه كلماتكم الاثنتا عشرة:
compare-ours = كلماتنا الاثنتا عشرة
compare-type = يُطلب منه أن يقرأ كلماتهم، ويُكتب ما يُسمع. لا تُعرض هنا حتى لا يؤكدها أحد دون سماعها.
compare-button = مقارنة
words-heard-fingerprint = الكلمات الاثنتا عشرة التي سمعتها
    .hint = بالترتيب، وبينها مسافات.
agree-title = اتفاق الإحالة
agree-text = ما تعهدت به كل من المنظمتين للأخرى بشأن الأشخاص الذين يساعدونهم معًا: مكتوب وموقّع خارج هذا الموقع.
new-agreement-agreed = يوجد اتفاق
new-agreement-until = آخر يوم
    .hint = يُترك فارغًا إذا لم تكن له نهاية.
said-words-compared = الكلمات متطابقة. لا يستطيع غيرهم فتح ما تُرسله إليهم.
said-agreement-noted = سُجل الاتفاق.
said-agreement-ended = انتهى الاتفاق. لا يمكن إرسال شيء جديد إليها.

fault-not_the_same = هذه ليست كلمات مفتاح هذه المنظمة. لا يُرسل إليها شيء، وتلزم معرفة من قد يتجسس.

menu-languages = اللغات
    .about = أي الجمل راجعها إنسان
languages-title = كيف رُوجعت لغاتنا
languages-lead = كُتبت كل جملة بالإنجليزية أولًا. الترجمة الأولى صنعتها آلة؛ ويراجعها جملةً جملةً أناس يتكلمون اللغة.
languages-critical = { $count ->
    [zero] لا توجد جملة تتوقف عليها سلامة أحد.
    [one] جملة واحدة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
    [two] جملتان تتوقف عليهما سلامة الناس تُعرضان بالإنجليزية إلى أن يراجعهما إنسان.
    [few] { $count } جمل تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
    [many] { $count } جملة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
   *[other] { $count } جملة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
}
languages-language = اللغة
languages-machine = آلة فقط
languages-reviewed = راجعها إنسان
languages-double = راجعها اثنان
languages-stale = تغيرت الإنجليزية منذ ذلك الحين
languages-missing = ناقصة: تُعرض بالإنجليزية
languages-safety = جمل السلامة المعروضة بالإنجليزية
languages-share = رُوجع
languages-share-of = { $checked } من { $all }
languages-source = تُكتب كل الجمل بهذه اللغة أولًا.
language-lead = جمل لم يراجعها أحد بصيغتها الحالية. يقرأ العمودين شخص يتكلم اللغة، ويخبر من يديرون هذا الموقع بما يجب تغييره.
language-empty = رُوجعت كل جملة
    .next = عندما تتغير الإنجليزية يظهر هنا ما يجب النظر إليه من جديد.
language-english = الإنجليزية
language-translated = الترجمة
language-state = الحال
language-critical = تُعرض بالإنجليزية إلى أن يراجعها إنسان


# What the server gave up.
undone-title = ما لم يُنجز
undone-lead = حاول الخادم هذه الأمور مرات كثيرة ثم تخلى عنها. لا يحدث شيء آخر إلى أن يصدر قرار منك.
undone-empty = أُنجز كل شيء
    .next = ما لا يستطيع الخادم فعله، كإرسال بريد إلكتروني، يظهر هنا بعد محاولات تدوم معظم يوم.
undone-notice = { $count ->
    [zero] لم يتخلَّ الخادم عن شيء. كانت آخر محاولة في { $day }.
    [one] تخلى الخادم عن أمر واحد كان عليه أن يفعله لكم. كانت آخر محاولة في { $day }.
    [two] تخلى الخادم عن أمرين كان عليه أن يفعلهما لكم. كانت آخر محاولة في { $day }.
    [few] تخلى الخادم عن { $count } أمور كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
    [many] تخلى الخادم عن { $count } أمرًا كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
   *[other] تخلى الخادم عن { $count } أمر كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
}
undone-link = معرفة السبب، وما العمل
undone-what = ماذا
undone-why = لماذا، وما العمل
undone-attempts = المحاولات
undone-last = آخر محاولة
undone-acts = ما يمكنك فعله
undone-retry = إعادة المحاولة
undone-discard = صرف النظر عنه
undone-kind-send_mail = تعذر إرسال بريد إلكتروني
undone-kind-tell_inbox = لم يُبلَّغ الزملاء بالبريد أن إحالة تنتظر
undone-kind-expire_referral = لم تُنهَ إحالة لم يجب عنها أحد
undone-kind-sharing_stopped = أوقف شخص المشاركة ولم يُخبَر كل الشركاء
undone-kind-report_erased = حذف شخص ما أخبرنا به ولم يزُل كله
undone-kind-expire_draft = لم تُحذف مسودة قديمة
undone-kind-note_failed_sign_in = لم يُسجَّل دخول فاشل
undone-why-refused = رفضها خادم البريد.
undone-why-timed_out = لم يجب خادم البريد في الوقت المناسب.
undone-why-tls = لم يقم اتصال آمن بخادم البريد.
undone-why-unreachable = تعذر الوصول إلى خادم البريد.
undone-why-rejected_address = لا يعرف خادم البريد هذا العنوان.
undone-why-settings = إعدادات هذا الخادم لا تسمح بذلك.
undone-why-interrupted = توقف الخادم في منتصف العمل، كل مرة.
undone-why-broken = حدث خطأ في هذا الخادم.
undone-todo-refused = يُطلب ممن يديرون هذا الخادم التحقق من إعدادات البريد. ثم تُعاد المحاولة.
undone-todo-timed_out = يُسأل من يديرون هذا الخادم هل يعمل خادم البريد. ثم تُعاد المحاولة.
undone-todo-tls = يُطلب ممن يديرون هذا الخادم التحقق من شهادة خادم البريد. ثم تُعاد المحاولة.
undone-todo-unreachable = يُسأل من يديرون هذا الخادم هل يعمل خادم البريد. ثم تُعاد المحاولة.
undone-todo-rejected_address = يُصرف النظر عنه. تُرسل دعوة جديدة إلى العنوان الصحيح، أو يُطلب من الأعضاء التحقق من العنوان الذي أعطوه.
undone-todo-settings = يُطلب ممن يديرون هذا الخادم التحقق من إعدادات البريد. ثم تُعاد المحاولة.
undone-todo-interrupted = يُبلَّغ من يديرون هذا الخادم. ثم تُعاد المحاولة.
undone-todo-broken = يُبلَّغ من يديرون هذا الخادم: في سجله تفاصيل أكثر. ثم تُعاد المحاولة.
said-undone-tried = تُعاد المحاولة خلال ثوانٍ. إن فشلت مرة أخرى فسيقال لك هنا بعد معظم يوم.
said-undone-discarded = صُرف النظر عنه. لم يُنجز ما كان يجب أن يُنجز.

removal-title = إنهاء الإخراج
removal-lead = غادر أحد الفريق. بمفاتيح جديدة لا يُفتح له شيء مما يُكتب من الآن.
removal-none = لم يبقَ شيء
removal-progress = أُنجز { $done } من { $all }
removal-groups = مجموعات تحتاج إلى مفتاح جديد
removal-cases = ملفات بمفتاح سابق
removal-calls = مكالمات منتظرة بمفتاح سابق
removal-letters = رسائل غير مقروءة بمفتاح سابق
removal-referrals = إحالات مفتوحة بمفتاح سابق
removal-ask = تحتاج المجموعات إلى مسؤول المفاتيح. اسأل: { $names }
removal-text = قد يستغرق هذا دقيقة. إن توقف فاضغط مرة أخرى: يُكمل من حيث توقف.
removal-button = إنهاء الآن
removal-go-on = متابعة
removal-link = إنهاء الإخراج
removal-due = قد تكون لدى من غادر مفاتيح.
said-removal-finished = انتهى الإخراج.
