# The caseworker's day: her cases, one case, her tasks.
menu-cases = Cases
    .about = Your cases, most urgent first
menu-tasks = Tasks
    .about = What is due, day by day

# The list.
cases-title = My cases
cases-count-open = { $count } open
cases-count-now = { $count } NOW
cases-count-overdue = { $count } overdue
cases-find = Search
search-query-query = Pseudonym, name, number or tag
cases-new = New case
cases-back = All my cases
cases-whose = Whose cases
cases-whose-mine = Mine
cases-whose-all = All I can open
cases-whose-nobodys = Not assigned
cases-only = Which cases
cases-only-open = Open
cases-only-now = NOW
cases-only-overdue = Overdue
cases-only-near = Due in 7 days
cases-only-quiet = Quiet for 7 days
cases-only-closed = Closed
cases-waiting = With partners
cases-withheld = { $count ->
    [one] { $count } case is left out of this list.
   *[other] { $count } cases are left out of this list.
}
cases-withheld-text = What the server has of them is older than before, or was changed. Tell the administrator.
cases-none = No cases match
    .next = Choose something else above, or open a new case.
cases-none-mine = You have no cases like this
    .next = Look at the cases that are not assigned, or open a new case.
cases-found-title = Find a case
cases-found-none = Nothing found
    .next = Try part of a name, another spelling, or the number. Only cases you can open are searched.
cases-found-count = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
case-quiet = { $count ->
    [one] quiet for { $count } day
   *[other] quiet for { $count } days
}
case-override = shared without consent
case-no-next = No next step has been set.
case-speaks = speaks { $languages }
case-held = detained
case-worked-by = assigned to { $name }
case-worked-by-nobody = not assigned
case-log = Log
case-log-of = Log something in { $case }
case-done-of = Mark the next step of { $case } as done

# A new case.
cases-new-lead = For someone who did not call the hotline. You only have to say how urgent it is and what it is about.
cases-new-person = Who
cases-new-contact = How to reach them safely
cases-new-more = More
cases-new-button = Open the case
case-form-priority = How urgent
case-form-summary = What it is about
case-form-needs = What they need
case-form-country = Country they are in
    .hint = A name or a code: Greece, or GR.
case-form-name = Name to use
    .hint = As they say it. It can be a name they chose, or empty.
case-form-languages = Languages they speak
    .hint = Best language first, separated by commas: Tigrinya, Arabic.
case-form-interpreter_needed = Do they need an interpreter?
case-form-safe_to_call_back = Is it safe to call back?
case-form-contact_rule = Contact rule
    .hint = When to call, what to say first, who must never pick up.
case-form-channels = A way to reach them
case-form-channels-kind = How
case-form-channels-value = Number or place
case-form-channels-whose = Whose is it?
case-form-channels-recorded_line = Is the line recorded?
case-form-opened_because = Why you are opening the case
case-form-tags = Tags
    .hint = Words to find it by, separated by commas.
case-form-mine = Assign it to me
said-file-opened = The case is open.

# The case.
case-nav = Sections of the case
case-back = Back to
case-change = Change
case-correct = Correct
case-was-changed = changed
case-closed = Closed
case-is-closed = The case is closed. Reopen it before you change it.
case-cover = Confidential. Only people the person agreed to may see what is here.
case-opened-on = opened { $day }
case-take = Take this case
case-assign = Assign
case-access = Who can open it
case-close = Close the case
case-reopen = Reopen
case-sharing-stopped = The person has stopped all sharing. Nothing may go to a partner.
case-override-long = Something was shared without consent, and no supervisor has reviewed it yet.
case-next = Next
case-summary-none = Nobody has written a summary yet.
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
case-timeline-none = Nothing here yet. Write the first note above.
case-timeline-all = { $count ->
    [one] Show the only entry
   *[other] Show all { $count } entries
}
case-needs-none = No needs noted.
case-tasks-none = No tasks noted.
case-people-none = No people noted.
case-custody-none = No detention noted.
case-consent-none = No consent yet. Without consent, nothing can be shared.
case-assessments-none = Nobody has checked for signs of forced labour yet.
case-closings = How it was closed
case-reopened = reopened
case-history = History
case-history-lead = Everything ever written in this case, newest first. Numbers and addresses are left out.
case-ledger = Who has opened it
case-ledger-lead = Every time someone opened or changed this case, newest first. Opening this page is recorded too.
case-referrals = Referrals
case-referral-title = { $help }: { $name }
case-referrals-none = Nothing has been sent to a partner yet. Use “Find help” next to a need.
case-referral-escalated = did not work out: ask someone else
case-referral-answer = answer expected { $when }
case-referral-draft = Draft
case-referral-sent = Sent
case-referral-viewed = Seen
case-referral-accepted = Accepted
case-referral-waitlisted = On the waiting list
case-referral-started = In progress
case-referral-completed = Completed
case-referral-declined = Declined
case-referral-returned = Returned
case-referral-expired = No answer in time
case-referral-recalled = Taken back by us
case-referral-ended_by_person = Ended by the person
case-letters = Messages
case-letters-no-receipt = The person has no number for this case, so there are no messages.
case-letters-open = Messages and next step
case-letters-unread = { $count ->
    [0] nothing new
    [one] { $count } new
   *[other] { $count } new
}
partner-unknown = an organisation that no longer takes part

# How to reach somebody.
reach-title = How to reach them
reach-on-record = The ledger records that you opened this.
reach-rule = Read this first
reach-before = Before you call
reach-never = Never contact:
reach-has-never = There are people you must never contact.
reach-has-word = There is a code word to say first.
reach-code-word = Say first
reach-hours = When
reach-voicemail = Can we leave a message?
reach-note = Also
reach-ways = Numbers and places, safest first
reach-ways-none = We do not know how to reach them.
reach-change = Change this
reach-way = Contact { $number }
reach-open = Show the rule and the numbers
reach-open-hint = The ledger records that you opened it.
reach-nobody = The case does not say yet who it is about.
contact-form-safe_to_call_back = Is it safe to call back?
contact-form-hours = When
contact-form-code_word = Code word to say first
contact-form-voicemail = Can we leave a message?
contact-form-never_contact = Never contact
    .hint = People and numbers, one per line.
contact-form-note = Also
contact-form-channels = A way to reach them
contact-form-channels-kind = How
contact-form-channels-value = Number or place
contact-form-channels-whose = Whose is it?
contact-form-channels-recorded_line = Is the line recorded?

# The timeline.
entry-kind = Kind
entry-text = What happened
entry-safe_for_partner = A partner may read it
    .hint = It goes to a partner only if the consent covers notes.
entry-safe-mark = for partners too
entry-on = When, if not now
    .hint = In UTC.
entry-on-time = Time
form-entry-new = Add to the timeline
form-entry-change = Correct an entry
form-entry-button = Save

# The head.
form-sheet-new = Summary
form-sheet-change = Change the summary
form-sheet-button = Save
sheet-form-summary = What it is about
sheet-form-priority = How urgent
sheet-form-reason = Why
    .hint = Needed if you make it less urgent.
sheet-form-country = Country they are in
    .hint = A name or a code: Greece, or GR.
sheet-form-tags = Tags
    .hint = Words to find it by, separated by commas.

# People.
form-person-new = Add a person
    .lead = The next page asks how to reach them.
form-person-change = Change a person
form-person-button = Save
person-add = Add a person
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
person-feared = Must not find out about them
person-note = Note
person-numbers = Reference numbers
person-danger = Danger
person-form-part = Role in this case
person-form-names = Names
    .hint = As they say them, one per line, the one to use first. Leave it empty if they gave none.
person-form-gender = Gender
person-form-birth_date = Date of birth, if known
person-form-age_estimate = Otherwise: age in years, roughly
person-form-languages = Languages
    .hint = Best language first, separated by commas: Tigrinya, Arabic.
person-form-interpreter_needed = Do they need an interpreter?
person-form-nationality = Nationality
    .hint = Help never depends on it. Leave it empty unless it is needed.
person-form-identifiers = Reference number
person-form-identifiers-kind = Kind of number
person-form-identifiers-value = Number
person-form-feared = Countries whose authorities must not find out about them
    .hint = Separated by commas. Nothing goes to partners there.
person-form-note = What else colleagues must know

# Detention.
form-stay-new = Add a detention
form-stay-change = Change a detention
form-stay-button = Save
held-add = Add a detention
held-now = still there
held-when = From – to
held-until-now = now
held-country = Country
held-authority = Detained by
held-basis = Legal ground
held-phone = Phone
held-visits = Visits
held-source = Source
stay-form-facility = Name of the place
stay-form-country = Country
    .hint = A name or a code: Greece, or GR.
stay-form-authority = Who is detaining them
stay-form-legal_basis = Legal ground, as the authority says
stay-form-arrived = First day
stay-form-left = Last day
    .hint = Leave it empty if they are still there.
stay-form-source = Who told you
stay-form-phone = Phone number of the place
stay-form-recorded_line = Is the line recorded?
stay-form-visiting_rules = Who may visit, and when

# Needs.
form-need-new = Add a need
form-need-change = Change a need
form-need-button = Save
need-add = Add a need
need-find-help = Find help
need-outcome = Outcome:
need-in-referral-hint = A partner is working on this need. Only the referral can change its status.
need-form-category = Kind of need
need-form-urgency = How urgent
need-form-where = Where help is needed
need-form-country = Country, if it is another one
    .hint = A name or a code.
need-form-detail = Details
need-form-status = Status
need-form-outcome = Outcome

# Tasks.
agenda-title = My tasks
agenda-none = Nothing is due
    .next = The next step of each of your open cases is shown here. You can add tasks on the page of a case.
task-add = Add a task or deadline
task-overdue = OVERDUE
task-mark-done = Mark as done
task-done = Done
task-undone = Undo: not done
form-task-new = Add a task or deadline
form-task-change = Change a task
form-task-button = Save
task-form-what = What has to happen
task-form-kind = Kind
task-form-day = Due on
task-form-time = Time
    .hint = Such as 17:00. Empty means by the end of the day.
task-form-time_zone = Time zone
    .hint = A place such as Europe/Athens.
task-form-reason = Why
task-form-owner = Who is doing it

# Consent.
form-consent-new = Record a consent
    .lead = Write what was said. You cannot change a consent later: after a new conversation, record a new one.
form-consent-change = Record a consent
form-consent-button = Save
consent-add = Record a consent
consent-how = How it was explained and given
consent-in-force = In force
consent-over = Ended
consent-nothing = Covers nothing
consent-covers-nothing = Covers nothing, because:
consent-of = Whose data:
consent-given-by = Given by: { $role }
consent-withdrawn = Withdrawn
consent-stopped = Sharing is stopped
consent-withdraw = Withdraw
consent-given-on = given { $day }
consent-until = until { $day }
consent-explained = explained in { $language }
consent-back-by-person = Withdrawn by the person, with their number,
consent-back-by-us = Withdrawn,
consent-proxy-open = If someone else gave it
consent-child-open = If it is about a child
consent-child-text = A child’s own word is not enough: a parent, a guardian or someone appointed agrees above, or it is decided in the child’s best interests. Ask the child in any case.
consent-named-open = Choose organisations, if the person named any
consent-form-person = Whose data
    .hint = It covers nobody else. Everyone else in the case needs a consent of their own.
consent-form-sections = What may be shared
consent-form-recipients = Who with
consent-form-organisations = These organisations
consent-form-purpose = What for
consent-form-purpose_words = In the person's words
consent-form-until = Until
    .hint = Leave it empty if it lasts until it is withdrawn.
consent-form-language = Explained in
    .hint = Name or code of the language.
consent-form-explained_by = Who explained it
consent-form-how_checked = How you know it was understood
consent-form-given = How it was given
consent-form-proxy_role = What right they have to agree
    .hint = With “someone else” it covers nothing until the person agrees.
consent-form-child_view = What the child says
consent-form-child_decided = Who decided
consent-form-child_reasons = Why it was decided so
    .hint = Needed for a decision in the child’s best interests. It stays in the case.
consent-form-proxy_who = Who gave it
consent-form-proxy_why = Why the person did not give it themselves
consent-form-given_on = Given on
withdraw-title = Withdraw a consent
withdraw-lead = Every referral that depends on it ends, and the organisations that received them are told. What they have already read cannot be taken back.
withdraw-button = Withdraw it
consent-withdrawal-reason = Why, in the person's words
    .hint = It stays in the case. Partners are only told that the consent has ended. You can leave it empty.
said-consent-withdrawn = The consent has been withdrawn.

# Signs of forced labour.
form-assessment-new = Signs of forced labour
    .lead = Answer only what you checked for, and write what you saw or heard. There is no score: one sign may be enough.
form-assessment-change = Signs of forced labour
form-assessment-button = Save
assessment-add = Check for signs
assessment-palermo = Trafficking: act, means, purpose
assessment-form-indicators = Sign
assessment-form-indicators-indicator = Sign
assessment-form-indicators-strength = How clearly
assessment-form-indicators-evidence = What was seen or said
assessment-form-acts = What was done
assessment-form-means = By what means
assessment-form-purposes = What for
assessment-form-trafficking_status = What you conclude
assessment-form-note = Anything else

# Closing, reopening, giving it to somebody.
form-close-new = Close the case
    .lead = A closed case cannot be changed until it is reopened. You cannot close a case while a partner is working on one of its needs.
form-close-change = Close the case
form-close-button = Close it
close-outcome = Outcome
close-reason = Why it is closed
    .hint = In a few words; it goes into the ledger.
form-reopen-new = Reopen the case
form-reopen-change = Reopen the case
form-reopen-button = Reopen it
assign-title = Who is working on this case
assign-lead = The person you assign it to can open it at once; the person who had it no longer can.
assign-form-account = Colleague, least busy first
assign-form-team = Team that can open it
assign-form-reason = Why
    .hint = In a few words; it goes into the ledger.
assign-nobody = Nobody, until someone in the team takes it
assign-load = { $count ->
    [0] no other open cases
    [one] { $count } other open case
   *[other] { $count } other open cases
}
assign-button = Assign
access-title = Who can open this case
access-lead = Nobody else has a key to it, not even the administrator.
access-nobody = Nobody
said-kept = Saved.
said-changed = The change has been saved.
said-done = Marked as done.
said-taken = This case is now assigned to you.
said-assigned = The case has been assigned.
said-case-closed = The case is closed.
said-case-reopened = The case is open again.

# Letters and what the person is told.
case-letters-title = Messages and next step
case-letters-list = Messages
case-letters-empty = Nobody has written yet.
case-letters-nobody = The person has no number for this case
    .next = With a number they can see what happens next, write to you, and stop sharing. Read it out or give it on paper.
case-letter-from = From the person
case-letter-new = new
case-letter-read = read
case-letter-unread = not read yet
case-letter-erasure = asks us to delete everything
case-letter-write = Write to the person
case-letter-send = Send
letter-form-text = Your message
    .hint = No names and no places: someone else may see it.
letter-form-language = Language of the message
step-title = What the person sees first
step-form-step = How far along it is
step-form-text = What happens next
    .hint = One short sentence, without names.
step-form-language = Language of the text
step-button = Save
receipt-give = Give the person a number
receipt-given-title = The number
receipt-given-lead = Read it three digits at a time, and ask the person to read it back.
receipt-given-check = First ask whether it is safe for them to keep a number.
receipt-given-done = The person has it
said-letter-written = The message has been sent.
said-step-told = Saved. The person can see it now.

# History and ledger.
trail-when = When
trail-who = Who
trail-what = What
trail-why = Why
actor-person = The person, with their number
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
record-receipt = Number for the person
record-referral = Referral

# What a first contact left in a case, as codes.
case-from-first-contact = Opened from the first contact of { $day }.
case-from-referral = Opened from a referral by { $name }.
facility-not_known = Not known yet
source-first_contact = Said on the first contact
person-note-under_18_said = Under 18, according to the first contact; the age was not asked.
proxy-who-family = Family
proxy-who-other = Someone else
proxy-why-did_not_call = The person did not call
first-still-to-ask = Still to ask: { $questions }

removals-title = Removal
removals-none = No removal is known.
removal-add = Add a removal
removal-undated = The day is not known
removal-carrier = Airline, flight, ship
removal-from = From
removal-to = To
removal-confirmed = Last confirmed
removal-stopped = Stopped by
form-removal-new = Add a removal
form-removal-change = Change a removal
form-removal-button = Save
removal-form-state = How it stands
removal-form-day = Day
removal-form-time = Time, on the clock of the place it starts from
removal-form-time_zone = Clock of that place
removal-form-way = How
removal-form-carrier = Airline, flight, ship
removal-form-from = Airport, port or crossing
removal-form-to = Country it leads to
removal-form-source = Who said so
removal-form-confirmed_on = Last confirmed on
removal-form-stopped_by = If it was stopped: by what
next-removal = Removal
case-no-contact = Do NOT contact
case-news = New: a call
case-news-long = A call about this case came in. What it said is in the records below; the timeline shows it.
case-news-seen = I have seen it
said-news-seen = The case is no longer marked as new.
sheet-form-town = Town, camp or place
person-form-under_18 = Under 18?
person-form-pregnant_or_with_children = Pregnant, or with children?
urgency-sheet = Set by hand
urgency-need = A need that is not met is this urgent.
urgency-removal = A removal is ahead.
urgency-removal_passed = The time of a removal has passed: find out what happened.
urgency-removal_feared = The person is afraid of removal; the day is not known.
urgency-child_detained = A child is detained.
urgency-detained = Someone is detained.
urgency-under_18 = It is about a child.
urgency-age_unknown = There are signs of exploitation, and we do not know whether it is a child.
urgency-pregnant_or_with_children = The person is pregnant or has children with them.

reach-stopped = Do NOT contact this person.
reach-stopped-by-person = The person said so with their number. Wait until they write.
reach-stopped-because = Why:
reach-anyway = Show the numbers all the same
contact-anyway-because = Why do you need the numbers? The ledger keeps this; write no names.
contact-form-stop_because = Nobody may contact them at all: why
contact-form-stop_until = … until (leave empty if not known)
reopened-because-call = a call about it came in
