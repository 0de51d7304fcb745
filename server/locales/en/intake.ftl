# Taking a call.
menu-intake = New call
    .about = Take a call, a visit or a message
menu-contacts = Today
    .about = What was logged today, without the content
menu-queue = Queue
    .about = Calls waiting, most urgent first
call-title = New call
call-keys = Alt and 1 to 6 jump to a section. You only have to say how the contact ended; everything else may stay “Not known”.
call-1 = Is the caller safe?
call-2 = Language and place
call-3 = What do they need?
call-4 = What the person agrees to
call-5 = Who, and how to reach them
call-6 = Notes and ending
call-so-far = So far:
call-do-now = Do now:
call-do-now-text = Stay on the line. Ask who can hear the person and where they are. Tell your supervisor while you are talking. Call the police or an ambulance only if the person agrees.
call-danger_now = Danger now?
call-detained = Detained?
call-removal = Day of removal or deportation
call-removal_time = Local time there
call-removal_feared = Afraid of removal, day not known?
call-urgent_medical = Needs a doctor now?
call-under_18 = Under 18?
call-pregnant_or_with_children = Pregnant, or with children?
call-safe_to_call_back = Safe to call back?
call-phone = Number
    .hint = With + and the country code
call-how = How can we call safely?
call-language = Language to speak
call-interpreter = Interpreter
call-citizen_of = Nationality (never needed to get help)
call-now_in = Country they are in
call-town = Town, camp or place of detention
call-needs = Needs
call-read-aloud = Read this aloud:
call-script = You do not have to give your name. We write down what you tell us so that someone can help you. It is kept sealed, and only our helpers can read it. We never give anything to the police, to immigration or to a consulate. If another organisation can help, we may give them your name, how to reach you, where you are and what you need, but only if you say yes. You can stop at any time. May we keep a file about you? May we share something, and who with?
call-consent_file = Agrees to a file being kept?
call-consent_share = May be shared with
call-explained_by = Who explained it
call-name_to_use = Name to use
    .hint = As they say it. Leave it empty if they stay anonymous.
call-caller_is = Who is calling
call-when = When can they be reached?
call-code_word = What to say so that they know it is us
call-voicemail = Can we leave a message?
call-notes = Notes
call-outcome = How the contact ended
call-channel = How they contacted us
call-raise_to = More urgent than it looks?
call-raise_reason = Why is it more urgent?
call-no_receipt = Do not give a number: it is not safe for the person to keep one
call-needs-none = None noted
call-keep = Save draft
call-hand-over = Hand over
call-saved = Draft saved
call-saved-at = Draft saved { $when }
call-not-saved = NOT saved since
call-not-yet-saved = The server seals it when it arrives. Once you have handed it over you cannot open it again.
call-log-title = Nothing to write down? Log it with one click:
call-discard-title = Not needed?
call-discard = Delete the draft
drafts-title = { $count ->
    [one] You have a draft
   *[other] You have { $count } drafts
}
drafts-kept = Drafts are deleted 12 hours after you start them. Only you can open them.
drafts-of = Continue the draft of { $when }
said-draft-kept = The draft has been saved.
said-draft-discarded = The draft has been deleted.
said-contact-logged = The contact has been logged.

# Words of closed lists.
outcome-help_wanted = Wants help
outcome-information_only = A question, answered
outcome-wrong_number = Wrong number
outcome-silent = Nobody spoke
outcome-spam = Nonsense or advertising
outcome-update = News about a call or case we know
contact-channel-phone = Phone
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
caller-family = A family member
caller-other = Someone else
intake-state-draft = Draft
intake-state-waiting = Waiting
intake-state-taken = Being checked
intake-state-closed = Closed

# Why something is as urgent as it is.
reason-danger_now = Someone is in danger now.
reason-urgent_medical = Someone needs a doctor now.
reason-child_detained = A child is detained.
reason-detained = Someone is detained.
reason-under_18 = The person is under 18.
reason-pregnant_or_with_children = The person is pregnant or has children with them.
reason-removal_feared = The person is afraid of removal; the day is not known.
reason-removal_passed = The day of removal has passed: find out what happened.
reason-removal_72_hours = Removal is planned within 72 hours.
reason-removal_14_days = Removal is planned within 14 days.
reason-removal_known = A day of removal is known.
reason-pressing_need = The person needs legal help, medical care, shelter or protection.
reason-not_asked = None of the first questions was answered: not known does not mean no.
reason-raised = Made more urgent by the person who took the call: { $why }

# What can be wrong with a call.
fault-bad_phone = this number cannot be called: start with + and the country code
fault-bad_date = there is no such day: fill in day, month and year
fault-bad_time = write the time like 06:10
fault-lowered = it is already more urgent than that: you can only make it more urgent

# After handing over.
handed-over-title = Handed over
handed-over-lead = Your team can see it now. You can no longer open it.
handed-over-no-number = There is no number: it is not safe for the person to keep one.
handed-over-next = Next call
number-title = The number to come back with
number-read = Read it three digits at a time, and pause after each three.
number-back = Ask the person to read it back to you, and type what you hear.
number-once = It is shown only this once and is stored nowhere. Nobody can look it up later.
number-typed-back = What you hear
number-typed-back-hint = It stays on this page and is sent nowhere.
number-right = It matches: all 18 digits are right.
number-not-yet = It does not match yet.
number-unsafe-title = Unsafe to keep?
number-unsafe = If someone could find the number on the person, do not give it to them. You need do nothing else: nobody can use it without knowing it.
number-print = Printing gives a slip with only the number on it. Switch off headers and footers in the print dialog.

# The day's log.
contacts-title = Today
contacts-in-all = { $count ->
    [one] One contact was logged today.
   *[other] { $count } contacts were logged today.
}
contacts-none = Nothing has been logged today yet
    .next = The day begins at midnight UTC.
contacts-sealed = What was said is sealed for the team that checks the calls. Here you see only how many there were.
contacts-at = Time
contacts-outcome = Contact
contacts-state = Status
contacts-by = Taken by

# The queue.
queue-title = Queue
queue-late = { $count ->
    [one] One call for NOW has been waiting for more than { $minutes } minutes.
   *[other] { $count } calls for NOW have been waiting for more than { $minutes } minutes.
}
queue-waiting = { $count ->
    [0] No calls waiting
    [one] One call waiting
   *[other] { $count } calls waiting
}
queue-none = Every call has been checked
    .next = New calls appear here, the most urgent first.
queue-priority = How urgent
queue-what = Needs
queue-language = Language
queue-place = Where
queue-since = Since
queue-state = Status
queue-too-long = More than { $minutes } minutes
queue-taken-by = { $name } is checking it
queue-letters = { $count ->
    [one] One unread message
   *[other] { $count } unread messages
}
needs-not-said = Not known yet
intake-unverified = We do not know who signed this
intake-unverified-text = The register does not know who wrote it, or the signature is not theirs. The content is not shown. Tell your administrator.
unassigned-title = { $count ->
    [0] Every case is assigned
    [one] One case is not assigned
   *[other] { $count } cases are not assigned
}
unassigned-none = Nothing to assign
    .next = Cases that nobody is working on appear here.
unassigned-case = Case
unassigned-choose = Choose
unassigned-open = Open
unassigned-opened = Opened
unassigned-suggested = Suggested
unassigned-nobody = No suggestion
unassigned-to = Assign the chosen cases to
unassigned-as-suggested = the person suggested for each
unassigned-give = Assign
worker-option = { $open ->
    [one] { $name } (one open case)
   *[other] { $name } ({ $open } open cases)
}
cases-to-assign-account = Assign the chosen cases to
cases-to-assign-cases = Cases
said-cases-assigned = The cases are assigned.

# One call, opened.
look-title = One call
look-back = Back to the queue
look-by = taken by { $name }
look-take = I’ll check it
look-draft = Continue this draft
look-the-case = Open the case
similar-title = Do we already know this person?
similar-lead = Check before you open a case. Only cases you can open are searched.
similar-none = None of your cases has the same number or name.
similar-open = Open { $case }
same-phone = same number
same-name = same name
same-part_of_name = part of the name
same-search = found by your search
found-none = Nothing found.
find-button = Search
link-intake-case = Which case?
link-button = Add the call to this case
open-title = Open a case
open-button = Open a case
open-said-no = The person said no to a file, so no case can be opened.
case-from-intake-summary = What it is about
    .hint = If you leave it empty, the answers above are used.
case-from-intake-tags = Tags
close-title = Not a case
close-button = Close
intake-closing-outcome = How it ended
intake-closing-reason = Why
ending-case_opened = A case was opened
ending-linked = Added to a case
ending-answered = Question answered
ending-signposted = Told where to find help
ending-not_reached = Could not reach anyone
ending-duplicate = Already in the queue
ending-out_of_mandate = We cannot help with this
ending-declined = The person does not want help
ending-other = Something else
letters-title = Messages
letters-none = No messages yet. The person can write with their number.
letter-from-person = The person
letter-new = new
letter-asks-erasure = The person asks us to delete everything.
letter-button = Send
new-letter-text = Write to the person
    .hint = Keep it short, without names: someone else may see it.
said-letter-waits = The message is ready. The person sees it the next time they enter their number.
said-intake-taken = You are checking it. Your colleagues can see that.
said-intake-closed = The call is closed.
said-intake-linked = The call has been added to this case. The case already had a number, or the caller got none; the caller’s number does not open this case.
said-intake-linked-receipt = The call has been added to this case, and the caller’s number opens its messages.
said-case-opened = The case is open.

call-whose = Whose phone is it?
case-of-intake-case = Which case?
confirm-button = See what would change
confirm-title = Add the call to a case
confirm-back = Back to the call
confirm-closed = This case is closed. It is opened again when you add the call.
confirm-becomes = This becomes part of the case
confirm-nothing-lost = The case can only become more urgent, and of two rules for contact the stricter one holds. Nothing that is known is overwritten.
confirm-receipt-apart = The case has a number of its own. The caller’s number stays apart and opens nothing of this case.
confirm-reopen-button = Open the case again and add the call
link-intake-own_receipt = The number that was given is the person’s own. It will open the messages of this case.
case-from-intake-own_receipt = The number that was given is the person’s own, not the caller’s. It will open the messages of this case.
became-priority_raised = More urgent
became-contact_stricter = The rule for contact becomes stricter
became-contact_noted = Something about contact is added to what is known
became-channel_added = A new number or way of contact
became-stay_new = The person is detained
became-stay_moved = The person is detained somewhere else; the detention before ends
became-removal_new = A removal is ahead
became-removal_changed = The removal has another day or time
became-need_new = A new need
became-need_raised = A need is more urgent
became-person_changed = Something about the person is added
became-place_changed = Where the person is
became-consent_noted = What was agreed to
became-timeline = What was said, in the timeline
call-receipt_anyway = Give a number although the person calls from detention: it is not read aloud, but handed over in writing
handed-over-recorded = There is no number. Calls from detention are often recorded, and whoever hears the number can read the person’s messages and delete them. Give one in writing or on a visit, from the case.
