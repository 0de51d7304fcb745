# Taking a call.
menu-intake = New call
    .about = Take a call, a visit or a message
menu-contacts = Today
    .about = What was logged today, without content
menu-queue = Queue
    .about = Calls that wait, most urgent first
call-title = New call
call-keys = Alt and 1 to 6 jump to a section. Only how the contact ended is needed; everything else may stay “Not known”.
call-1 = Is the caller safe?
call-2 = Language and place
call-3 = What is missing?
call-4 = What the person agrees to
call-5 = Who, and how to reach them
call-6 = Notes and end
call-so-far = So far:
call-do-now = Do now:
call-do-now-text = Stay on the line. Ask who can hear the person and where they are. Tell your supervisor while you speak. Call the police or an ambulance only if the person agrees.
call-danger_now = Danger now?
call-detained = Detained?
call-removal = Day of removal or deportation
call-removal_time = Time there
call-removal_feared = Removal feared, day not known?
call-urgent_medical = Needs a doctor now?
call-under_18 = Under 18?
call-pregnant_or_with_children = Pregnant, or with children?
call-safe_to_call_back = Safe to call back?
call-phone = Number
    .hint = With + and the number of the country
call-how = How is it safe?
call-language = Language to speak
call-interpreter = Interpreter
call-citizen_of = Citizen of (never needed to get help)
call-now_in = Country they are in
call-town = Town, camp or place of detention
call-needs = Needs
call-read-aloud = Read this aloud:
call-script = You need not give your name. We write down what you tell us so that somebody can help you. It is kept sealed, and only our helpers can read it. We never give anything to the police, to immigration or to a consulate. If another organisation can help, we may give them your name, how to reach you, where you are and what you need, but only if you say yes. You can stop at any time. May we keep a file about you? May we share something, and with whom?
call-consent_file = Agrees that a file is kept?
call-consent_share = May be shared with
call-explained_by = Who explained it
call-name_to_use = Name to use
    .hint = As they say it. Empty: anonymous.
call-caller_is = Who speaks
call-when = When can they be reached?
call-code_word = What to say so that they know who calls
call-voicemail = May a message be left?
call-notes = Notes
call-outcome = How the contact ended
call-channel = How it came
call-raise_to = More urgent than it looks?
call-raise_reason = Why is it more urgent?
call-no_receipt = Give no number: it is unsafe for the person to keep one
call-needs-none = Nothing noted
call-keep = Save draft
call-hand-over = Hand over
call-saved = Draft saved
call-saved-at = Draft saved { $when }
call-not-saved = NOT saved since
call-not-yet-saved = Sealed by the server on arrival. After “Hand over” you cannot open it again.
call-log-title = Nothing to write down? Log it with one click:
call-discard-title = This draft is not needed?
call-discard = Delete the draft
drafts-title = { $count ->
    [one] A draft of yours waits
   *[other] { $count } drafts of yours wait
}
drafts-kept = A draft is deleted 12 hours after it was begun. Only you can open it.
drafts-of = Go on with the draft of { $when }
said-draft-kept = The draft is saved.
said-draft-discarded = The draft is deleted.
said-contact-logged = The contact is logged.

# Words of closed lists.
outcome-help_wanted = Help is wanted
outcome-information_only = A question, answered
outcome-wrong_number = Wrong number
outcome-silent = Nobody spoke
outcome-spam = Nonsense or advertising
outcome-update = News about something known
contact-channel-phone = Telephone
contact-channel-chat = Chat
contact-channel-visit = Visit
contact-channel-mail = Mail
contact-channel-web = Web
interpreter-none = Not needed
interpreter-phone = On the line
interpreter-present = In the room
share-nobody_yet = Nobody yet
share-ask_each_time = Ask each time
share-any_partner = Any partner that can help
explained-me = I did
explained-interpreter = An interpreter
explained-not_possible = It was not possible
caller-the_person = The person
caller-family = Somebody of the family
caller-other = Somebody else
intake-state-draft = Draft
intake-state-waiting = Waits
intake-state-taken = Somebody looks into it
intake-state-closed = Closed

# Why something is as urgent as it is.
reason-danger_now = Somebody is in danger now.
reason-urgent_medical = Somebody needs a doctor now.
reason-child_detained = A child is detained.
reason-detained = Somebody is detained.
reason-under_18 = The person is under 18.
reason-pregnant_or_with_children = The person is pregnant or has children along.
reason-removal_feared = Removal is feared; the day is not known.
reason-removal_passed = The day of removal has passed: find out what happened.
reason-removal_72_hours = Removal is planned within 72 hours.
reason-removal_14_days = Removal is planned within 14 days.
reason-removal_known = A day of removal is known.
reason-pressing_need = Legal help, care, shelter or safety is missing.
reason-not_asked = None of the first questions was answered: unknown is not no.
reason-raised = Raised by whoever took the call: { $why }

# What can be wrong with a call.
fault-bad_phone = this is no number that can be called: begin with + and the number of the country
fault-bad_date = there is no such day: fill in day, month and year
fault-bad_time = write the time like 06:10
fault-lowered = it is more urgent than that already: it may only be raised

# After handing over.
handed-over-title = Handed over
handed-over-lead = Your team sees it now. You cannot open it again.
handed-over-no-number = No number was made: it is not safe for the person to keep one.
handed-over-next = Next call
number-title = The number to come back with
number-read = Read it three digits at a time, and wait after each three.
number-back = Let the person read it back to you, and type what you hear.
number-once = It is shown this once and kept nowhere. Nobody can look it up later.
number-typed-back = What you hear
number-typed-back-hint = Stays on this page; it is sent nowhere.
number-right = The same: all 18 digits are right.
number-not-yet = Not the same yet.
number-unsafe-title = Unsafe to keep?
number-unsafe = If somebody could find the number with the person, do not give it. Nothing more is needed: without the number nobody can use it.
number-print = Printing gives a slip with nothing but the number. Switch off headers and footers in the print dialog.

# The day's log.
contacts-title = Today
contacts-in-all = { $count ->
    [one] One contact was logged today.
   *[other] { $count } contacts were logged today.
}
contacts-none = Nothing was logged today yet
    .next = The day begins at midnight UTC.
contacts-sealed = What was said is sealed to the triage team. Here you see only how many there were.
contacts-at = Time
contacts-outcome = Contact
contacts-state = State
contacts-by = Taken by

# The queue.
queue-title = Queue
queue-late = { $count ->
    [one] One call for NOW waits longer than { $minutes } minutes.
   *[other] { $count } calls for NOW wait longer than { $minutes } minutes.
}
queue-waiting = { $count ->
    [0] No call waits
    [one] One call waits
   *[other] { $count } calls wait
}
queue-none = Every call has been looked into
    .next = New ones appear here, the most urgent first.
queue-priority = How soon
queue-what = What is missing
queue-language = Language
queue-place = Where
queue-since = Since
queue-state = State
queue-too-long = Longer than { $minutes } minutes
queue-taken-by = { $name } looks into it
queue-letters = { $count ->
    [one] One unread letter
   *[other] { $count } unread letters
}
needs-not-said = Not known yet
intake-unverified = Nobody known signed this
intake-unverified-text = The register does not know who wrote it, or the signature is not theirs. Its content is not shown. Tell your administrator.
unassigned-title = { $count ->
    [0] Every case is worked by somebody
    [one] One case is worked by nobody
   *[other] { $count } cases are worked by nobody
}
unassigned-none = Nothing to give away
    .next = A case that nobody works appears here.
unassigned-case = Case
unassigned-choose = Choose
unassigned-open = Open
unassigned-opened = Opened
unassigned-suggested = Suggested
unassigned-nobody = Nobody can be suggested
unassigned-to = Give the chosen cases to
unassigned-as-suggested = whoever is suggested
unassigned-give = Give
worker-option = { $open ->
    [one] { $name } (one open case)
   *[other] { $name } ({ $open } open cases)
}
cases-to-assign-account = Give the chosen cases to
cases-to-assign-cases = Cases
said-cases-assigned = The cases are given.

# One call, opened.
look-title = One call
look-back = Back to the queue
look-by = taken by { $name }
look-take = I look into it
look-draft = Go on with this draft
look-the-case = Open the case
similar-title = Is the person known already?
similar-lead = Look before you open a case. Only cases that you can open are searched.
similar-none = No case of yours shares the number or the name.
similar-open = Look at { $case }
same-phone = same number
same-name = same name
same-part_of_name = part of the name
same-search = found by your words
found-none = Nothing was found.
find-button = Search
link-intake-case = Which case?
link-button = Put the call into this case
open-title = Open a case
open-button = Open a case
open-said-no = The person said no to a file. No case can be opened.
case-from-intake-summary = What it is about
    .hint = Left empty, the answers above say it.
case-from-intake-tags = Words to find it by
close-title = It becomes no case
close-button = Close
intake-closing-outcome = How it ends
intake-closing-reason = Why
ending-case_opened = A case was opened
ending-linked = Put into a case
ending-answered = It was answered
ending-signposted = Somebody else was named
ending-not_reached = Nobody could be reached
ending-duplicate = It is there twice
ending-out_of_mandate = We cannot help with this
ending-declined = The person does not want it
ending-other = Something else
letters-title = Letters
letters-none = No letter yet. The person can write with the number.
letter-from-person = The person
letter-new = new
letter-asks-erasure = The person asks that everything be erased.
letter-button = Send
new-letter-text = Write to the person
    .hint = Short, and without names: somebody else may look over their shoulder.
said-letter-waits = The letter waits for the person.
said-intake-taken = You look into it. Your colleagues see that.
said-intake-closed = The call is closed.
said-intake-linked = The call is in this case now. The case had a number already, or there was none; the caller’s number does not open it.
said-intake-linked-receipt = The call is in this case now, and the caller’s number opens its letters.
said-case-opened = The case is open.
