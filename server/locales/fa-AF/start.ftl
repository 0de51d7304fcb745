# The start page and leaving.
start-title = کمک برای مهاجران و پناهندگان
start-lead = Amparo آنچه را به کمک‌کنندگان خود می‌گویید مهر و موم نگه می‌دارد و به کسانی می‌رساند که کمک کرده می‌توانند.
start-person-title = به من یک شماره داده شده است
start-person-text = ببینید بعد چه می‌شود، به کمک‌کنندگان خود بنویسید، یا شریک ساختن را بس کنید. نام و ایمیل لازم نیست.
start-person-button = شمارهٔ خود را وارد می‌کنم
start-staff-title = من به مردم کمک می‌کنم
start-staff-text = برای خط‌های تلفونی، پناهگاه‌ها، کمک حقوقی، کلینیک‌ها، اتحادیه‌ها و سازمان‌های همکار.
start-join = از من دعوت شده است که بپیوندم
start-languages = زبان‌های دیگر
start-safety-title = اگر کسی از پشت سر شما می‌بیند
start-safety-leave = «همین حالا بیرون شوید» در بالای هر صفحه شما را فوراً دور می‌کند.
start-safety-history = تاریخچهٔ مرورگر شما باز هم نشان می‌دهد که اینجا بوده‌اید. پنجرهٔ خصوصی تاریخچه نگه نمی‌دارد.
start-safety-asked = هیچ کسی از Amparo هرگز شماره یا عبارت عبور شما را نمی‌پرسد.
gone-title = صفحهٔ نو
gone-link = چیزی را جستجو کنید
translations-title = زبان‌های ما چگونه بررسی شده‌اند
translations-lead = ما به انگلیسی می‌نویسیم. دیگران ترجمه‌اند و این نشان می‌دهد مردم تا کجا بررسی کرده‌اند.
translations-machine-about = آنچه تنها ماشین ترجمه کرده، در بالای صفحه نشانه دارد.
translations-withheld = { $count ->
    [one] { $count } جمله که امنیت کسی به آن بسته است، تا کسی بررسی نکند به انگلیسی نشان داده می‌شود.
   *[other] { $count } جمله که امنیت کسی به آن‌ها بسته است، تا کسی بررسی نکند به انگلیسی نشان داده می‌شوند.
}
translations-nowhere = آنچه مردم به ما می‌گویند هرگز به سرویس ترجمه فرستاده نمی‌شود.
translations-caption = جمله‌ها به زبان‌ها
translations-pages = صفحه‌ها
translations-scope-all = همه
translations-scope-person = برای کسانی که شماره دارند
translations-machine = تنها ماشین
translations-reviewed = یک نفر بررسی کرده
translations-double = دو نفر بررسی کرده‌اند
translations-old = انگلیسی پس از آن تغییر کرده
translations-missing = ترجمه نشده
translations-help = آیا یکی از این زبان‌ها را خوب می‌دانید؟ به سازمانی که این سایت را پیش می‌برد بگویید.
