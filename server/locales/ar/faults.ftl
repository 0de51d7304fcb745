faults-title = لا يمكن استخدام بعض هذا بعد
fault-missing = املأ هذا الحقل
fault-empty = املأ هذا الحقل أو اكتب المزيد
fault-too_long = لا يجوز أن يزيد هذا على { $limit } حرفًا
fault-too_many = { $limit ->
    [zero] لا تختر شيئًا
    [one] اختر واحدًا على الأكثر
    [two] اختر اثنين على الأكثر
    [few] اختر { $limit } على الأكثر
    [many] اختر { $limit } على الأكثر
   *[other] اختر { $limit } على الأكثر
}
fault-too_few = اختر واحدًا على الأقل
fault-out_of_range = هذا العدد كبير جدًا أو صغير جدًا
fault-wrong_type = ليس هذا بالشكل المطلوب هنا
fault-not_an_option = اختر أحد الأجوبة
fault-bad_format = لم يُكتب هذا بالشكل المطلوب هنا
fault-not_possible = هذا غير ممكن هنا
fault-repeated = الشيء نفسه مكتوب مرتين
fault-unknown_field = لا يمكن ملء هذا هنا
fault-not_understood = أحد الأجوبة غير ممكن هنا.
fault-unreadable = تعذرت قراءة النموذج. حاول مرة أخرى.
fault-foreign = لم يُرسل هذا من صفحة من صفحاتنا.
fault-send_again = سجلت الدخول من جديد منذ فتح هذه الصفحة. راجعها ثم أرسلها مرة أخرى.
fault-wrong_credentials = هذه البيانات لا تتوافق. تحقق منها وحاول مرة أخرى.
fault-wrong = ليست هذه عبارة المرور الحالية
fault-weak = يمكن تخمين هذه العبارة: خذ ست كلمات عشوائية
fault-taken = هذا الاسم مستخدم: اختر غيره
fault-unknown_code = هذا الرمز غير معروف أو استُخدم من قبل
fault-not_together = مدير النظام لا يحمل أي مفتاح ولا يجوز أن يكون له دور آخر
fault-too_many_tries = { $limit ->
    [zero] محاولات كثيرة جدًا. انتظر قليلًا.
    [one] محاولات كثيرة جدًا. انتظر دقيقة.
    [two] محاولات كثيرة جدًا. انتظر دقيقتين.
    [few] محاولات كثيرة جدًا. انتظر { $limit } دقائق.
    [many] محاولات كثيرة جدًا. انتظر { $limit } دقيقة.
   *[other] محاولات كثيرة جدًا. انتظر { $limit } دقيقة.
}
fault-busy = هناك أشخاص كثيرون الآن. لم يُحفظ شيء. حاول بعد قليل.
fault-stale_revision = غيّر شخص آخر هذا في هذه الأثناء. النصان موجودان هنا. إذا أرسلت نصك مرة أخرى فسيحل محل نصه.
fault-case_closed = الحالة مغلقة. أعد فتحها قبل تغييرها.
fault-key_reused = أُرسل هذا النموذج من قبل بكلمات أخرى. افتحه من جديد.
fault-answer_gone = تم هذا من قبل. لا يمكن إظهار جوابه مرة أخرى.
fault-match_missing = افتح النموذج من جديد: لا يبين أي نسخة يخصها.
stale-caption = المحفوظ الآن حيث يختلف عما كتبته
stale-field = الحقل
stale-saved = المحفوظ الآن
fault-unknown_time_zone = هذا التوقيت غير معروف: اكتب مكانًا مثل Europe/Athens
fault-no_mail = هذا الخادم لا يرسل بريدًا: اترك العنوان فارغًا وسلّم الرمز بنفسك
fault-no_time = اكتب الوقت بالساعات والدقائق، مثل 17:00
fault-too_many_names = 12 اسمًا على الأكثر، وكل منها 200 حرف على الأكثر
fault-too_many_tags = 20 كلمة على الأكثر، وكل منها 40 حرفًا على الأكثر
fault-why_less_urgent = قل لماذا أصبحت الحالة أقل استعجالًا مما كانت
fault-before_the_start = هذا قبل اليوم الأول
fault-not_here = لا يغير هذا إلا إحالة
fault-nothing_looked_for = لم يُجب عن شيء بعد. أجب عما بحثت عنه.
