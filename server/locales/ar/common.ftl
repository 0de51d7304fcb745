app-name = أمبارو
skip-to-main = الانتقال إلى الجزء الرئيسي من الصفحة
language = اللغة
menu = القائمة
leave = المغادرة الآن
leave-shortcut = ينهي دخولك ويغادر هذا الموقع. والضغط على Shift ثلاث مرات يفعل الشيء نفسه.
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
go-on = متابعة
cancel = إلغاء
done = تم
save = حفظ
choose = الاختيار…
pages = صفحات هذه القائمة
pages-next = الصفحة التالية
answer-yes = نعم
answer-no = لا
answer-unknown = غير معروف
date-day = اليوم
date-month = الشهر
date-year = السنة
list-comma = { "، " }
unchecked-label = عن هذه الترجمة
unchecked = هذه الصفحة ترجمتها آلة ولم يراجعها أحد.
english-instead = هذه الصفحة لمن يساعدون، وهي غير متوفرة بعد باللغة { $language }، ولذلك فهي بالإنجليزية.
foot-promise = ما تكتبه هنا يُحفظ مختومًا. هذا الموقع لا يطلب شيئًا من أي موقع آخر.
passphrase-show = إظهار
passphrase-hide = إخفاء
locked-now = مقفل
shown-once = يظهر هذا مرة واحدة فقط. يُرجى حفظه قبل المتابعة.

when-in-minutes = { $count ->
    [0] الآن
    [zero] الآن
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
}
when-minutes-ago = { $count ->
    [0] الآن
    [zero] الآن
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
when-in-hours = { $count ->
    [zero] الآن
    [one] بعد ساعة
    [two] بعد ساعتين
    [few] بعد { $count } ساعات
    [many] بعد { $count } ساعة
   *[other] بعد { $count } ساعة
}
when-hours-ago = { $count ->
    [zero] الآن
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
when-in-days = { $count ->
    [zero] اليوم
    [one] بعد يوم
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يومًا
   *[other] بعد { $count } يوم
}
when-days-ago = { $count ->
    [zero] اليوم
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}

priority-P1 = P1 الآن
priority-P2 = P2 اليوم
priority-P3 = P3 هذا الأسبوع
priority-P4 = P4 عادي

role-volunteer = متطوع/ة في الخط الساخن
role-caseworker = مسؤول/ة حالات
role-supervisor = مشرف/ة
role-coordinator = منسق/ة
role-administrator = مدير/ة النظام
role-auditor = مدقق/ة
