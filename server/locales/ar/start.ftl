start-title = عون لمن هم في الطريق
start-lead = يحفظ أمبارو ما تقوله لمن يساعدونك مختومًا، ويوصله إلى من يستطيع المساعدة.
start-person-title = أُعطيت رقمًا
start-person-text = اعرف ما سيحدث بعد ذلك، أو اكتب إلينا، أو قل من لا يجوز له أن يعرف. لا تحتاج إلى اسم ولا بريد إلكتروني.
start-person-button = أدخل رقمي
start-staff-title = أساعد الناس
start-staff-text = للخطوط الساخنة والملاجئ والمساعدة القانونية والعيادات والنقابات والمنظمات الشريكة.
start-join = دُعيت للانضمام
start-languages = لغات أخرى
start-safety-title = إذا كان أحد ينظر من خلفك
start-safety-leave = «غادر الآن» في أعلى كل صفحة يأخذك بعيدًا فورًا.
start-safety-history = يبقى في سجل التصفح ما يدل على أنك كنت هنا. النافذة الخاصة لا تحتفظ بسجل.
start-safety-asked = لن يسألك أحد من أمبارو أبدًا عن رقمك أو عبارة مرورك.
home-title = يومك
home-waiting-title = لم يقبلك فريقك بعد
home-waiting-text = يجب أن يدخلك شخص من فريقك قبل أن ترى أي شيء. أخبرهم بأنك انضممت.
menu-more = المزيد
menu-me = حسابي
    .about = عبارة المرور والعامل الثاني ورمز الاسترداد وعمليات الدخول
gone-title = صفحة جديدة
gone-link = ابحث عن شيء
said-signed-out = تم تسجيل خروجك.
said-locked = أُقفلت هذه الصفحة لأن أحدًا لم يستخدمها. سجل الدخول للمتابعة.

translations-title = كيف رُوجعت لغاتنا
translations-lead = الإنجليزية هي اللغة التي نكتب بها. واللغات الأخرى ترجمات، وهذا مدى مراجعة الناس لها.
translations-machine-about = ما لم تترجمه إلا آلة مذكور في أعلى الصفحة.
translations-withheld = { $count ->
    [zero] لا توجد جملة تتوقف عليها سلامة الناس.
    [one] جملة واحدة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
    [two] جملتان تتوقف عليهما سلامة الناس تُعرضان بالإنجليزية إلى أن يراجعهما إنسان.
    [few] { $count } جمل تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
    [many] { $count } جملة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
   *[other] { $count } جملة تتوقف عليها سلامة الناس تُعرض بالإنجليزية إلى أن يراجعها إنسان.
}
translations-nowhere = ما يقوله الناس لنا لا يُرسل أبدًا إلى خدمة ترجمة.
translations-caption = الجمل حسب اللغة
translations-pages = الصفحات
translations-scope-all = كلها
translations-scope-person = لمن معهم رقم
translations-machine = آلة فقط
translations-reviewed = راجعها شخص واحد
translations-double = راجعها شخصان
translations-old = تغيرت الإنجليزية منذ ذلك الحين
translations-missing = غير مترجمة
translations-help = هل تتقن إحدى هذه اللغات؟ أخبر المنظمة التي تدير هذا الموقع.
