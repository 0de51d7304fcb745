# Words of every page.
app-name = Amparo
list-comma = { ", " }
skip-to-main = পাতার মূল অংশে যান
language = ভাষা
leave = এখনই বেরিয়ে যান
leave-shortcut = আপনার প্রবেশ শেষ করে এবং এই সাইট থেকে বের করে নেয়। Shift তিনবার চাপলেও একই হয়।
sign-in = প্রবেশ করুন
pages = এই তালিকার পাতা
pages-next = পরের পাতা
unchecked-label = এই অনুবাদ সম্পর্কে
unchecked = এই পাতা যন্ত্র অনুবাদ করেছে, কোনো মানুষ যাচাই করেনি।
foot-promise = আপনি এখানে যা লেখেন তা সিল করে রাখা হয়। এই সাইট অন্য কোনো সাইটের কাছে কিছু চায় না।
