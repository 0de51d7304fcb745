# How far referrals come.
menu-flow = Referral flow
    .about = How far referrals come, in numbers without names
flow-title = Referral flow
flow-lead = What your organisation sent, since the beginning. A referral that was only acknowledged has not helped anybody yet: the last column counts.
flow-empty = Nothing was sent yet
    .next = Numbers appear here when caseworkers have sent referrals.
flow-rates = Of what was sent
flow-rate-acknowledged = Acknowledged
flow-rate-accepted = Accepted
flow-rate-known = Outcome known
flow-percent = { $percent } in 100
flow-too-few = Too few to say
flow-by-partner = By partner
flow-partner = Partner
flow-sent = Sent
flow-acknowledged = Acknowledged
flow-accepted = Accepted
flow-known = Outcome known
flow-all = All together
flow-held = not said
flow-rules = So that no number tells of one person: what is below eleven is shown as <11, everything else is rounded to five, and where one number is small, a second one is not said.
flow-held-back = { $count ->
    [0] No number is held back.
    [one] { $count } number is held back.
   *[other] { $count } numbers are held back.
}
flow-no-times = How long each step took is sealed in the cases, so it is not counted here.
