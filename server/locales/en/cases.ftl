# The caseworker's day: her cases, one case, her tasks.
menu-cases = Cases
    .about = Your cases, most urgent first
menu-tasks = Tasks
    .about = What must happen next, by day

# The list.
cases-title = My cases
cases-count-open = { $count } open
cases-count-now = { $count } NOW
cases-count-overdue = { $count } overdue
cases-find = Find
search-query-query = Pseudonym, name, number or tag
cases-new = New case
cases-back = All my cases
cases-whose = Whose cases
cases-whose-mine = Mine
cases-whose-all = All I can open
cases-whose-nobodys = Nobody works them
cases-only = Which cases
cases-only-open = Open
cases-only-now = NOW
cases-only-overdue = Overdue
cases-only-near = Due in 7 days
cases-only-quiet = Nothing for 7 days
cases-only-closed = Closed
cases-waiting = With partners
cases-none = No case fits
    .next = Choose something else above, or open a new case.
cases-none-mine = You work no such case
    .next = Look at the cases that nobody works, or open a new case.
cases-found-title = Find a case
cases-found-none = Nothing was found
    .next = Try a part of a name, another spelling, or the number. Only cases that you can open are searched.
cases-found-count = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
case-quiet = { $count ->
    [one] nothing for { $count } day
   *[other] nothing for { $count } days
}
case-override = shared without consent
case-no-next = No next step is written down.
case-speaks = speaks { $languages }
case-held = held
case-worked-by = worked by { $name }
case-worked-by-nobody = nobody works it
case-log = Log
case-log-of = Log something in { $case }
case-done-of = Next step of { $case } is done

# A new case.
cases-new-lead = For somebody who did not come through the hotline. Only the priority and what it is about must be said.
cases-new-person = Who
cases-new-contact = How it is safe to reach them
cases-new-more = More
cases-new-button = Open the case
case-form-priority = How soon
case-form-summary = What it is about
case-form-needs = What is missing
case-form-country = Country they are in
    .hint = A name or a code: Greece, or GR.
case-form-name = Name to use
    .hint = As they say it. It may be a chosen name, or empty.
case-form-languages = Languages they speak
    .hint = The best first, with commas: Tigrinya, Arabic.
case-form-interpreter_needed = Is an interpreter needed?
case-form-safe_to_call_back = Is it safe to call back?
case-form-contact_rule = The rule
    .hint = When, what to say first, who must never pick up.
case-form-channels = A way to reach them
case-form-channels-kind = Way
case-form-channels-value = Number or place
case-form-channels-whose = Whose is it
case-form-channels-recorded_line = Is the line recorded?
case-form-opened_because = Why the case is opened
case-form-tags = Words to find it by
    .hint = With commas.
case-form-mine = I work it from now on
said-file-opened = The case is open.

# The case.
case-nav = Parts of the case
case-back = Back to
case-change = Change
case-correct = Correct
case-was-changed = changed
case-closed = Closed
case-is-closed = The case is closed. Reopen it before you change it.
case-cover = Confidential. What stands here may be seen only by those whom the person agreed to.
case-opened-on = opened { $day }
case-take = Take this case
case-assign = Assign or hand over
case-access = Who can open it
case-close = Close the case
case-reopen = Reopen
case-sharing-stopped = The person has stopped all sharing. Nothing may go to a partner.
case-override-long = Something was shared without consent, and no supervisor has looked at it yet.
case-next = Next
case-summary-none = Nobody has written yet what it is about.
case-priority-because = Priority set by hand:
case-opened-because = Opened because:
case-place-summary = Summary
case-place-timeline = Timeline
case-place-needs = Needs
case-place-tasks = Tasks
case-place-people = People
case-place-custody = Detention
case-place-consent = Consent
case-place-assessments = Assessments
case-add = Add to the timeline
case-add-button = Add
case-timeline-none = Nothing is written yet. Use the line above.
case-timeline-all = { $count ->
    [one] Show the only line
   *[other] Show all { $count } lines
}
case-needs-none = No need is written down.
case-tasks-none = No task is written down.
case-people-none = Nobody is written down.
case-custody-none = No detention is known.
case-consent-none = Nothing was agreed yet. Without consent, nothing can be shared.
case-assessments-none = Nobody has looked for signs of forced labour yet.
case-closings = How it was closed
case-reopened = reopened
case-history = Every version
case-history-lead = Everything that was ever written in this case, newest first. Numbers and addresses are left out.
case-ledger = Who saw it
case-ledger-lead = Every look at this case and every change, newest first. Your look at this page is noted too.
case-referrals = Referrals
case-referrals-none = Nothing was offered to a partner yet. Use “Find help” beside a need.
case-referral-escalated = came to nothing: ask somebody else
case-referral-answer = answer expected { $when }
case-referral-draft = Draft
case-referral-sent = Sent
case-referral-viewed = Seen
case-referral-accepted = Accepted
case-referral-waitlisted = On the waiting list
case-referral-started = In work
case-referral-completed = Completed
case-referral-declined = Declined
case-referral-returned = Given back
case-referral-expired = No answer in time
case-referral-recalled = Taken back by us
case-referral-ended_by_person = Ended by the person
case-letters = Letters
case-letters-no-receipt = This case has no receipt, so there are no letters.
case-letters-open = Letters and next step
case-letters-unread = { $count ->
    [0] nothing new
    [one] { $count } new
   *[other] { $count } new
}
partner-unknown = an organisation that no longer takes part

# How to reach somebody.
reach-title = How to reach them
reach-on-record = This look is on record in the ledger of the case.
reach-rule = Read this first
reach-before = Before anybody calls
reach-never = Never contact:
reach-has-never = There are people who must never be contacted.
reach-has-word = There is a word to say first.
reach-code-word = Say first
reach-hours = When
reach-voicemail = Leave a message?
reach-note = Also
reach-ways = Numbers and places, safest first
reach-ways-none = No way to reach them is known.
reach-change = Change this
reach-way = Way { $number }
reach-open = Show rule and numbers
reach-open-hint = The look is noted in the ledger.
reach-nobody = Nobody is written down as the person this case is about.
contact-form-safe_to_call_back = Is it safe to call back?
contact-form-hours = When
contact-form-code_word = Word to say first
contact-form-voicemail = May a message be left?
contact-form-never_contact = Never contact
    .hint = People and numbers, one on a line.
contact-form-note = Also
contact-form-channels = A way to reach them
contact-form-channels-kind = Way
contact-form-channels-value = Number or place
contact-form-channels-whose = Whose
contact-form-channels-recorded_line = Recorded?

# The timeline.
entry-kind = Kind
entry-text = What happened
entry-safe_for_partner = A partner may read it
    .hint = It goes to a partner only if the consent covers notes.
entry-safe-mark = for partners too
entry-on = When, if not now
    .hint = The clock is UTC.
entry-on-time = Time
form-entry-new = Add to the timeline
form-entry-change = Correct the timeline
form-entry-button = Save

# The head.
form-sheet-new = Summary
form-sheet-change = Change the summary
form-sheet-button = Save
sheet-form-summary = What it is about
sheet-form-priority = How soon
sheet-form-reason = Why
    .hint = Needed if it becomes less urgent.
sheet-form-country = Country they are in
    .hint = A name or a code: Greece, or GR.
sheet-form-tags = Words to find it by
    .hint = With commas.

# People.
form-person-new = Add somebody
    .lead = How to reach them has a page of its own, after this one.
form-person-change = Change a person
form-person-button = Save
person-add = Add somebody
person-nameless = No name given
person-reach = How to reach
person-other-names = Other names
person-age = Age
person-about-years = { $count ->
    [one] about { $count } year
   *[other] about { $count } years
}
person-languages = Languages
person-interpreter = Interpreter needed
person-gender = Gender
person-nationality = Nationality
person-feared = Must not learn of them
person-note = Note
person-numbers = Numbers by which others know them
person-danger = Danger
person-form-part = Part in this case
person-form-names = Names
    .hint = As they say them, one on a line, the one to use first. Empty: no name given.
person-form-gender = Gender
person-form-birth_date = Day of birth, if it is known
person-form-age_estimate = Otherwise: about how many years old
person-form-languages = Languages
    .hint = The best first, with commas: Tigrinya, Arabic.
person-form-interpreter_needed = Is an interpreter needed?
person-form-nationality = Nationality
    .hint = Help never depends on it. Leave it empty unless it is needed.
person-form-identifiers = A number
person-form-identifiers-kind = Whose number
person-form-identifiers-value = Number
person-form-feared = States whose authorities must not learn of them
    .hint = With commas. Nothing goes to partners there.
person-form-note = What else colleagues must know

# Detention.
form-stay-new = Add a detention
form-stay-change = Change a detention
form-stay-button = Save
held-add = Add a detention
held-now = there now
held-when = From – to
held-until-now = now
held-country = Country
held-authority = Held by
held-basis = Legal ground
held-phone = Telephone
held-visits = Visits
held-source = Source
stay-form-facility = Place, as it is called
stay-form-country = Country
    .hint = A name or a code: Greece, or GR.
stay-form-authority = Who holds them
stay-form-legal_basis = Legal ground, as the authority says
stay-form-arrived = First day
stay-form-left = Last day
    .hint = Empty: still there.
stay-form-source = Who said so
stay-form-phone = Telephone of the place
stay-form-recorded_line = Is the line recorded?
stay-form-visiting_rules = Who may visit, and when

# Needs.
form-need-new = Add a need
form-need-change = Change a need
form-need-button = Save
need-add = Add a need
need-find-help = Find help
need-outcome = What came of it:
need-in-referral-hint = A partner works on this need. Only the referral changes how it stands.
need-form-category = What is missing
need-form-urgency = How soon
need-form-where = Where it must be met
need-form-country = Country, if it is another
    .hint = A name or a code.
need-form-detail = More about it
need-form-status = How it stands
need-form-outcome = What came of it

# Tasks.
agenda-title = My tasks
agenda-none = Nothing is due
    .next = The next step of each of your open cases stands here. Add tasks on the page of a case.
task-add = Add a task or deadline
task-overdue = OVERDUE
task-done = Done
task-undone = Not done after all
form-task-new = Add a task or deadline
form-task-change = Change a task
form-task-button = Save
task-form-what = What must happen
task-form-kind = Kind
task-form-day = Due on
task-form-time = Time
    .hint = Such as 17:00. Empty: by the end of the day.
task-form-time_zone = On the clock of
    .hint = A place such as Europe/Athens.
task-form-reason = Why
task-form-owner = Who does it

# Consent.
form-consent-new = Write down a consent
    .lead = Write what was said. A consent is not changed later: a new talk is a new consent.
form-consent-change = Write down a consent
form-consent-button = Save
consent-add = Add a consent
consent-how = How it was explained and given
consent-in-force = In force
consent-over = Over
consent-withdrawn = Withdrawn
consent-stopped = Sharing is stopped
consent-withdraw = Withdraw
consent-given-on = given { $day }
consent-until = until { $day }
consent-explained = explained in { $language }
consent-back-by-person = Withdrawn by the person with the receipt,
consent-back-by-us = Withdrawn,
consent-proxy-open = If somebody else gave it
consent-named-open = Choose organisations, if they were named
consent-form-sections = What may be shared
consent-form-recipients = With whom
consent-form-organisations = These organisations
consent-form-purpose = What for
consent-form-purpose_words = In the person's words
consent-form-until = Until
    .hint = Empty: until it is withdrawn.
consent-form-language = Explained in
    .hint = A language by name or code.
consent-form-explained_by = Who explained it
consent-form-how_checked = How it was seen that it was understood
consent-form-given = How it was given
consent-form-proxy_who = Who gave it
consent-form-proxy_why = Why not the person
consent-form-given_on = Given on
withdraw-title = Withdraw a consent
withdraw-lead = Every referral that rests on it ends, and the receivers are told. What they have read cannot be called back.
withdraw-button = Withdraw it
consent-withdrawal-reason = Why, in the person's words
    .hint = It stays in the case. Receivers learn only that it ended. May be empty.
said-consent-withdrawn = The consent is withdrawn.

# Signs of forced labour.
form-assessment-new = Signs of forced labour
    .lead = Answer only what you looked for, and write what you saw or heard. There is no score: one sign may be enough.
form-assessment-change = Signs of forced labour
form-assessment-button = Save
assessment-add = Look for signs
assessment-palermo = Trafficking: act, means, purpose
assessment-form-indicators = Sign
assessment-form-indicators-indicator = Sign
assessment-form-indicators-strength = How clearly
assessment-form-indicators-evidence = What was seen or said
assessment-form-acts = What was done
assessment-form-means = By what means
assessment-form-purposes = For what purpose
assessment-form-trafficking_status = What you conclude
assessment-form-note = What else belongs to it

# Closing, reopening, giving it to somebody.
form-close-new = Close the case
    .lead = Nothing can be changed in a closed case until it is reopened. A need that a partner works on keeps it open.
form-close-change = Close the case
form-close-button = Close it
close-outcome = What came of it
close-reason = Why it is closed
    .hint = In a few words; it goes into the ledger.
form-reopen-new = Reopen the case
form-reopen-change = Reopen the case
form-reopen-button = Reopen it
assign-title = Who works this case
assign-lead = Whoever gets it can open it at once; whoever had it cannot any more.
assign-form-account = Colleague, the least loaded first
assign-form-team = Team that can open it
assign-form-reason = Why
    .hint = In a few words; it goes into the ledger.
assign-nobody = Nobody until a member of the team takes it
assign-load = { $count ->
    [0] works no other open case
    [one] works { $count } other open case
   *[other] works { $count } other open cases
}
assign-button = Give it
access-title = Who can open this case
access-lead = Nobody else holds a key to it, not even the administrator.
access-nobody = Nobody
said-kept = It is saved.
said-changed = The change is saved.
said-done = Done.
said-taken = You work this case now.
said-assigned = The case is given.
said-case-closed = The case is closed.
said-case-reopened = The case is open again.

# Letters and what the person is told.
case-letters-title = Letters and next step
case-letters-list = Letters
case-letters-empty = Nobody has written yet.
case-letters-nobody = This case has no receipt
    .next = With a receipt the person can see what happens next, write back, and stop sharing. Give it by voice or on paper.
case-letter-from = From the person
case-letter-new = new
case-letter-read = read
case-letter-unread = not read yet
case-letter-erasure = asks that everything be deleted
case-letter-write = Write to the person
case-letter-send = Send
letter-form-text = Your letter
    .hint = No names and no places: somebody else may look over the shoulder.
letter-form-language = Language of the text
step-title = What the person sees first
step-form-step = How far things are
step-form-text = What happens next
    .hint = One short sentence, without names.
step-form-language = Language of the text
step-button = Tell it
receipt-give = Give a receipt
receipt-given-title = The receipt
receipt-given-lead = Read it three digits at a time, and let the person read it back.
receipt-given-check = Ask first whether it is safe to keep a number.
receipt-given-done = The person has it
said-letter-written = The letter is sent.
said-step-told = The person sees it from now on.

# History and ledger.
trail-when = When
trail-who = Who
trail-what = What
trail-why = Why
actor-person = The person, with the receipt
actor-nobody = The system
history-version = version { $number }
history-show = Show it
record-sheet = Summary
record-entry = Timeline
record-person = Person
record-custody = Detention
record-need = Need
record-task = Task
record-consent = Consent
record-consent_override = Shared without consent
record-assessment = Signs of forced labour
record-closing = Closing
record-receipt = Receipt
record-referral = Referral

# What a first contact left in a case, as codes.
case-from-first-contact = Opened from the first contact of { $day }.
case-from-referral = Opened from a referral by { $name }.
facility-not_known = Not known yet
source-first_contact = Said on the first contact
person-note-under_18_said = Under 18, as was said on the first contact; the age was not asked.
proxy-why-did_not_call = The person did not call
first-still-to-ask = Still to be asked: { $questions }
