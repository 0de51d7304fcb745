# The pages of the person with a number.
my-number-title = رقمك
own-number-receipt = رقمك
    .hint = فيه 18 خانة. يمكن ترك مسافات.
my-number-button = متابعة
my-number-only = لا يلزمك إلا الرقم: لا اسم ولا بريد إلكتروني ولا هاتف.
my-number-lost = هل ضاع الرقم؟ لا أحد يستطيع صنعه من جديد. يمكنك الاتصال مرة أخرى: يستطيع من يساعدونك المتابعة معك.
fault-wrong_length = الرقم من 18 خانة: يُرجى التحقق هل تنقص خانة أو تزيد
fault-not_a_number = تُكتب هنا أرقام فقط
fault-one_number_is_wrong = خانة واحدة خاطئة: يُرجى التحقق من رقمك مرة أخرى
fault-unknown_number = هذا الرقم لا يفتح شيئًا: يُرجى التحقق منه مرة أخرى، خانة خانة
refused-letters_wait = لم يقرأ أحد رسائلك الأخيرة بعد. يُرجى انتظار الجواب.
fault-not_confirmed = تلزم الموافقة بنعم أولًا: لا يمكن الرجوع عن هذا
my-status-title = ماذا يحدث بعد ذلك
my-step-waiting = ما أخبرتنا به ينتظر القراءة. الأكثر استعجالًا يُقرأ أولًا.
my-step-read = قرأ أحدهم ما أخبرتنا به. وهم يقررون الخطوة التالية.
my-step-in_work = هناك من يعمل على طلبك.
my-step-closed = لا شيء آخر مخطط له. يمكنك الكتابة هنا إذا احتجت إلى المساعدة مرة أخرى.
my-changed = آخر تغيير: { $day }.
my-good-until = يعمل رقمك حتى { $day }. كلما استعملته عمل مدة أطول.
my-back = رجوع
my-letters = الرسائل
my-letters-new = { $count ->
    [zero] الرسائل: لا جديد
    [one] الرسائل: واحدة جديدة
    [two] الرسائل: اثنتان جديدتان
    [few] الرسائل: { $count } جديدة
    [many] الرسائل: { $count } جديدة
   *[other] الرسائل: { $count } جديدة
}
my-letters-none = لا رسائل بعد.
my-letters-earlier = رسائل أقدم
my-letter-mine = أنت
my-letter-theirs = من يساعدونك
own-letter-text = كتابة رد
    .hint = لا يقرؤه إلا من يساعدونك. يمكنك الكتابة بلغتك.
my-letter-send = إرسال
said-my-letter-sent = أُرسلت رسالتك. سيظهر الجواب هنا.
my-looks = من اطّلع على ما أخبرتنا به
my-looks-none = لم يقرأه أحد بعد.
my-looks-about = يُسجَّل كل من يفتح ما أخبرتنا به. يمكنك أن تطلب القائمة كاملة ممن يساعدونك.
my-kind-hotline = خط مساعدة
my-kind-legal = مكتب مساعدة قانونية
my-kind-health = عيادة
my-kind-shelter = مركز إيواء
my-kind-union = نقابة
my-kind-faith = جماعة دينية
my-kind-support = مجموعة دعم
my-kind-counterpart = جهة مساعِدة في بلد آخر
my-kind-authority = جهة رسمية
my-look-report = — قُرئ ما أخبرتنا به.
my-look-notice = — قُرئت ملاحظة قصيرة بلا اسمك.
my-look-packet = — سُلِّم ما وافقت على مشاركته.
my-decide = القرار لك
my-stop-link = وقف المشاركة
my-stop-link-about = لن يُخبَر عنك أحد جديد
my-delete-link = حذف ما أخبرتكم به
my-delete-link-about = يمكنك أولًا قراءة ما معنى ذلك
my-no-contact = عدم التواصل معي الآن
my-no-contact-about = هل من الخطر أن يتصل بك أحد أو يكتب إليك؟ اضغط/ي هنا. سيُطلب ممن يساعدونك أن ينتظروا حتى تصل منك رسالة.
my-no-contact-letter = الأسلم الآن عدم التواصل معي. يُرجى عدم الاتصال وعدم الكتابة خارج هذه الصفحة. سأكتب هنا عندما يصبح الأمر آمنًا.
said-no-contact = طُلب ممن يساعدونك ألا يتواصلوا معك. يمكنك الكتابة هنا عندما يصبح الأمر آمنًا.
my-stop-title = وقف المشاركة
my-stop-now = من الآن لن يُقال شيء عنك لأي شخص جديد.
my-stop-known = ما قرأه أحد من قبل يظل يعرفه. سيُطلب منه أن يتوقف.
my-stop-help = من يساعدونك سيستمرون في مساعدتك. يمكنك المشاركة من جديد متى شئت، في هذه الصفحة.
my-stop-button = نعم، وقف المشاركة الآن
my-sharing-is-stopped = لقد أوقفت المشاركة. لن يُقال شيء عنك لأي شخص جديد.
said-sharing-stopped = توقفت المشاركة.
my-share-again-now = إذا شاركت من جديد، فقد يُخبَر الشركاء عنك مرة أخرى، كما اتفقت مع من يساعدونك.
my-share-again-button = نعم، المشاركة من جديد
said-sharing-again = عادت المشاركة.
my-delete-title = حذف ما أخبرتكم به
my-delete-now = سيُحذف ما أخبرتنا به وكل الرسائل فورًا.
my-delete-number = بعد ذلك لن يفتح رقمك شيئًا.
my-delete-never-back = لا أحد يستطيع استرجاعه، ولا أحد يستطيع مساعدتك به بعد ذلك.
my-delete-button = نعم، حذف كل شيء الآن
my-delete-case-asked = هناك من يعمل على حالتك. سيُطلب ممن يساعدونك حذف كل شيء عنك.
my-delete-case-stop = من الآن لن يُشارَك شيء مع آخرين.
my-delete-case-answer = يجب أن يوافق من يساعدونك قبل الحذف. سيكتبون إليك هنا.
my-delete-case-button = نعم، طلب حذف كل شيء
my-delete-back = لا، الإبقاء على ما أخبرتكم به
said-report-deleted = حُذف كل شيء. رقمك لا يفتح شيئًا بعد الآن.
said-erasure-asked = طُلب ممن يساعدونك حذف كل شيء. لا يُشارَك شيء بعد الآن.
my-leave = عند الانتهاء
my-leave-about = رقمك سيعمل في المرة القادمة أيضًا. يُرجى حفظه حيث لا يجده غيرك.
letter-text-please_delete = يُرجى حذف كل ما يتعلق بي.

my-contact-is-stopped = لا يجوز لأحد الاتصال بك الآن. يرى من يساعدونك: لا تتصلوا. ينتظرون حتى تقول غير ذلك.
my-contact-again = صار الاتصال بي آمنًا من جديد
said-contact-again = يمكن لمن يساعدونك الاتصال بك من جديد كما اتفقتم.
