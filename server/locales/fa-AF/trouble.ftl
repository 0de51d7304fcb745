# Pages about what did not work.
trouble-not-found-title = اینجا چیزی نیست
trouble-not-found-text = این صفحه وجود ندارد، یا برای دیدن شما نیست. آدرس را ببینید یا برگردید.
trouble-lapsed-title = ورود شما ختم شده است
trouble-lapsed-text = ورود پس از 15 دقیقه بی‌کاری ختم می‌شود، و در هر صورت پس از 10 ساعت.
trouble-invalid-title = این گرفته شده نتوانست
trouble-invalid-text = چیزی در آن درست نیست. هیچ چیز ثبت نشد. برگردید، صفحه را از نو باز کنید و دوباره کوشش کنید.
trouble-too-many-title = کوشش‌ها بسیار زیاد بود
trouble-too-many-text = برای اینکه دیگران حدس زده نتوانند، حالا یک وقفه است.
trouble-busy-title = یک لحظه
trouble-busy-text = سایت حالا بسیار مصروف است. هیچ چیز ثبت نشد. کمی بعد دوباره کوشش کنید.
trouble-too-large-title = این بسیار بزرگ است
trouble-too-large-text = بیشتر از آن است که یک بار فرستاده شود. هیچ چیز ثبت نشد.
trouble-too-slow-title = این به وقت نرسید
trouble-too-slow-text = خط بسیار کُند بود. هیچ چیز ثبت نشد. دوباره بفرستید.
trouble-unavailable-title = حالا در دسترس نیست
trouble-unavailable-text = چیزی که این سایت لازم دارد در دسترس نیست. هیچ چیز ثبت نشد. چند دقیقه بعد دوباره کوشش کنید.
trouble-broken-title = چیزی خراب شد
trouble-broken-text = این اشتباه ماست، نه از شما. هیچ چیز ثبت نشد.
trouble-damaged-title = این قابل باور نیست
trouble-damaged-text = آنچه پایگاه داده در این باره دارد با هم سازگار نیست: دیسک خراب است، یا کسی آن را تغییر داده. هیچ چیز نشان داده یا ثبت نشد.
trouble-not-now-title = این حالا انجام شده نمی‌تواند
trouble-not-now-text = پیشتر انجام شده، یا چیزی مانع آن است. دوباره ببینید.
trouble-wait = { $minutes ->
    [one] { $minutes } دقیقه بعد دوباره کوشش کنید.
   *[other] { $minutes } دقیقه بعد دوباره کوشش کنید.
}
trouble-reference = این نشانی را به مدیر خود بدهید:
trouble-home = رفتن به صفحهٔ اول
lapsed-kept-title = آنچه نوشتید گم نشده است
lapsed-kept-number = شمارهٔ خود را دوباره وارد کنید. یک پنجرهٔ نو باز می‌شود؛ بعد به همین‌جا برگردید.
lapsed-kept-send = بعد آنچه نوشتید را دوباره بفرستید.
lapsed-kept-button = دوباره بفرستید
