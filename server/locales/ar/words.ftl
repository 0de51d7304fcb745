entry-kind-note = ملاحظة
entry-kind-call = مكالمة
entry-kind-visit = زيارة
entry-kind-message = رسالة
entry-kind-decision = قرار
entry-kind-document_note = ما تقوله وثيقة

need-where-here = حيث يوجد الشخص
need-where-origin = في بلد منشئه

need-status-open = مفتوح
need-status-in_referral = لدى شريك
need-status-met = لُبّي
need-status-dropped = لم يعد لازمًا

task-kind-deadline = موعد نهائي
task-kind-hearing = جلسة محكمة
task-kind-bond = كفالة
task-kind-appeal = استئناف
task-kind-removal = ترحيل
task-kind-medical = موعد طبي
task-kind-reporting = حضور لدى السلطات
task-kind-contact_attempt = محاولة الوصول إلى الشخص
task-kind-other = غير ذلك

section-identity = الاسم والعمر واللغات
section-contact = كيف يمكن الوصول إلى الشخص
section-custody = مكان الاحتجاز
section-needs = ما يحتاجه الشخص
section-health = الصحة
section-trafficking = ما تعرض له الشخص
section-immigration_status = وضع الإقامة
section-family = الأسرة
section-documents = الأوراق
section-notes = الملاحظات المخصصة للشركاء

recipients-nobody_yet = لا أحد بعد
recipients-ask_each_time = السؤال كل مرة
recipients-named = المذكورون بالاسم فقط
recipients-any_partner = أي شريك يستطيع المساعدة

purpose-referral = إيجاد المساعدة
purpose-legal_representation = التمثيل القانوني
purpose-medical = العلاج
purpose-shelter = السكن
purpose-family_tracing = العثور على الأسرة
purpose-statistics = الإحصاء
purpose-other = غير ذلك

explained-by-me = مني
explained-by-interpreter = من مترجم شفهي
explained-by-not_possible = تعذر الشرح

proxy-role-parent = أحد الوالدين
proxy-role-guardian = وصي
proxy-role-appointed = شخص عينته محكمة أو سلطة
proxy-role-lawyer_with_mandate = محامٍ أو محامية بتوكيل موقَّع
proxy-role-other = شخص آخر
child-view-agrees = الطفل موافق
child-view-objects = الطفل لا يريد ذلك
child-view-not_asked = لم يُسأل الطفل
child-view-too_young = أصغر من أن يكون له رأي
child-decided-guardian = من وافق عن الطفل
child-decided-best_interests = قرار لمصلحة الطفل الفضلى
explainer-me = من دوَّنها
explainer-interpreter = مترجم شفهي
explainer-not_possible = لا أحد: تعذر الشرح
given-spoken = شفهيًا
given-signed = بالتوقيع
given-proxy = من شخص نيابة عنه

trafficking-PossibleVictimOfTrafficking = ضحية محتملة للاتجار
trafficking-ActualVictimOfTrafficking = ضحية اتجار
trafficking-NotAVictimOfTrafficking = لا اتجار
trafficking-act-recruitment = التجنيد
trafficking-act-transportation = النقل
trafficking-act-transfer = التنقيل
trafficking-act-harbouring = الإيواء
trafficking-act-receipt = الاستقبال
trafficking-means-PhysicalThreats = التهديد بالعنف
trafficking-means-ThreatsLawEnforcement = التهديد باستدعاء الشرطة
trafficking-means-ThreatensChildrenFamily = تهديد الأطفال أو الأسرة
trafficking-means-DebtBondage = إسار الدين
trafficking-means-FalsePromises = وعود كاذبة
trafficking-means-PhysicalAbuse = اعتداء بدني
trafficking-means-SexualAbuse = اعتداء جنسي
trafficking-means-TakesEarnings = أخذ ما يكسبه الشخص
trafficking-means-RestrictsFinancialAccess = المنع من المال
trafficking-means-RestrictsMedicalCare = المنع من الرعاية الطبية
trafficking-means-WithholdsNecessities = حجب الطعام أو غيره من الأساسيات
trafficking-means-PsychologicalAbuse = اعتداء نفسي
trafficking-means-PsychoactiveSubstance = مخدرات أو كحول
trafficking-means-ExcessiveWorkingHours = ساعات عمل مفرطة
trafficking-means-WithholdsDocuments = حجز الأوراق
trafficking-means-Other = غير ذلك

exploitation-ForcedLabour = العمل الجبري
exploitation-SexualExploitation = الاستغلال الجنسي
exploitation-ChildLabour = عمل الأطفال
exploitation-ForcedMarriage = الزواج القسري
exploitation-Servitude = الاستعباد
exploitation-ForcedMilitaryByNonStateActors = الإجبار على الانضمام إلى جماعة مسلحة
exploitation-OrganRemoval = نزع الأعضاء
exploitation-ForcedBegging = التسول القسري
exploitation-ForcedAdoption = التبني القسري
exploitation-Surrogacy = تأجير الأرحام
exploitation-Other = غير ذلك

outcome-resolved = تم الحل
outcome-partly_resolved = تم الحل جزئيًا
outcome-not_resolved = لم يتم الحل
outcome-passed_on = تولى آخرون الأمر
outcome-withdrawn = لم يعد الشخص يريد ذلك
outcome-lost_contact = لا يمكن الوصول إلى الشخص
outcome-removed = رُحّل الشخص إلى بلد آخر
outcome-died = توفي الشخص

age-band-child = دون 18
age-band-young_adult = من 18 إلى 25
age-band-adult = من 26 إلى 59
age-band-older = 60 أو أكثر
age-band-unknown = العمر غير معروف

person-step-waiting = بانتظار القراءة
person-step-read = تمت القراءة
person-step-in_work = قيد العمل
person-step-closed = لا شيء آخر مخطط له

recorded-yes = الخط مسجَّل
recorded-no = الخط غير مسجَّل
recorded-unknown = ربما كان الخط مسجَّلًا

voicemail-yes = يجوز ترك رسالة صوتية.
voicemail-no = ممنوع ترك رسالة صوتية.
voicemail-unknown = لا نعرف هل ترك رسالة صوتية آمن. لا تُترك أي رسالة.

call-back-yes = معاودة الاتصال آمنة.
call-back-no = ممنوع معاودة الاتصال.
call-back-unknown = لا نعرف هل معاودة الاتصال آمنة. لا يُتصل قبل معرفة ذلك.

case-status-open = مفتوحة
case-status-closed = مغلقة

removal-state-rumoured = مخشيّ أو مسموع به
removal-state-announced = معلَن
removal-state-boarded = جارٍ
removal-state-carried_out = نُفّذ
removal-state-stopped = أُوقف
removal-state-failed = حُوول ولم يحدث
removal-way = الوسيلة
removal-way-charter = رحلة مستأجرة
removal-way-commercial = رحلة عادية
removal-way-land = برًّا
removal-way-sea = بحرًا
removal-way-pushback = دفع عبر الحدود
removal-way-unknown = غير معروف
removal-stop-order = محكمة أو سلطة
removal-stop-medical = غير لائق للسفر
removal-stop-no_document = لا توجد وثيقة سفر
removal-stop-other = أمر آخر
