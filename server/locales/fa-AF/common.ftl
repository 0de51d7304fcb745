# Words of every page.
app-name = Amparo
list-comma = { "، " }
skip-to-main = رفتن به بخش اصلی صفحه
language = زبان
leave = همین حالا بیرون شوید
leave-shortcut = ورود شما را ختم می‌کند و از این سایت بیرون می‌شود. سه بار فشار دادن Shift هم همین کار را می‌کند.
sign-in = ورود
pages = صفحه‌های این فهرست
pages-next = صفحهٔ بعدی
unchecked-label = دربارهٔ این ترجمه
unchecked = این صفحه را ماشین ترجمه کرده و هیچ کسی آن را بررسی نکرده است.
foot-promise = چیزی که اینجا می‌نویسید مهر و موم نگهداری می‌شود. این سایت از هیچ سایت دیگری چیزی نمی‌خواهد.
