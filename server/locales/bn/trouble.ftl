# Pages about what did not work.
trouble-not-found-title = এখানে কিছু নেই
trouble-not-found-text = পাতাটি নেই, অথবা এটি আপনার দেখার জন্য নয়। ঠিকানা দেখুন, বা ফিরে যান।
trouble-lapsed-title = আপনার প্রবেশ শেষ হয়ে গেছে
trouble-lapsed-text = 15 মিনিট কিছু না করলে প্রবেশ শেষ হয়, আর যাই হোক 10 ঘণ্টা পরে শেষ হয়।
trouble-invalid-title = এটি নেওয়া গেল না
trouble-invalid-text = এর মধ্যে কিছু ঠিক নেই। কিছু সংরক্ষিত হয়নি। ফিরে যান, পাতাটি আবার খুলুন এবং আবার চেষ্টা করুন।
trouble-too-many-title = অনেকবার চেষ্টা হয়েছে
trouble-too-many-text = অন্যরা যাতে অনুমান করতে না পারে, তাই এখন একটু বিরতি।
trouble-busy-title = একটু দাঁড়ান
trouble-busy-text = সাইটটি এখন খুব ব্যস্ত। কিছু সংরক্ষিত হয়নি। একটু পরে আবার চেষ্টা করুন।
trouble-too-large-title = এটি খুব বড়
trouble-too-large-text = একবারে যতটা পাঠানো যায়, এটি তার চেয়ে বেশি। কিছু সংরক্ষিত হয়নি।
trouble-too-slow-title = এটি সময়মতো পৌঁছায়নি
trouble-too-slow-text = লাইন খুব ধীর ছিল। কিছু সংরক্ষিত হয়নি। আবার পাঠান।
trouble-unavailable-title = এখন পাওয়া যাচ্ছে না
trouble-unavailable-text = এই সাইটের প্রয়োজনীয় কিছু পাওয়া যাচ্ছে না। কিছু সংরক্ষিত হয়নি। কয়েক মিনিট পরে আবার চেষ্টা করুন।
trouble-broken-title = কিছু একটা ভেঙে গেছে
trouble-broken-text = এটি আমাদের দোষ, আপনার নয়। কিছু সংরক্ষিত হয়নি।
trouble-damaged-title = এটি বিশ্বাস করা যায় না
trouble-damaged-text = ডেটাবেসে এ বিষয়ে যা আছে তা মেলে না: ডিস্ক নষ্ট, অথবা কেউ তা বদলেছে। কিছু দেখানো বা সংরক্ষণ করা হয়নি।
trouble-not-now-title = এটি এখন করা যায় না
trouble-not-now-text = এটি আগেই করা হয়েছে, অথবা কিছু একটা বাধা দিচ্ছে। আবার দেখুন।
trouble-wait = { $minutes ->
    [one] { $minutes } মিনিট পরে আবার চেষ্টা করুন।
   *[other] { $minutes } মিনিট পরে আবার চেষ্টা করুন।
}
trouble-reference = আপনার প্রশাসককে এই সূত্রটি দিন:
trouble-home = শুরুর পাতায় যান
lapsed-kept-title = আপনি যা লিখেছেন তা হারায়নি
lapsed-kept-number = আবার আপনার নম্বর লিখুন। একটি নতুন ট্যাব খুলবে; তারপর এখানে ফিরে আসুন।
lapsed-kept-send = তারপর যা লিখেছেন আবার পাঠান।
lapsed-kept-button = আবার পাঠান
