# The pages of the person with a number.
my-number-title = رقمك
own-number-receipt = اكتب رقمك
    .hint = فيه 18 خانة. يمكنك ترك مسافات.
my-number-button = تابع
my-number-only = لا تحتاج إلا إلى الرقم: لا اسم ولا بريد إلكتروني ولا هاتف.
my-number-lost = هل ضاع الرقم؟ لا أحد يستطيع صنعه من جديد. اتصل مرة أخرى: يستطيع من يساعدونك المتابعة معك.
fault-wrong_length = الرقم من 18 خانة: انظر هل تنقص خانة أو تزيد
fault-not_a_number = اكتب هنا أرقاماً فقط
fault-one_number_is_wrong = خانة واحدة خاطئة: انظر إلى رقمك مرة أخرى
fault-unknown_number = هذا الرقم لا يفتح شيئاً: انظر إليه مرة أخرى، خانة خانة
refused-letters_wait = لم يقرأ أحد رسائلك الأخيرة بعد. انتظر الجواب.
fault-not_confirmed = قل نعم أولاً: لا يمكن الرجوع عن هذا
my-status-title = ماذا يحدث بعد ذلك
my-step-waiting = بلاغك ينتظر القراءة. الأكثر استعجالاً يُقرأ أولاً.
my-step-read = قرأ أحدهم بلاغك. وهم يقررون الخطوة التالية.
my-step-in_work = هناك من يعمل على بلاغك.
my-step-closed = لا شيء آخر مخطط له. اكتب هنا إذا احتجت إلى المساعدة مرة أخرى.
my-changed = آخر تغيير: { $day }.
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
own-letter-text = اكتب رداً
    .hint = لا يقرؤه إلا من يساعدونك. يمكنك الكتابة بلغتك.
my-letter-send = أرسل
said-my-letter-sent = أُرسلت رسالتك. سيظهر الجواب هنا.
my-looks = من اطّلع على بلاغك
my-looks-none = لم يقرأه أحد بعد.
my-looks-about = يُسجَّل كل من يفتح بلاغك. يمكنك أن تطلب القائمة كاملة ممن يساعدونك.
my-kind-hotline = خط مساعدة
my-kind-legal = مكتب مساعدة قانونية
my-kind-health = عيادة
my-kind-shelter = مأوى
my-kind-union = نقابة
my-kind-faith = جماعة دينية
my-kind-support = مجموعة دعم
my-kind-counterpart = جهة مساعِدة في بلد آخر
my-kind-authority = سلطة
my-look-report = — قُرئ بلاغك.
my-look-notice = — قُرئت ملاحظة قصيرة بلا اسمك.
my-look-packet = — سُلِّم ما وافقت على مشاركته.
my-decide = القرار لك
my-stop-link = أوقف المشاركة
my-stop-link-about = لا ينبغي أن يعرف عنك أحد جديد
my-delete-link = احذف بلاغي
my-delete-link-about = تقرأ أولاً ما معنى ذلك
my-no-contact = لا تتواصلوا معي الآن
my-no-contact-about = هل من الخطر أن يتصل بك أحد أو يكتب إليك؟ اضغط هنا. يُطلب ممن يساعدونك أن ينتظروا حتى تكتب.
my-no-contact-letter = الأسلم الآن عدم التواصل معي. من فضلكم لا تتصلوا ولا تكتبوا خارج هذه الصفحة. سأكتب هنا عندما يصبح الأمر آمناً.
said-no-contact = طُلب ممن يساعدونك ألا يتواصلوا معك. اكتب هنا عندما يصبح الأمر آمناً.
my-stop-title = أوقف المشاركة
my-stop-now = من الآن لا يُقال شيء عنك لأي شخص جديد.
my-stop-known = ما قرأه أحد من قبل يظل يعرفه. ويُطلب منه أن يتوقف.
my-stop-help = من يساعدونك يستمرون في مساعدتك. للمشاركة من جديد اكتب إليهم.
my-stop-button = نعم، أوقف المشاركة الآن
my-sharing-is-stopped = لقد أوقفت المشاركة. لا يُقال شيء عنك لأي شخص جديد.
said-sharing-stopped = توقفت المشاركة.
my-delete-title = احذف بلاغي
my-delete-now = يُحذف بلاغك وكل الرسائل فوراً.
my-delete-number = بعد ذلك لا يفتح رقمك شيئاً.
my-delete-never-back = لا أحد يستطيع استرجاعه، ولا أحد يستطيع مساعدتك به بعد ذلك.
my-delete-button = نعم، احذف كل شيء الآن
my-delete-case-asked = هناك من يعمل على قضيتك. يُطلب ممن يساعدونك حذف كل شيء عنك.
my-delete-case-stop = من الآن لا يُشارَك شيء مع آخرين.
my-delete-case-answer = يجب أن يوافق من يساعدونك قبل الحذف. سيكتبون إليك هنا.
my-delete-case-button = نعم، اطلب منهم حذف كل شيء
my-delete-back = لا، أبقِ بلاغي
said-report-deleted = حُذف كل شيء. رقمك لا يفتح شيئاً بعد الآن.
said-erasure-asked = طُلب ممن يساعدونك حذف كل شيء. لا يُشارَك شيء بعد الآن.
my-leave = عندما تنتهي
my-leave-about = رقمك يعمل في المرة القادمة أيضاً. احفظه حيث لا يجده غيرك.
letter-text-please_delete = من فضلكم احذفوا كل ما يتعلق بي.
