menu-members = الأعضاء
    .about = من يعمل هنا، وما يجوز أن يُطلب من كل منهم
members-title = الأعضاء
members-invite = ادعُ شخصًا
member-title = عضو
members-roles = العمل
member-state = الحال
member-key = سجل المفاتيح
member-signs = يوقّع سجل المفاتيح
member-signs-long = يوقّع سجل المفاتيح. لا يستطيع إخراج هذا الحساب إلا شخص آخر يوقّعه.
member-roles-button = غيّر ما يفعله هذا العضو
member-end = إنهاء هذا الحساب
member-remove-about = العضو يغادر. وعلى من يحمل المفاتيح أن يغيرها بعد ذلك.
member-remove-link = إخراج هذا العضو…
member-remove-title = إخراج عضو
member-remove-lead = لا يستطيع { $name } تسجيل الدخول من الآن فصاعدًا.
member-remove-first = تنتهي كل عمليات الدخول فورًا، ولا يصل أي مفتاح في الطريق.
member-remove-second = يبقى الاسم في سجل ما جرى.
member-remove-third = على مشرف أن يغير بعد ذلك مفاتيح الفرق. وإلى أن يحدث ذلك تنبه الفرق إليه.
member-remove-button = أخرج هذا العضو
member-reset-about = لمن فقد عبارة المرور ورمز الاسترداد. ينتهي الحساب وتدعو من جديد.
member-reset-link = إعادة ضبط هذا الحساب…
member-reset-title = إعادة ضبط حساب
member-reset-lead = ينتهي حساب { $name }، وتدعو من جديد.
member-reset-first = لا يستطيع أحد أن يعيد ما كانت عبارة المرور هذه تحميه: هكذا أُريد لها.
member-reset-second = تبقى الحالات لدى الفريق. لا يضيع شيء ما دام أحد أعضاء الفريق يستطيع الدخول.
member-reset-third = بعد الدعوة الجديدة يجب أن يقبل شخص من الفريق هذا العضو مرة أخرى.
member-reset-button = أعد ضبط هذا الحساب
account-state-waiting = ينتظر القبول
account-state-active = يعمل
account-state-locked = مقفل حتى إعادة الضبط
account-state-removed = غادر
new-roles-roles = ما يفعله هذا العضو
    .hint = تقول الأدوار ما يجوز أن يُطلب من شخص. لا تفتح أي حالة: هذا ما تفعله مفاتيح الفرق.
reason-reason = السبب
    .hint = بكلمات قليلة، ودون اسم أي شخص نساعده. يقرؤه المدققون لديكم.
said-roles-changed = تغير ما يفعله هذا العضو.
said-member-removed = انتهى الحساب. أخبر مشرفًا: يجب تغيير مفاتيح الفرق.
said-member-reset = انتهى الحساب. ادعُ الآن من جديد.

menu-invitations = الدعوات
    .about = اطلب من شخص أن ينضم
invitations-title = الدعوات
invitations-lead = كل من يحمل رمزًا يستطيع الانضمام، فسلّمه بنفسك: على ورقة، أو وجهًا لوجه، أو بطريقة تثقان بها معًا.
invitations-open = لم تُستعمل بعد
invitations-empty = لا توجد دعوة مفتوحة
    .next = اصنع واحدة أدناه.
invitation-new = دعوة جديدة
invitation-until = حتى
invitation-until-day = يمكن استعمالها حتى { $day }
invitation-withdraw = سحب
invitation-button = اصنع الدعوة
new-invitation-roles = ما سيفعله العضو الجديد
    .hint = مدير النظام لا يحمل أي مفتاح، ولذلك لا يفعل شيئًا آخر.
new-invitation-note = ملاحظة لقائمتك
    .hint = يختار الأعضاء الجدد أسماءهم بأنفسهم. يكفي هنا الاسم الأول.
new-invitation-days = عدد الأيام التي يمكن استعمالها فيها
    .hint = من 1 إلى 30؛ و7 إذا تركته فارغًا.
new-invitation-mail = أرسل الرمز أيضًا إلى هذا العنوان البريدي
    .hint = لا تذكر الرسالة أحدًا. قد يُقرأ البريد في الطريق: الأفضل أن تسلّم الرمز بنفسك.
invitation-made = الدعوة جاهزة
invitation-code = الرمز
invitation-code-text = دوّنه أو أظهره. لا يمكن عرضه مرة أخرى؛ إذا ضاع فاسحب الدعوة واصنع غيرها.
invitation-mailed = أُرسل الرمز بالبريد أيضًا.
invitation-words = اثنتا عشرة كلمة للمقارنة
invitation-words-text = يرى العضو الجديد اثنتي عشرة كلمة عند الانضمام. يجب أن تكون هي هذه. إذا اختلفت واحدة فهناك شخص في الوسط: توقف وأخبر مشرفك.
invitation-next = بعد الانضمام يجب أن يقبل مشرف العضو الجديد.
said-invitation-withdrawn = سُحبت الدعوة. رمزها لا يفتح شيئًا.

menu-teams = الفرق
    .about = من يعملون معًا، ومن يحمل أي مفاتيح
teams-title = الفرق
teams-lead = يتشارك الفريق مفتاح حالاته. من كان فيه يستطيع فتحها، ومن لم يكن فيه لا يستطيع.
teams-empty = لا يوجد فريق بعد
    .next = الفرق الصغيرة أكثر أمانًا: إذا فُقدت عبارة مرور واحدة فلا يمكن الوصول إلا إلى حالات ذلك الفريق.
teams-standing = مجموعات ثابتة
teams-standing-text = تتبع ما يفعله العضو: كل من يُقبل يحصل على مفاتيحها.
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
team-yours = أنت فيه
team-not-held = أنت لا تحمل هذا المفتاح. لا يستطيع إدخال آخرين إلا مشرف من هذا الفريق.
team-rotation-due = يجب تغيير المفتاح
team-rotation-text = غادر شخص المنظمة وقد يكون هذا المفتاح ما زال معه. بمفتاح جديد لا يعود ما احتفظ به يفتح شيئًا.
team-rotation-link = مفتاح هذا الفريق
team-leave = إخراج
team-leave-title = إخراج شخص من الفريق
team-leave-lead = لن يفتح { $name } حالات هذا الفريق بعد الآن.
team-leave-first = يحصل الفريق على مفتاح جديد، وكذلك كل حالة يستطيع الفريق فتحها.
team-leave-second = ما قُرئ من قبل لا يمكن محوه من الذاكرة.
team-leave-third = إذا كانت الحالات كثيرة فقد يستغرق هذا دقيقة. لا تغلق الصفحة.
team-leave-button = أخرجه وغيّر المفتاح
team-join = أدخله إلى الفريق
new-team-label = اسم فريق جديد
    .hint = يُحفظ مختومًا. لا تسمّه باسم شخص تساعده.
team-join-account = إدخال زميل
rotation-title = مفتاح الفريق
rotation-lead = المفتاح الجديد يضع الحالات بعيدًا عن متناول من غادر.
rotation-epoch = المفاتيح حتى الآن
rotation-left = حالات ما زالت تحت مفتاح سابق
rotation-left-text = { $count ->
    [zero] لم تُترك أي حالة.
    [one] تُركت حالة واحدة لأن شخصًا كان يعمل عليها.
    [two] تُركت حالتان لأن أشخاصًا كانوا يعملون عليهما.
    [few] تُركت { $count } حالات لأن أشخاصًا كانوا يعملون عليها.
    [many] تُركت { $count } حالة لأن أشخاصًا كانوا يعملون عليها.
   *[other] تُركت { $count } حالة لأن أشخاصًا كانوا يعملون عليها.
}
rotation-finish = غيّرها الآن
rotation-text = مفتاح جديد للفريق ولكل حالة يستطيع فتحها. إذا كانت الحالات كثيرة فقد يستغرق هذا دقيقة.
rotation-button = اصنع مفتاحًا جديدًا
said-team-made = أُنشئ الفريق. أنت أول أعضائه.
said-team-joined = تم الإدخال. المفاتيح في الطريق.
said-team-left = تم الإخراج. تغير مفتاح الفريق ومفاتيح حالاته.
said-team-rotated = تغير مفتاح الفريق ومفاتيح حالاته.

menu-partners = الشركاء
    .about = مع من اتفقنا، ومن قورنت كلماته
partners-title = الشركاء
partners-lead = قبل أن يُرسل أي شيء إلى شريك يلزم أمران: مقارنة الكلمات الاثنتي عشرة لمفتاحه بالصوت، واتفاق.
partner = المنظمة
partner-own = هذه نحن
partner-kind = النوع
partner-country = البلد
partner-words = الكلمات
partner-compared = قورنت
partner-not-compared = لم تقارن بعد
partner-compared-long = قورنت، والمفتاح ما زال هو نفسه.
partner-not-compared-long = لم تقارن بعد، أو تغير المفتاح منذ ذلك الحين. لا يمكن إرسال شيء إلى هناك.
partner-agreement = الاتفاق
partner-authority = هذه سلطة رسمية. لا يُشارك معها شيء أبدًا.
agreement-yes = متفق
agreement-until = متفق حتى { $day }
agreement-over = انتهى في { $day }
agreement-no = لا يوجد
compare-title = مقارنة الكلمات
compare-call = اتصل بشخص تعرفه هناك، على رقم كان لديك من قبل، لا على رقم يعرضه هذا الموقع.
compare-read = اقرأ عليه كلماتكم الاثنتي عشرة:
compare-ours = كلماتنا الاثنتا عشرة
compare-type = دعه يقرأ كلماتهم واكتب ما تسمعه. لا تُعرض هنا حتى لا يؤكدها أحد دون مقارنة.
compare-button = قارن
words-heard-fingerprint = الكلمات الاثنتا عشرة التي سمعتها
    .hint = بالترتيب، وبينها مسافات.
agree-title = اتفاق على الإحالة
agree-text = ما تعهدت به كل من المنظمتين للأخرى بشأن الأشخاص الذين يساعدونهم معًا: مكتوب وموقّع خارج هذا الموقع.
new-agreement-agreed = يوجد اتفاق
new-agreement-until = آخر يوم فيه
    .hint = اتركه فارغًا إذا لم تكن له نهاية.
said-words-compared = الكلمات هي نفسها. ما يُرسل إلى هناك الآن لا يصل إلى أحد آخر.
said-agreement-noted = سُجل الاتفاق.
said-agreement-ended = لم يعد هناك اتفاق. لا يُرسل شيء جديد إلى هناك.

fault-not_the_same = هذه ليست كلمات مفتاح هذه المنظمة. لا ترسل إليها شيئًا، واسأل من الذي في الوسط.

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
language-lead = ما لم يراجعه أحد كما هو الآن. يقرأ العمودين شخص يتكلم اللغة، ويخبر من يعتني بهذا الموقع بما يجب تغييره.
language-empty = رُوجعت كل جملة
    .next = عندما تتغير الإنجليزية يظهر هنا ما يجب النظر إليه من جديد.
language-english = الإنجليزية
language-translated = الترجمة
language-state = الحال
language-critical = تُعرض بالإنجليزية إلى أن يراجعها إنسان


# What the server gave up.
undone-title = ما لم يُنجز
undone-lead = حاول الخادم هذه الأمور مرارًا ثم تخلى عنها. لا يحدث لها شيء حتى تقرر أنت.
undone-empty = أُنجز كل شيء
    .next = ما لا يستطيع الخادم فعله، كإرسال رسالة بريد، يظهر هنا بعد محاولات تدوم معظم يوم.
undone-notice = { $count ->
    [zero] لم يتخلَّ الخادم عن شيء. كانت آخر محاولة في { $day }.
    [one] تخلى الخادم عن أمر واحد كان عليه أن يفعله لكم. كانت آخر محاولة في { $day }.
    [two] تخلى الخادم عن أمرين كان عليه أن يفعلهما لكم. كانت آخر محاولة في { $day }.
    [few] تخلى الخادم عن { $count } أمور كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
    [many] تخلى الخادم عن { $count } أمرًا كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
   *[other] تخلى الخادم عن { $count } أمر كان عليه أن يفعلها لكم. كانت آخر محاولة في { $day }.
}
undone-link = انظر لماذا، وما العمل
undone-what = ماذا
undone-why = لماذا، وما العمل
undone-attempts = المحاولات
undone-last = آخر محاولة
undone-acts = ما يمكنك فعله
undone-retry = حاول مرة أخرى
undone-discard = اصرف النظر عنه
undone-kind-send_mail = تعذر إرسال رسالة بريد
undone-kind-tell_inbox = لم يُبلَّغ الزملاء بالبريد أن إحالة تنتظر
undone-kind-expire_referral = لم تُنهَ إحالة لم يجب عنها أحد
undone-kind-sharing_stopped = أوقف أحدهم المشاركة ولم يُبلَّغ كل الشركاء
undone-kind-report_erased = محا أحدهم بلاغًا ولم يزُل كله
undone-kind-expire_draft = لم تُحذف مسودة قديمة
undone-kind-note_failed_sign_in = لم يُسجَّل دخول فاشل
undone-why-refused = رفضها خادم البريد.
undone-why-timed_out = لم يجب خادم البريد في الوقت المناسب.
undone-why-tls = لم يقم اتصال آمن بخادم البريد.
undone-why-unreachable = تعذر الوصول إلى خادم البريد.
undone-why-rejected_address = لا يعرف خادم البريد هذا العنوان.
undone-why-settings = إعدادات هذا الخادم لا تسمح بذلك.
undone-why-interrupted = توقف الخادم في منتصف العمل، كل مرة.
undone-why-broken = ارتكب هذا الخادم خطأ.
undone-todo-refused = اطلب ممن يدير هذا الخادم أن ينظر في إعدادات البريد. ثم حاول مرة أخرى.
undone-todo-timed_out = اسأل من يدير هذا الخادم هل يعمل خادم البريد. ثم حاول مرة أخرى.
undone-todo-tls = اطلب ممن يدير هذا الخادم أن ينظر في شهادة خادم البريد. ثم حاول مرة أخرى.
undone-todo-unreachable = اسأل من يدير هذا الخادم هل يعمل خادم البريد. ثم حاول مرة أخرى.
undone-todo-rejected_address = اصرف النظر عنه. ادعُ من جديد بالعنوان الصحيح، أو اطلب من الأعضاء أن ينظروا في العنوان الذي أعطوه.
undone-todo-settings = اطلب ممن يدير هذا الخادم أن ينظر في إعدادات البريد. ثم حاول مرة أخرى.
undone-todo-interrupted = أبلغ من يدير هذا الخادم. ثم حاول مرة أخرى.
undone-todo-broken = أبلغ من يدير هذا الخادم: في سجله تفاصيل أكثر. ثم حاول مرة أخرى.
said-undone-tried = تُعاد المحاولة خلال ثوانٍ. إن فشلت مرة أخرى فسيقال لك هنا بعد معظم يوم.
said-undone-discarded = صُرف النظر عنه. لم يُنجز ما كان يجب أن يُنجز.
