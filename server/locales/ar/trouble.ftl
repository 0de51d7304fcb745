trouble-not-found-title = لا يوجد شيء هنا
trouble-not-found-text = الصفحة غير موجودة أو ليست لك. تحقق من العنوان أو ارجع.
trouble-lapsed-title = لم تعد مسجل الدخول
trouble-lapsed-text = ينتهي تسجيل الدخول بعد 15 دقيقة دون طلب، وبعد 10 ساعات في كل الأحوال.
trouble-invalid-title = تعذر قبول هذا
trouble-invalid-text = شيء فيه غير مناسب. لم يُحفظ شيء. ارجع وأعد تحميل الصفحة وحاول مرة أخرى.
trouble-too-many-title = محاولات كثيرة جدًا
trouble-too-many-text = هناك توقف الآن حتى لا يخمن الآخرون.
trouble-busy-title = لحظة من فضلك
trouble-busy-text = هناك أشخاص كثيرون الآن. لم يُحفظ شيء. حاول بعد قليل.
trouble-too-large-title = هذا كبير جدًا
trouble-too-large-text = هذا أكبر مما يمكن إرساله مرة واحدة. لم يُحفظ شيء.
trouble-unavailable-title = غير متاح الآن
trouble-unavailable-text = تعذر الوصول إلى شيء يحتاجه الموقع. لم يُحفظ شيء. حاول بعد بضع دقائق.
trouble-broken-title = حدث عطل
trouble-broken-text = هذا خطؤنا وليس خطأك. لم يُحفظ شيء.
trouble-no-consent-title = لم يوافق أحد على هذا
trouble-no-consent-text = اسأل الشخص أولًا وسجل ما وافق عليه.
trouble-not-now-title = لا يمكن فعل هذا الآن
trouble-not-now-text = تم هذا من قبل، أو هناك ما يمنعه. انظر إليه مرة أخرى.
trouble-stale-title = تغير في هذه الأثناء
trouble-stale-text = غيّر شخص آخر هذا منذ فتحته. افتحه مرة أخرى لترى النصين.
trouble-wait = { $minutes ->
    [zero] حاول الآن.
    [one] حاول بعد دقيقة.
    [two] حاول بعد دقيقتين.
    [few] حاول بعد { $minutes } دقائق.
    [many] حاول بعد { $minutes } دقيقة.
   *[other] حاول بعد { $minutes } دقيقة.
}
trouble-reference = أعطِ مدير النظام هذا المرجع:
trouble-home = إلى صفحة البداية
lapsed-kept-title = ما كتبته لم يضع
lapsed-kept-sign-in = سجل الدخول من جديد. تُفتح علامة تبويب جديدة؛ ثم عد إلى هذه.
lapsed-kept-send = ثم أرسل ما كتبته مرة أخرى.
lapsed-kept-button = أرسله مرة أخرى
lapsed-kept-number = أدخل رقمك من جديد. تُفتح علامة تبويب جديدة؛ ثم عد إلى هذه.
