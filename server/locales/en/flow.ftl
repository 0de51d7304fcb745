# How far referrals come.
menu-flow = Referral results
    .about = How many referrals led to help, in numbers without names
flow-title = Referral results
flow-lead = Everything your organisation has sent so far. A referral that was only received has not helped anyone yet: the last column is the one that counts.
flow-empty = Nothing has been sent yet
    .next = Numbers appear here once caseworkers have sent referrals.
flow-rates = Of what was sent
flow-rate-acknowledged = Received
flow-rate-accepted = Accepted
flow-rate-known = Outcome known
flow-percent = { $percent } in 100
flow-too-few = Too few to say
flow-by-partner = By partner
flow-partner = Partner
flow-sent = Sent
flow-acknowledged = Received
flow-accepted = Accepted
flow-known = Outcome known
flow-all = Total
flow-held = not shown
flow-rules = So that no number gives one person away: anything below eleven is shown as <11, everything else is rounded to five, and where one number is small, a second one is hidden too.
flow-held-back = { $count ->
    [0] No number is hidden.
    [one] { $count } number is hidden.
   *[other] { $count } numbers are hidden.
}
flow-no-times = How long each step took is sealed inside the cases, so it is not counted here.
