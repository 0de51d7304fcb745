menu-directory = الدليل
    .about = من يساعد في ماذا، وأين، وبأي لغة
directory-title = الدليل
directory-show = ما تعرضه القائمة
services-title = الخدمات
organisations-title = المنظمات
places-title = الأماكن
directory-nothing-found = لا شيء يطابق كل هذا
    .next = يمكن حذف شيء: الكلمات أولًا ثم اللغة.
directory-empty = الدليل ما زال فارغًا
    .next = يستطيع من ينسق أن يستورد ملفًا أو يضيف أول منظمة.
services-empty = لا توجد خدمة مدرجة هنا
    .next = الخدمة هي ما يمكن إحالة شخص إليه: استشارة قانونية، أو مأوى ليلي، أو خط هاتفي.
places-empty = لا يوجد مكان مدرج هنا
    .next = الأماكن هي المكاتب والمحاكم والقنصليات وأماكن الاحتجاز.
places-lead = أماكن الاحتجاز والمحاكم والقنصليات، وحيث تُقدَّم الخدمات.
filter-words = كلمات
filter-country = البلد
filter-need = الاحتياج
filter-language = اللغة
filter-language-hint = اسم أو رمز، مثل التيغرينية أو tir
filter-kind = نوع المنظمة
filter-any = أي شيء
filter-accepting = تستقبل أشخاصًا جددًا الآن
filter-all = وكذلك المغلق والمؤرشف
filter-button = بحث
filter-clear = إظهار كل شيء
organisation = المنظمة
organisation-kind-title = النوع
organisation-part = في الشبكة
organisation-takes-part = على أمبارو: لها صندوق إحالات هنا
organisation-listed = ليست على أمبارو: بالهاتف أو بالكتابة
organisation-new = منظمة جديدة
organisation-edit = تغيير المنظمة
organisation-kind-hotline = خط ساخن
organisation-kind-legal = مساعدة قانونية
organisation-kind-health = صحة
organisation-kind-shelter = مأوى
organisation-kind-union = نقابة
organisation-kind-faith = جماعة دينية
organisation-kind-support = منظمة دعم
organisation-kind-counterpart = شريك في بلد المنشأ
organisation-kind-authority = سلطة رسمية: لا يُشارك معها شيء أبدًا
service = الخدمة
service-new = خدمة جديدة
service-edit = تغيير الخدمة
service-needs = تساعد في
service-countries = البلدان
service-languages = اللغات
service-takes-title = تستقبل أشخاصًا جددًا
service-checked-title = آخر تحقق
service-takes = تستقبل أشخاصًا جددًا
service-takes-free = { $count ->
    [0] تستقبل أشخاصًا جددًا، لكن لا مكان شاغر الآن
    [zero] تستقبل أشخاصًا جددًا، لكن لا مكان شاغر الآن
    [one] تستقبل أشخاصًا جددًا: مكان شاغر واحد
    [two] تستقبل أشخاصًا جددًا: مكانان شاغران
    [few] تستقبل أشخاصًا جددًا: { $count } أماكن شاغرة
    [many] تستقبل أشخاصًا جددًا: { $count } مكانًا شاغرًا
   *[other] تستقبل أشخاصًا جددًا: { $count } مكان شاغر
}
service-full = لا تستقبل أحدًا جديدًا الآن
service-checked-on = جرى التحقق في { $day }
never-checked = لم يجر التحقق قط
not-said = لم يُذكر
service-answers = { $hours ->
    [0] تجيب فورًا
    [zero] تجيب فورًا
    [one] تجيب خلال ساعة
    [two] تجيب خلال ساعتين
    [few] تجيب خلال { $hours } ساعات
    [many] تجيب خلال { $hours } ساعة
   *[other] تجيب خلال { $hours } ساعة
}
service-mark-checked = جرى التحقق اليوم
service-mark-unsure = لم يعد ذلك مؤكدًا
service-mark-full = لا تستقبل أحدًا جديدًا
service-mark-open = تستقبل أشخاصًا جددًا من جديد
service-mark-hint = نقرة واحدة لكل منها، بعد اتصالك مباشرة. ويُراعى ذلك فورًا عند اقتراح من يستطيع المساعدة.
service-for-whom = لمن
service-where = أين
service-status-active = مفتوحة
service-status-inactive = غير مفتوحة
service-status-defunct = مغلقة نهائيًا
service-status-temporarily-closed = مغلقة لبعض الوقت
for-ages = العمر: من { $from } إلى { $to }
for-ages-from = العمر: { $from } فما فوق
for-ages-to = العمر: حتى { $to }
for-detained = لها خبرة مع المحتجزين
gender-female = النساء والفتيات
gender-male = الرجال والفتيان
gender-transgender = مغايرو الهوية الجنسانية
place = المكان
place-new = مكان جديد
place-edit = تغيير المكان
place-kind-title = النوع
place-town = المدينة والبلد
place-point = الإحداثيات
place-kind-office = مكتب
place-kind-detention = مكان احتجاز
place-kind-court = محكمة
place-kind-consulate = سفارة أو قنصلية
place-kind-virtual = بالهاتف أو عبر الإنترنت فقط
place-confidential = العنوان سري
place-confidential-long = العنوان مختوم. يراه مسؤولو الحالات والمشرفون والمنسقون. ممنوع قراءته بصوت مسموع.
place-hidden = العنوان سري. يُطلب من مسؤول أو مسؤولة حالات ترتيب الوصول إليه.
need-legal = مساعدة قانونية
need-health = الصحة
need-mental_health = الصحة النفسية
need-shelter = المأوى
need-food_cash = الطعام والمال
need-documents = الأوراق الثبوتية
need-wages_labour = الأجور والعمل
need-family_tracing = العثور على الأسرة
need-return_reintegration = العودة والبدء من جديد
need-education = التعليم
need-interpretation = الترجمة الشفهية
need-safety = السلامة
entry-edit = تغيير
entry-state = ملاحظة
entry-aside = مؤرشف
entry-aside-long = هذا البند مؤرشف. لا يظهر في البحث ولا يُرسل أحد إليه.
entry-phones = الهاتف
entry-email = البريد الإلكتروني
entry-url = الموقع
entry-source = المصدر
entry-source-own = أُضيف هنا
entry-changed-on = تغير في { $day }
entry-further = ما يقوله الناشر فوق ذلك
entry-imported = جاء هذا البند من ملف ناشر. ما تغيره هنا يبقى إلى أن يغيره الناشر أيضًا.
said-entry-added = أُضيف إلى الدليل.
said-entry-changed = حُفظ.
said-service-checked = سُجل: جرى التحقق اليوم.
said-service-unsure = سُجل: لم يعد ذلك مؤكدًا. لم تعد محسوبة مما جرى التحقق منه.
said-service-full = سُجل: لا تستقبل أحدًا جديدًا الآن.
said-service-open = سُجل: تستقبل أشخاصًا جددًا.

organisation-form-name = الاسم
organisation-form-kind = النوع
organisation-form-country = البلد
organisation-form-alternate_name = اسم آخر
organisation-form-description = ما تفعله
organisation-form-phones = أرقام الهاتف
    .hint = رقم في كل سطر، مع رمز البلد: ‎+30 210 1234567‎. وبعد فاصلة منقوطة لاتينية (;) يمكن ذكر الغرض منه.
organisation-form-email = عنوان البريد الإلكتروني
organisation-form-url = الموقع
    .hint = يبدأ بـ https://‎
organisation-form-own = هذه منظمتنا نحن
    .hint = تصل الإحالات إلى هذا البند عندئذ إلى صندوق إحالاتنا.
organisation-form-active = إظهاره
    .hint = دون هذه العلامة يؤرشف: يُحفظ ولكنه لا يظهر في البحث.

service-form-organisation = المنظمة
service-form-name = الاسم
service-form-categories = تساعد في
service-form-countries = البلدان التي تشملها
    .hint = أسماء بينها فواصل. يُترك فارغًا إذا لم يكن معروفًا.
service-form-languages = اللغات التي تتكلمها
    .hint = أسماء بينها فواصل، مثل العربية، التيغرينية، الفرنسية.
service-form-accepting = تستقبل أشخاصًا جددًا الآن
service-form-capacity = الأماكن الشاغرة الآن
    .hint = يُترك فارغًا إذا لم يكن معروفًا.
service-form-answers_within_hours = خلال كم ساعة تجيب
service-form-status = الحال
service-form-description = ما يُقدَّم
service-form-phones = أرقام الهاتف
    .hint = رقم في كل سطر، مع رمز البلد: ‎+30 210 1234567‎. وبعد فاصلة منقوطة لاتينية (;) يمكن ذكر الغرض منه.
service-form-email = عنوان البريد الإلكتروني
service-form-url = الصفحة
    .hint = تبدأ بـ https://‎
service-form-opening_hours = ساعات العمل
service-form-takes_detained = لها خبرة مع المحتجزين
service-form-min_age = أصغر عمر
service-form-max_age = أكبر عمر
service-form-genders = مخصصة لـ
    .hint = دون أي علامة: للجميع.
service-form-eligibility_text = لمن هي، بنصها
service-form-places = أين تُقدَّم
service-form-alternate_name = اسم آخر

place-form-organisation = المنظمة
place-form-name = الاسم
place-form-kind = النوع
place-form-confidential = إبقاء العنوان سريًا
    .hint = للملاجئ والبيوت الآمنة. يُختم العنوان ولا يظهر أبدًا للعموم.
place-form-address = الشارع والمبنى
place-form-postal_code = الرمز البريدي
place-form-city = المدينة أو البلدة
place-form-region = المنطقة
place-form-country = البلد
place-form-latitude = خط العرض
    .hint = مثل 37.98. يُملأ الاثنان أو لا شيء.
place-form-longitude = خط الطول
place-form-phones = أرقام الهاتف
    .hint = رقم في كل سطر. وبعد فاصلة منقوطة لاتينية (;) يمكن ذكر الغرض منه.
place-form-active = إظهاره
    .hint = دون هذه العلامة يؤرشف: يُحفظ ولكنه لا يظهر في البحث.

import-title = استيراد ملف
import-lead = قائمة ينشرها غيرنا. تُعرف البنود بمعرّفات الناشر نفسه: استيراد الملف نفسه مرة أخرى لا يغير شيئًا، وما صُحح هنا يبقى إلى أن يغيره الناشر.
import-form-format = نوع الملف
import-form-publisher = الناشر
    .hint = لمن هذه القائمة. يُكتب بالطريقة نفسها كل مرة. لازم لملفات Open Referral لأنها لا تذكره.
import-form-file = الملف
    .hint = ملف واحد، أو عدة جداول، أو ملف zip.
import-form-removes = عدد القيود التي ستؤرشف
    .hint = فقط إذا طُلب ذلك. إن كان العدد صحيحًا فاكتبه واختر الملف من جديد. وإلا فقد يكون الملف خطأ: اترك هذه الصفحة.
import-button = استيراد
import-format-hsds-3-0-csv = Open Referral HSDS 3.0، جداول (CSV أو zip)
import-format-hsds-3-0-json = Open Referral HSDS 3.0، JSON
import-format-hsds-1-1-csv = Open Referral HSDS 1.1 أو Ohana، جداول
import-format-laa = Legal Aid Agency (إنجلترا وويلز): المستشارون والفئات
import-format-ice-facilities = أماكن الاحتجاز التابعة لـ ICE (الولايات المتحدة)
import-format-eoir-courts = محاكم الهجرة التابعة لـ EOIR (الولايات المتحدة)
import-format-consulates = السفارات والقنصليات
imports-title = الملفات المستوردة
imports-empty = لم يُستورد أي ملف بعد
    .next = يُختار ملف أعلاه.
import-day = اليوم
import-report-title = ما غيّره الملف
import-nothing-new = لم يتغير شيء: كل ما في الملف معروف من قبل.
import-organisations = المنظمات
import-services = الخدمات
import-places = الأماكن
import-taken = جديد
import-changed = تغيّر
import-unchanged = كما كان
import-missing = لم يعد في الملف
import-left-alone = لم تُمس
import-left-alone-hint = قيود المنظمة المشاركة لا يغيرها ولا يؤرشفها إلا هي نفسها. وقد أُبلغت بذلك.
import-cut-short = لم ينته هذا الاستيراد. ما أُخذ يبقى، ولم يؤرشف شيء. استورد الملف نفسه من جديد وسيكمل الباقي.
import-missing-hint = ما لم يعد في الملف يؤرشف ولا يُحذف أبدًا.
import-faults = الأخطاء
import-faults-title = ما تعذر استيراده
import-faults-none = استُورد كل صف كاملًا.
import-faults-count = { $count ->
    [zero] لا أخطاء. لا تُعرض هنا أي قيمة من الملف.
    [one] خطأ واحد. لا تُعرض هنا أي قيمة من الملف.
    [two] خطآن. لا تُعرض هنا أي قيمة من الملف.
    [few] { $count } أخطاء، يُعرض منها الألف الأول على الأكثر. لا تُعرض هنا أي قيمة من الملف.
    [many] { $count } خطأً، يُعرض منها الألف الأول على الأكثر. لا تُعرض هنا أي قيمة من الملف.
   *[other] { $count } خطأ، يُعرض منها الألف الأول على الأكثر. لا تُعرض هنا أي قيمة من الملف.
}
import-skipped-rows = { $rows ->
    [zero] لم يُترك أي صف
    [one] تُرك صف واحد
    [two] تُرك صفان
    [few] تُركت { $rows } صفوف
    [many] تُرك { $rows } صفًا
   *[other] تُرك { $rows } صف
}
import-file = الملف
import-row = الصف
import-field = الحقل
import-why = السبب
import-effect = ما حدث للصف
import-whole-file = الملف كله
import-another = استيراد ملف آخر
import-effect-skipped = تُرك
import-effect-taken_without = استُورد دون هذه القيمة
import-fault-missing_file = ينقص ملف تابع له
import-fault-missing_column = ينقص عمود لا بد منه
import-fault-bad_encoding = النص ليس بترميز UTF-8
import-fault-duplicate_id = لصف سابق المعرّف نفسه
import-fault-empty_name = ليس له اسم
import-fault-dangling_reference = يشير إلى صف غير موجود أو متروك
import-fault-bad_character = فيها حرف لا يمكن حفظه
import-fault-bad_value = القيمة ناقصة أو ليست بالصيغة الصحيحة
import-fault-unknown_language = لا لغة لها هذا الاسم أو الرمز
import-fault-unknown_country = لا بلد له هذا الاسم أو الرمز
import-fault-unreadable = لا يمكن قراءة الملف
said-imported = استُورد الملف.

fault-unknown_language = لا نعرف هذه اللغة: يمكن تجربة اسم آخر لها أو رمزها
fault-unknown_country = لا نعرف هذا البلد: يمكن تجربة اسم آخر له أو رمزه
fault-not_your_own = لا يمكنك تغيير هذا
fault-unknown = هذا ليس في الدليل
fault-no_file = يلزم اختيار ملف
fault-bad_cursor = لم تعد هذه الصفحة من القائمة موجودة. يُرجى البدء من الصفحة الأولى.
