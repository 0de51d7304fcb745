trouble-not-found-title = لا يوجد شيء هنا
trouble-not-found-text = الصفحة غير موجودة أو ليست لك. يُرجى التحقق من العنوان أو الرجوع.
trouble-lapsed-title = انتهى دخولك
trouble-lapsed-text = ينتهي تسجيل الدخول بعد 15 دقيقة دون نشاط، وبعد 10 ساعات في كل الأحوال.
trouble-invalid-title = تعذر قبول هذا
trouble-invalid-text = هناك خطأ في شيء ما. لم يُحفظ شيء. يُرجى الرجوع وإعادة تحميل الصفحة والمحاولة من جديد.
trouble-too-many-title = محاولات كثيرة جدًا
trouble-too-many-text = هناك توقف الآن حتى لا يخمن الآخرون.
trouble-busy-title = لحظة من فضلك
trouble-busy-text = الموقع مزدحم جدًا الآن. لم يُحفظ شيء. يُرجى إعادة المحاولة بعد قليل.
trouble-too-large-title = هذا كبير جدًا
trouble-too-large-text = هذا أكبر مما يمكن إرساله مرة واحدة. لم يُحفظ شيء.
trouble-too-slow-title = لم يصل هذا في الوقت المناسب
trouble-too-slow-text = كان الاتصال بطيئًا جدًا. لم يُحفظ شيء. أرسله مرة أخرى.
trouble-unavailable-title = غير متاح الآن
trouble-unavailable-text = تعذر الوصول إلى شيء يحتاجه الموقع. لم يُحفظ شيء. يُرجى إعادة المحاولة بعد بضع دقائق.
trouble-broken-title = حدث عطل
trouble-broken-text = هذا خطؤنا وليس خطأك. لم يُحفظ شيء.
trouble-damaged-title = لا يمكن الوثوق بهذا
trouble-damaged-text = ما تحفظه قاعدة البيانات عن هذا غير متسق: القرص معطوب، أو غيّره أحد. لم يُعرض شيء ولم يُحفظ شيء.
trouble-no-consent-title = لا توجد موافقة على هذا
trouble-no-consent-text = يُسأل الشخص أولًا، ويُدوَّن ما يوافق عليه.
trouble-not-now-title = لا يمكن فعل هذا الآن
trouble-not-now-text = تم هذا من قبل، أو هناك ما يمنعه. يُرجى النظر مرة أخرى.
trouble-stale-title = تغير في هذه الأثناء
trouble-stale-text = غيّر شخص آخر هذا منذ فتحه. يُرجى فتحه مرة أخرى لرؤية النسختين.
trouble-wait = { $minutes ->
    [zero] يمكن إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد دقيقة.
    [two] يُرجى إعادة المحاولة بعد دقيقتين.
    [few] يُرجى إعادة المحاولة بعد { $minutes } دقائق.
    [many] يُرجى إعادة المحاولة بعد { $minutes } دقيقة.
   *[other] يُرجى إعادة المحاولة بعد { $minutes } دقيقة.
}
trouble-reference = يُعطى هذا المرجع لمن يدير النظام:
trouble-home = إلى صفحة البداية
lapsed-kept-title = ما كتبته لم يضع
lapsed-kept-sign-in = يلزم تسجيل الدخول من جديد. تُفتح علامة تبويب جديدة؛ ثم تكون العودة إلى هذه.
lapsed-kept-send = ثم يُرسل ما كتبته مرة أخرى.
lapsed-kept-button = إعادة الإرسال
lapsed-kept-number = يلزم إدخال رقمك من جديد. تُفتح علامة تبويب جديدة؛ ثم تكون العودة إلى هذه.
