menu-flow = نتائج الإحالات
    .about = كم إحالة أدت إلى مساعدة، بالأعداد ودون أسماء
flow-title = نتائج الإحالات
flow-lead = كل ما أرسلته منظمتك حتى الآن. الإحالة التي استُلمت فقط لم تساعد أحدًا بعد: العمود الأخير هو المهم.
flow-empty = لم يُرسل شيء بعد
    .next = تظهر الأعداد هنا بعد أن يرسل مسؤولو الحالات إحالات.
flow-rates = مما أُرسل
flow-rate-acknowledged = استُلمت
flow-rate-accepted = قُبلت
flow-rate-known = نتيجتها معروفة
flow-percent = { $percent } من 100
flow-too-few = العدد أقل من أن يُذكر
flow-by-partner = حسب الشريك
flow-partner = الشريك
flow-sent = أُرسلت
flow-acknowledged = استُلمت
flow-accepted = قُبلت
flow-known = نتيجتها معروفة
flow-all = المجموع
flow-held = غير معروض
flow-rules = حتى لا يدل عدد على شخص بعينه: ما دون أحد عشر يظهر هكذا: <11، وكل ما عداه يُقرّب إلى خمسة، وحيث يكون عدد صغيرًا يُخفى عدد ثانٍ أيضًا.
flow-held-back = { $count ->
    [0] لم يُحجب أي عدد.
    [zero] لم يُحجب أي عدد.
    [one] حُجب عدد واحد.
    [two] حُجب عددان.
    [few] حُجبت { $count } أعداد.
    [many] حُجب { $count } عددًا.
   *[other] حُجب { $count } عدد.
}
flow-no-times = مدة كل خطوة مختومة داخل الحالات، ولذلك لا تُحسب هنا.
