referral-state-draft = مسودة، لم تُرسل
referral-state-sent = أُرسلت، لم تُفتح بعد
referral-state-viewed = فُتحت، لا جواب بعد
referral-state-accepted = قُبلت
referral-state-waitlisted = على قائمة الانتظار
referral-state-started = قيد العمل
referral-state-completed = أُنجزت
referral-state-declined = رُفضت
referral-state-returned = رُدّت
referral-state-expired = لا جواب في الوقت المحدد
referral-state-recalled = سُحبت
referral-state-ended_by_person = أنهاها الشخص

side-here = حيث يوجد الشخص
side-origin = في بلد منشأ الشخص
age-child = دون 18
age-young_adult = من 18 إلى 25
age-adult = من 26 إلى 59
age-older = 60 فما فوق
age-unknown = العمر غير معروف

notice-title = ما يُرى قبل الجواب
notice-hint = لا اسم، ولا رقم، ولا وثائق.
notice-need = المطلوب
notice-urgency = درجة الاستعجال
notice-place = أين
notice-languages = اللغات
notice-age = العمر
notice-detained = محتجز/ة الآن
row-closed = لم يعد من الممكن فتح هذا الإشعار
row-due = الجواب حتى { $when }
row-ours = كتبوا إليك: دورك الآن
row-theirs = كتبت إليهم: بانتظار ردهم

inbox-title = الإحالات الواردة إليك
inbox-counts = نظرة سريعة
inbox-new = جديدة
inbox-questions = أسئلة
inbox-accepted = مقبولة
inbox-ended = منتهية
inbox-promise = لا يظهر هنا أي اسم. تُفتح الحزمة بعد القبول، وفيها ما وافق الشخص على مشاركته.
inbox-empty = لا إحالات تنتظرك
    .next = عندما يطلب شريك المساعدة تظهر الإحالة هنا مع آخر وقت للجواب.
inbox-no-new = لا جديد.
inbox-no-questions = لا أسئلة مفتوحة.
inbox-no-accepted = لا شيء مقبول في الوقت الحالي.
accept = قبول
start = بدء العمل
open-packet = فتح الحزمة
ask-link = سؤال…
ended-in-title = الإحالات الواردة إليك التي انتهت
ended-out-title = الإحالات التي أرسلتها وانتهت
ended-empty = لم ينته شيء بعد
    .next = تظهر الإحالات هنا بعد أن تُنجز أو تُرفض أو تُسحب أو تنقضي مدتها.

sent-title = الإحالات التي أرسلتها
sent-counts = نظرة سريعة
sent-again = سؤال جهة أخرى
sent-again-text = هذه لم تنجح، والاحتياج ما زال مفتوحًا. كلما سُئلت جهة أخرى أسرع كان أفضل.
sent-no-again = لا شيء.
sent-waiting = بانتظار جواب
sent-no-waiting = لا جواب منتظر.
sent-drafts = مسودات
sent-under-way = مقبولة
sent-no-under-way = لا يعمل أي شريك على شيء في الوقت الحالي.
sent-empty = لم تُرسل أي إحالة
    .next = تُفتح حالة ثم يُختار «البحث عمن يستطيع المساعدة» بجانب احتياج.
choose-again = اختيار جهة أخرى
check-and-send = المراجعة والإرسال

one-title = إحالة: { $help }
one-to = إلى { $name }
one-from = من { $name }
one-not-compared = لم يقارن أحد في منظمتك بعد الكلمات الاثنتي عشرة للمرسل. قبل الاعتماد عليها يُطلب من مشرف أو مشرفة مقارنتها بالصوت.
doubt-partner_register_put_back = ما تقوله هذه المنظمة الشريكة عن سجل مفاتيحها أقدم مما قالته من قبل أو لا يطابقه. ربما أعاد أحدهم بياناتها إلى حالة سابقة. قبل الاعتماد على هذا يُتصل بها على رقم معروف من قبل. أُبلغ المدققون في منظمتك.
doubt-partner_ledger_put_back = ما تقوله هذه المنظمة الشريكة عن سجل التدقيق لديها أقدم مما قالته من قبل أو لا يطابقه. ربما أعاد أحدهم بياناتها إلى حالة سابقة. قبل الاعتماد على هذا يُتصل بها على رقم معروف من قبل. أُبلغ المدققون في منظمتك.
doubt-own_register_put_back = تقول هذه المنظمة الشريكة إنها رأت سجل مفاتيح لمنظمتك أحدث من الموجود هنا. ربما أعاد أحدهم بيانات منظمتك إلى حالة سابقة. يجب إبلاغ مشرف أو مشرفة الآن. أُبلغ المدققون في منظمتك.
doubt-own_ledger_put_back = تقول هذه المنظمة الشريكة إنها رأت سجل تدقيق لمنظمتك أحدث من الموجود هنا. ربما أعاد أحدهم بيانات منظمتك إلى حالة سابقة. يجب إبلاغ مشرف أو مشرفة الآن. أُبلغ المدققون في منظمتك.
one-vital = أُرسلت دون موافقة، لأن حياة إنسان قد تكون في خطر.
one-vital-unsigned = لم يراجعها أي مشرف أو مشرفة بعد.
one-vital-objected = اعترض مشرف أو مشرفة، فسُحبت.
one-vital-signed = راجعها مشرف أو مشرفة.
one-next = الخطوة التالية
one-draft = هذه مسودة. لم يرها أحد في الخارج.
one-they-answer = وصلت إلى { $name }. يمكنك السؤال أو إضافة شيء أدناه.
one-escalated = لم تنجح، والاحتياج مفتوح من جديد.
one-next-choice = سؤال { $name } بعد ذلك
one-all-choices = عرض كل الخيارات
one-sender-draft = لم تُرسل بعد.
one-sender-sent = بانتظار جواب.
one-sender-viewed = بانتظار جواب.
one-sender-accepted = قبلوها. الحزمة مفتوحة لهم.
one-sender-waitlisted = قبلوها، ولكن لا مكان بعد.
one-sender-started = هم يعملون عليها.
one-sender-completed = أبلغوا عن النتيجة، وهي أدناه.
one-sender-declined = رفضوها. الاحتياج لدى جهة أخرى، أو أُغلق.
one-sender-returned = ردّوها. الاحتياج لدى جهة أخرى، أو أُغلق.
one-sender-expired = لم يُجب أحد في الوقت المحدد. الاحتياج لدى جهة أخرى، أو أُغلق.
one-sender-recalled = سُحبت من جانبكم. أُزيلت الحزمة هنا؛ وما قُرئ لا يمكن استرجاعه.
one-sender-ended_by_person = لم يعد الشخص يريد مشاركة هذا. أُزيلت الحزمة هنا.
one-receiver-draft = لم تُرسل بعد.
one-receiver-sent = هل يمكنك تولي هذا؟ تُفتح الحزمة بعد القبول.
one-receiver-viewed = هل يمكنك تولي هذا؟ تُفتح الحزمة بعد القبول.
one-receiver-accepted = تم قبولها من جانبكم. تُفتح الحزمة، ثم يُسجل بدء العمل.
one-receiver-waitlisted = هي على قائمة انتظاركم. يُسجل بدء العمل عند بدئه.
one-receiver-started = العمل عليها جارٍ لديكم. يُبلَّغ عن النتيجة عند معرفتها.
one-receiver-completed = أُنجزت. الحزمة مغلقة.
one-receiver-declined = رُفضت من جانبكم. سيبحث المرسل عن جهة أخرى.
one-receiver-returned = رُدّت من جانبكم. سيبحث المرسل عن جهة أخرى.
one-receiver-expired = لم يُجب أحد في الوقت المحدد. سيبحث المرسل عن جهة أخرى.
one-receiver-recalled = سحبها المرسل. يلزم حذف كل ما نُسخ.
one-receiver-ended_by_person = لم يعد الشخص يريد مشاركة هذا. يلزم حذف كل ما نُسخ.
own-case = الانتقال إلى حالتك
back-to-referral = عودة إلى الإحالة
shared-title = ما يُشارَك بعد القبول
shared-nothing = لا شيء غير الإشعار.
timeline-title = ما حدث
happened-drafted = كُتبت
happened-sent = أُرسلت
happened-viewed = فُتحت
happened-accepted = قُبلت
happened-declined = رُفضت
happened-started = بدأ العمل
happened-completed = أُنجزت
happened-returned = رُدّت
happened-waitlisted = وُضعت على قائمة الانتظار
happened-recalled = سُحبت
happened-ended_by_person = أنهاها الشخص
happened-expired = لا جواب في الوقت المحدد
happened-message = رسالة
happened-case_opened = فُتحت حالة لديهم
happened-reason = السبب
happened-note = ملاحظة
happened-who-could = من يستطيع المساعدة
happened-next-step = الخطوة التالية
happened-date = التاريخ
by-clock = انتهاء الوقت
by-person = الشخص
messages-title = الرسائل
messages-none = لا رسائل بعد.
new-referral-message-text = سؤال أو جواب
    .hint = يقرؤها الطرفان. قبل القبول لا يُكتب اسم ولا أي شيء يدل على الشخص.
message-button = إرسال

step-decline-link = رفض…
step-decline-title = رفض
step-decline-lead = يعرف المرسل السبب ويسأل جهة أخرى فورًا.
step-decline-button = رفض
referral-decline-reason = السبب
referral-decline-who_could = من يستطيع المساعدة
    .hint = إذا كانت هناك جهة معروفة لك. يقرؤه المرسل.
referral-decline-note = أي شيء آخر
    .hint = دون ذكر أي اسم.
decline-no_capacity = لا مكان شاغر ولا أحد متفرغ
decline-wrong_area = ليس حيث نعمل
decline-conflict = تضارب: نساعد الطرف الآخر أو نعرفه
decline-language = لا أحد هنا يتكلم اللغة
decline-not_our_mandate = ليس هذا عملنا
decline-not_eligible = لا تنطبق الشروط على الشخص
decline-other = غير ذلك
step-waitlist-link = وضع على قائمة الانتظار…
step-waitlist-title = وضعها على قائمة انتظارك
step-waitlist-lead = هي مقبولة، ولكن لا مكان بعد. يرى المرسل ذلك.
step-waitlist-button = وضعها على قائمة الانتظار
referral-remark-note = ما ينبغي أن يعرفه المرسل
    .hint = مثلًا متى قد يتوفر مكان.
step-return-link = رد…
step-return-title = رد الإحالة
step-return-lead = تُغلق الحزمة ويسأل المرسل جهة أخرى. يلزم حذف كل ما نُسخ.
step-return-button = رد الإحالة
referral-return-reason = السبب
referral-return-note = أي شيء آخر
return-no_capacity = تبين أنه لا مكان شاغر
return-could_not_reach = تعذر علينا الوصول إلى الشخص
return-person_declined = الشخص لا يريد ذلك
return-conflict = تُظهر الحزمة تضاربًا
return-not_eligible = لا تنطبق الشروط على الشخص
return-not_our_mandate = ليس هذا عملنا
return-other = غير ذلك
step-complete-link = الإبلاغ عن النتيجة…
step-complete-title = الإبلاغ عن النتيجة
step-complete-lead = يراها المرسل، وتُغلق الحزمة.
step-complete-button = الإبلاغ عن النتيجة
referral-completion-outcome = النتيجة
referral-completion-date = في أي يوم
    .hint = يُترك فارغًا إذا كان اليوم.
referral-completion-next_step = ما يجب أن يحدث بعد ذلك، ومن يفعله
referral-completion-note = أي شيء آخر
outcome-served = حصل على المساعدة
outcome-partly_served = حصل على بعض المساعدة
outcome-could_not_reach = تعذر الوصول إلى الشخص
outcome-person_declined = لم يرد الشخص ذلك
outcome-not_eligible = لا تنطبق الشروط على الشخص
outcome-no_capacity = تبين أنه لا مكان شاغر
outcome-other = غير ذلك
step-recall-link = سحب…
step-recall-title = سحب الإحالة
step-recall-lead = تُزال الحزمة هنا ويُخبَرون بذلك. ما قُرئ لا يمكن استرجاعه.
step-recall-button = سحب الإحالة
referral-recall-reason = السبب
    .hint = يقرؤونه.
step-open-case-link = فتح حالة خاصة بك…
step-open-case-title = فتح حالة خاصة بك
step-open-case-lead = يُنسخ ما في الحزمة إلى حالة لديك، والمسؤولية عنه لديك من ذلك الحين. ما وافق الشخص على مشاركته معك لا يجوز نقله إلى غيرك دون سؤاله.
step-open-case-button = فتح الحالة
open-own-case-conflict_checked = تحققنا هل نساعد الطرف الآخر أو نوظفه أو تربطنا به صلة
said-referral-accepted = قُبلت. يمكنك فتح الحزمة الآن.
said-referral-started = سُجل: بدأ العمل.
said-referral-declined = رُفضت. أُخبر المرسل.
said-referral-waitlisted = هي على قائمة انتظارك. أُخبر المرسل.
said-referral-returned = رُدّت. أُخبر المرسل.
said-referral-completed = شكرًا لك. يرى المرسل النتيجة.
said-referral-recalled = سُحبت. أُخبروا بذلك.
said-referral-message = أُرسلت رسالتك.
said-referral-sent = أُرسلت. يرون الآن الإشعار دون اسم.
said-referral-discarded = حُذفت المسودة.
said-referral-case-opened = حالتك مفتوحة. النسخة في عهدتك.

packet-title = الحزمة
packet-from = من { $name }
packet-consent = وافق الشخص على مشاركة هذا.
packet-consent-proxy = لم يوافق الشخص بنفسه: وافق شخص نيابة عنه.
packet-consent-unsaid = هناك موافقة، لكن هذه الحزمة لا تذكر من أعطاها ولا كيف. يُسأل المرسل.
packet-vital = لم يوافق أحد على هذا: حياة إنسان قد تكون في خطر، وتعذر سؤال الشخص.
packet-ends = يمكن فتحها حتى { $when }.
agreed-who = من وافق
agreed-spoken = الشخص نفسه، شفهيًا
agreed-signed = الشخص نفسه، بتوقيعه
agreed-named = من هو
agreed-why = لماذا لم يوافق الشخص بنفسه
agreed-on = تاريخ الموافقة
agreed-language = لغة الشرح
agreed-explained = من شرحها
agreed-child-view = ماذا يقول الطفل
agreed-child-decided = من قرر
packet-until = يجوز الاحتفاظ بها حتى { $day }.
packet-question = ما يُطلب منكم
packet-empty = لا يُشارَك شيء غير الإشعار.
packet-nothing-on-file = لا شيء مدوّن.
packet-print = عند طباعة هذا تُحفظ الورقة في مكان مقفل. لدى الطرفين سجل بأنك فتحت هذه الصفحة.
packet-title-contact = قبل الاتصال بالشخص
packet-title-identity = الشخص
packet-title-needs = ما يحتاجه الشخص
packet-title-custody = مكان احتجاز الشخص
packet-title-detention_numbers = أرقام الاحتجاز
packet-title-family = الأسرة
packet-title-documents = الأوراق
packet-title-trafficking = علامات الاتجار بالبشر أو العمل الجبري
packet-title-immigration_status = وضع الإقامة
packet-title-notes = ملاحظات
packet-need = نوع المساعدة
packet-detail = التفاصيل
packet-names = الأسماء، وأولها المستعمل
packet-part = الدور في الحالة
packet-gender = الجنس
packet-born = تاريخ الميلاد
packet-years = العمر التقريبي
packet-interpreter = يلزم مترجم شفهي
contact-call-back = معاودة الاتصال آمنة
contact-never = ممنوع الاتصال بـ
contact-hours = متى
contact-code-word = كلمة السر التي تقال أولًا
contact-note = تنبيه
contact-voicemail = يجوز ترك رسالة صوتية
channel-recorded = آخرون يستمعون
channel-perhaps-recorded = ربما يستمع آخرون
channel-phone = هاتف
channel-sms = رسالة نصية
channel-whatsapp = WhatsApp
channel-signal = Signal
channel-mail = رسالة ورقية أو بريد إلكتروني
channel-visit = الذهاب إلى المكان
channel-through_somebody = عن طريق شخص
whose-own = للشخص نفسه
whose-shared = مشترك مع آخرين
whose-facility = لمكان الاحتجاز
whose-other = لشخص آخر، أو غير معروف
part-main = الشخص المعني بالحالة
part-family = من الأسرة
part-child = طفل/ة في الأسرة
part-witness = شاهد/ة
part-contact = وسيط/ة
gender-Feminine = أنثى
gender-Masculine = ذكر
gender-TransgenderFeminine = أنثى مغايرة الهوية الجنسانية
gender-TransgenderMasculine = ذكر مغاير الهوية الجنسانية
gender-NonConforming = غير ثنائي أو غير مطابق للأنماط الجنسانية
gender-NonSpecifiedUnknown = لم يُذكر
stay-place = المكان
stay-country = البلد
stay-arrived = منذ
stay-left = حتى
stay-still-there = ما زال هناك
stay-phone = كيفية الاتصال
stay-visits = الزيارات
stay-authority = الجهة المحتجِزة
stay-legal-basis = على أي أساس
stay-recorded = المكالمات مراقبة
status-nationality = الجنسية
status-feared = من لا يجوز لسلطاته أن تعلم بأمر الشخص
identifier-a_number = الرقم A (الولايات المتحدة)
identifier-detention_number = رقم الاحتجاز
identifier-passport = جواز السفر
identifier-nrm = رقم آلية الإحالة الوطنية
identifier-unhcr = رقم المفوضية السامية لشؤون اللاجئين (UNHCR)
identifier-other = رقم آخر
indicator-abuse_of_vulnerability = استغلال حالة استضعاف
indicator-deception = الخداع
indicator-restriction_of_movement = تقييد الحركة
indicator-isolation = العزل
indicator-physical_and_sexual_violence = العنف البدني والجنسي
indicator-intimidation_and_threats = التخويف والتهديد
indicator-retention_of_identity_documents = الاحتفاظ بوثائق الهوية
indicator-withholding_of_wages = حجز الأجور
indicator-debt_bondage = إسار الدين
indicator-abusive_working_and_living_conditions = ظروف عمل ومعيشة مسيئة
indicator-excessive_overtime = العمل الإضافي المفرط
strength-strong = شوهدت بوضوح
strength-medium = شوهدت جزئيًا
strength-none_seen = جرى التحقق ولم تشاهد
assessment-status = التقييم
assessment-acts = ما جرى فعله
assessment-means = بأي وسيلة
assessment-purposes = لأي غرض
trafficking-status-PossibleVictimOfTrafficking = ضحية محتملة للاتجار
trafficking-status-ActualVictimOfTrafficking = ضحية اتجار
trafficking-status-NotAVictimOfTrafficking = لا اتجار
handling-title = ما يُتعهَّد به عند فتحها
handling-1 = استعمالها فقط للمساعدة المطلوبة.
handling-2 = قراءة كيفية الاتصال بالشخص قبل الاتصال بأي أحد.
handling-3 = عدم إخبار أي سلطة أو قنصلية أو صاحب عمل أو قريب إلا إذا طلب الشخص ذلك.
handling-4 = عدم نقل أي شيء إلى آخرين: يُسأل المرسل، وهو يسأل الشخص.
handling-5 = عند انتهاء الموافقة حذف النسخ وتأكيد ذلك.

route-title = من يستطيع المساعدة: { $help }
back-to-case = الحالة
back-to-choices = عودة إلى الخيارات
route-consent = الموافقة:
route-consent-ask = سؤال الشخص، وتدوين ما يوافق عليه
route-not-open = هذا الاحتياج لدى جهة من قبل، أو هو مغلق. يلزم سحب تلك الإحالة قبل سؤال جهة أخرى.
route-asked = سُئلوا من قبل
route-tried = سُئلوا من قبل: { $state }
route-askable = من يمكنك سؤالهم
route-you-decide = الأنسب أولًا، للأسباب المذكورة أدناه. القرار لك.
route-nobody = لا يمكن سؤال أحد عبر أمبارو
    .next = يظهر أدناه من يمكن الاتصال بهم بالهاتف، وما يستبعد الآخرين.
route-unknown = لا أحد في الدليل يفعل هذا هناك
    .next = يُطلب من المنسق أو المنسقة إضافة خدمات، أو يُغيَّر المكان الذي تلزم فيه المساعدة.
route-score = { $points } من 100
route-ask = سؤال { $name }
route-callable = يُتصل بهم بالهاتف
route-callable-text = ليس لهم صندوق إحالات هنا. يُتصل بهم بالهاتف، ولا يُشارَك أكثر مما وافق عليه الشخص.
route-blocked = غير ممكن
route-why-order = لماذا هذا الترتيب؟
route-why-text = كل قاعدة تعطي حتى عدد معين من النقاط، ومجموعها 100. ما ليس معروفًا لا يُحسب لأحد ولا عليه. وما يستبعد جهة يُتحقق منه أولًا.
route-considered = { $count ->
    [zero] لم تُقارن أي خدمة.
    [one] قورنت خدمة واحدة.
    [two] قورنت خدمتان.
    [few] قورنت { $count } خدمات.
    [many] قورنت { $count } خدمة.
   *[other] قورنت { $count } خدمة.
}
route-rule = القاعدة
route-most = أكثر النقاط
why-mostly = { $what } بالدرجة الأولى
why-among-others = { $what }، من بين أمور أخرى
why-speaks = يتكلمون { $what }
why-no-language = لا يتكلمون { $what }: يلزم مترجم شفهي
why-works-in = يعملون في { $what }
why-same-region = في المنطقة نفسها
why-away = على بعد نحو { $count } كم
why-answers = { $count ->
    [zero] يجيبون فورًا
    [one] يجيبون خلال ساعة
    [two] يجيبون خلال ساعتين
    [few] يجيبون خلال { $count } ساعات
    [many] يجيبون خلال { $count } ساعة
   *[other] يجيبون خلال { $count } ساعة
}
why-free = { $count ->
    [zero] لا مكان شاغر
    [one] مكان شاغر واحد
    [two] مكانان شاغران
    [few] { $count } أماكن شاغرة
    [many] { $count } مكانًا شاغرًا
   *[other] { $count } مكان شاغر
}
why-detention = لهم خبرة بالاحتجاز
why-checked = { $count ->
    [0] جرى التحقق من البند اليوم
    [zero] جرى التحقق من البند اليوم
    [one] جرى التحقق من البند أمس
    [two] جرى التحقق من البند قبل يومين
    [few] جرى التحقق من البند قبل { $count } أيام
    [many] جرى التحقق من البند قبل { $count } يومًا
   *[other] جرى التحقق من البند قبل { $count } يوم
}
weight-category = تفعل هذا بالدرجة الأولى؛ والنصف إذا كان من بين أمور كثيرة
weight-language = تتكلم اللغة التي يجيدها الشخص أكثر؛ والنصف للغة أخرى من لغاته
weight-country = تعمل في البلد الذي تلزم فيه المساعدة
weight-nearness = في المنطقة نفسها أو ضمن 50 كم؛ والنصف ضمن 200 كم
weight-speed = تجيب بالسرعة التي تحتاجها الحالة؛ والنصف إذا كان في ضعف الوقت
weight-places = تقول إن لديها أماكن شاغرة
weight-detention = لها خبرة بالاحتجاز، إذا كان الشخص محتجزًا
weight-checked = تحقق أحد من البند خلال 180 يومًا
block-sharing_stopped = قال الشخص إنه لا يجوز مشاركة أي شيء بعد الآن
block-nobody_yet = قال الشخص إنه لا يجوز مشاركة أي شيء مع أحد بعد
block-authority_feared = سلطة في بلد يخافه الشخص
block-authority = سلطة رسمية: لا يُشارك معها شيء أبدًا
block-feared_country = في بلد لا يجوز لسلطاته أن تعلم بأمر الشخص
block-conflict = تذكرها الحالة على أنها في الجانب الآخر
block-age = ليست لأشخاص في هذا العمر
block-gender = ليست لأشخاص من هذا الجنس
block-no_agreement = ليس لدينا اتفاق إحالة معها
block-not_accepting = لا تستقبل أحدًا جديدًا في الوقت الحالي
block-full = ليس لديها مكان شاغر
block-key_not_verified = لم يقارن مفتاحها بعد: يُطلب ذلك من مشرف أو مشرفة
block-not_here = ليس لها صندوق إحالات هنا
stand-covered = تشملها موافقة، في الأقسام التي وافق عليها الشخص.
stand-ask = يُسأل الشخص عن هذه الإحالة قبل الإرسال.
stand-missing = لا تشملها موافقة بعد: يُسأل الشخص أولًا.
stand-refused = قال الشخص لا: لا يجوز مشاركة أي شيء.

write-title = كتابة إحالة
write-ask = سؤال { $name }
write-impossible = هناك الآن ما يستبعد هذه المنظمة. السبب مذكور في الخيارات.
write-before = قبل أن يجيبوا
write-before-text = يرون نوع المساعدة ودرجة الاستعجال والمكان واللغات والفئة العمرية، وما يُكتب هنا. دون اسم.
referral-form-question = ما يُطلب منهم
    .hint = جملة أو جملتان. لا اسم، ولا رقم، ولا شيء يدل على الشخص.
referral-form-region = المنطقة أو المدينة الكبيرة
    .hint = لا شيء أدق من ذلك. يُترك فارغًا إذا كان يكشف أكثر مما ينبغي.
write-after = بعد أن يقبلوا
referral-form-sections = ما يرونه عندئذ
write-agreed = يُختار ما يحتاجونه لا أكثر. ما لم يوافق عليه الشخص معلّم.
write-none-agreed = لا تشمل هذه المنظمة أي موافقة بعد. يمكن كتابة الإحالة الآن، ولكن يُسأل الشخص قبل إرسالها.
write-not-agreed = (لم يوافق عليه)
write-others = من يُسأل بعد ذلك
referral-form-alternates = إذا رفضوا أو لم يجيبوا
    .hint = لا يُسأل أحد تلقائيًا: يُعرض عليك الخيار التالي.
write-button = مراجعتها
shared-identity = الاسم والعمر واللغات
shared-contact = كيف يمكن الوصول إلى الشخص
shared-custody = مكان احتجاز الشخص
shared-needs = ما يحتاجه الشخص
shared-health = الصحة
shared-trafficking = علامات الاتجار بالبشر أو العمل الجبري
shared-immigration_status = وضع الإقامة والجنسية
shared-family = الأسرة
shared-documents = الأوراق
shared-notes = الملاحظات المخصصة للشركاء

check-title = مراجعة ما سيُشارَك
check-before = يرون هذا الآن
check-before-text = قبل أن يوافق أحد. دون اسم.
check-named = يبدو هذا جزءًا من اسم:
check-named-text = يُغيَّر، إلا إذا كان يعني شيئًا آخر.
check-answer-within = إذا أرسلتها الآن فآخر موعد للجواب { $when }.
check-after = يرون هذا بعد القبول
check-after-text = هذه النسخة ولا شيء غيرها. ما قُرئ لا يمكن استرجاعه.
check-after-nothing = لا شيء غير الإشعار.
check-left-out = { $count ->
    [zero] لم يُستبعد أحد من أشخاص الحالة.
    [one] استُبعد شخص آخر من أشخاص الحالة: لم يوافق بنفسه.
    [two] استُبعد شخصان آخران من أشخاص الحالة: لم يوافقا بنفسيهما.
    [few] استُبعد { $count } أشخاص آخرين من الحالة: لم يوافقوا بأنفسهم.
    [many] استُبعد { $count } شخصًا آخر من الحالة: لم يوافقوا بأنفسهم.
   *[other] استُبعد { $count } شخص آخر من الحالة: لم يوافقوا بأنفسهم.
}
check-others = إذا رفضوا أو لم يجيبوا فسيُعرض عليك بعد ذلك:
check-consent = الموافقة
check-covered = وافق الشخص على هذا.
check-ask = يريد الشخص أن يُسأل كل مرة. يُسأل عن هذه المنظمة وعن كل ما هو مذكور أعلاه.
check-missing = لا تشمل أي موافقة كل هذا. لا يمكن إرسالها هكذا.
check-uncovered = لا موافقة على مشاركة:
check-vital = حياة إنسان في خطر ولا يمكن سؤال أحد
check-vital-text = يجوز لك أن تشارك دون موافقة لإنقاذ حياة. يمكن الاطلاع عليها لمدة 72 ساعة. يُدوَّن السبب، ويُنبَّه كل المشرفين والمشرفات إلى أن يراجعه أحدهم أو يعترض عليه.
check-vital-not-these = وضع الهجرة والأسرة والوثائق والملاحظات لا تُشارَك أبدًا دون موافقة، حتى في هذه الحالة. يجب تغيير الإحالة وحذفها منها.
check-vital-not-there = دون موافقة لا يجوز أن تتلقى شيئًا إلا منظمة للصحة أو الإيواء أو المساعدة القانونية، حتى في هذه الحالة. يُختار غيرها.
send-draft-confirmed_now = سألتُ الشخص عن هذه الإحالة، ووافق
send-draft-vital_interest-reason = حياة من في خطر، ولماذا لا يمكن سؤال أحد
check-send = إرسالها إلى { $name }
check-change = تغييرها
check-discard = حذف المسودة

fault-names_somebody = في هذا اسم الشخص أو رقم له: سيُقرأ قبل القبول
fault-own = هذه منظمتك أنت: تُسند الحالة بدلًا من ذلك
fault-not_checked = يلزم أولًا التحقق هل تساعدون الطرف الآخر أو توظفونه أو تربطكم به صلة
fault-in_the_future = هذا في المستقبل

menu-inbox = الإحالات الواردة إليك
    .about = ما يطلبه منك الشركاء: الجديد والأسئلة والمقبول
menu-sent = الإحالات التي أرسلتها
    .about = ما ينتظر جوابًا، وما رجع

packet-contact-stopped = قال الشخص ذلك بعد الإرسال. تُحذف أرقامه حتى يكتب مجددًا. اسأل المرسل.
contact-stopped = لا تتصل
