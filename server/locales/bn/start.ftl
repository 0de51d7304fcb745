# The start page and leaving.
start-title = অভিবাসী ও শরণার্থীদের জন্য সাহায্য
start-lead = আপনি সাহায্যকারীদের যা বলেন, Amparo তা সিল করে রাখে এবং যারা সাহায্য করতে পারে তাদের কাছে পৌঁছায়।
start-person-title = আমাকে একটি নম্বর দেওয়া হয়েছে
start-person-text = এরপর কী হবে দেখুন, সাহায্যকারীদের লিখুন, অথবা ভাগ করা বন্ধ করুন। নাম বা ই-মেইল লাগে না।
start-person-button = আমার নম্বর লিখব
start-staff-title = আমি মানুষকে সাহায্য করি
start-staff-text = হটলাইন, আশ্রয়কেন্দ্র, আইনি সহায়তা, ক্লিনিক, শ্রমিক ইউনিয়ন ও সহযোগী সংস্থার জন্য।
start-join = আমাকে যোগ দিতে আমন্ত্রণ জানানো হয়েছে
start-languages = অন্যান্য ভাষা
start-safety-title = কেউ যদি আপনার পেছন থেকে দেখে
start-safety-leave = প্রতিটি পাতার উপরে “এখনই বেরিয়ে যান” আপনাকে সঙ্গে সঙ্গে সরিয়ে নেয়।
start-safety-history = আপনার ব্রাউজারের ইতিহাসে তবুও দেখা যায় আপনি এখানে ছিলেন। প্রাইভেট উইন্ডো কোনো ইতিহাস রাখে না।
start-safety-asked = Amparo-র কেউ কখনো আপনার নম্বর বা পাসফ্রেজ চাইবে না।
gone-title = নতুন পাতা
gone-link = কিছু খুঁজুন
translations-title = আমাদের ভাষাগুলি কীভাবে যাচাই করা হয়েছে
translations-lead = আমরা ইংরেজিতে লিখি। অন্যগুলি অনুবাদ; মানুষ কতটা যাচাই করেছে তা এখানে আছে।
translations-machine-about = যা শুধু যন্ত্র অনুবাদ করেছে, পাতার উপরে তা চিহ্নিত থাকে।
translations-withheld = { $count ->
    [one] যে { $count }টি বাক্যের উপর কারও নিরাপত্তা নির্ভর করে, মানুষ যাচাই না করা পর্যন্ত তা ইংরেজিতে দেখানো হয়।
   *[other] যে { $count }টি বাক্যের উপর কারও নিরাপত্তা নির্ভর করে, মানুষ যাচাই না করা পর্যন্ত সেগুলি ইংরেজিতে দেখানো হয়।
}
translations-nowhere = মানুষ আমাদের যা বলে, তা কখনো কোনো অনুবাদ পরিষেবায় পাঠানো হয় না।
translations-caption = ভাষা অনুযায়ী বাক্য
translations-pages = পাতা
translations-scope-all = সব
translations-scope-person = যাদের নম্বর আছে তাদের জন্য
translations-machine = শুধু যন্ত্র
translations-reviewed = একজন মানুষ যাচাই করেছে
translations-double = দুজন মানুষ যাচাই করেছে
translations-old = এরপর ইংরেজি বদলেছে
translations-missing = অনুবাদ হয়নি
translations-help = আপনি কি এই ভাষাগুলির কোনোটি ভালো জানেন? যে সংস্থা এই সাইট চালায় তাদের জানান।
