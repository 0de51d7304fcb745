# Members, as their administrator sees them.
menu-members = Members
    .about = Who works here, and their roles
members-title = Members
members-invite = Invite someone
members-roles = Roles
member-title = Member
member-state = Status
member-key = Key register
member-signs = signs the register
member-signs-long = Signs the register of keys. Only another member who signs it can remove this account.
member-roles-button = Change roles
member-end = Close this account
member-remove-about = The member is leaving. A supervisor must then change the keys they held.
member-remove-link = Remove this member…
member-remove-title = Remove a member
member-remove-lead = { $name } will no longer be able to sign in.
member-remove-first = They are signed out everywhere at once, and keys on their way do not arrive.
member-remove-second = Their name stays in the ledger.
member-remove-third = A supervisor must then change the keys of the teams. The teams show a reminder until that is done.
member-remove-button = Remove this member
member-reset-about = For someone who has lost both passphrase and recovery code. The account is closed and you invite them again.
member-reset-link = Reset this account…
member-reset-title = Reset an account
member-reset-lead = The account of { $name } is closed, and you invite them again.
member-reset-first = Nobody can recover what this passphrase protected. That is intended.
member-reset-second = Cases stay with the team. Nothing is lost as long as one member of the team can sign in.
member-reset-third = After the new invitation, someone in the team must admit the member again.
member-reset-button = Reset this account
account-state-waiting = Waiting to be admitted
account-state-active = Active
account-state-locked = Locked until reset
account-state-removed = Left
new-roles-roles = Roles
    .hint = Roles say what a member can do. They do not open cases: the keys of the teams do that.
reason-reason = Why
    .hint = In a few words, without naming anyone we help. Your auditors read it.
said-roles-changed = The roles have been changed.
said-member-removed = The account is closed. Tell a supervisor: the keys of the teams must be changed.
said-member-reset = The account is closed. Now send a new invitation.

# Invitations.
menu-invitations = Invitations
    .about = Invite people to join
invitations-title = Invitations
invitations-lead = Anyone who has a code can join, so hand it over yourself: on paper, face to face, or in a way you both trust.
invitations-open = Not used yet
invitations-empty = No open invitations
    .next = Create one below.
invitation-new = New invitation
invitation-until = Valid until
invitation-until-day = valid until { $day }
invitation-withdraw = Take back
invitation-button = Create the invitation
new-invitation-roles = Roles of the new member
    .hint = An administrator holds no key, so an administrator has no other role.
new-invitation-note = Note for your list
    .hint = New members choose their own name. A first name is enough here.
new-invitation-days = Valid for how many days
    .hint = From 1 to 30; 7 if you leave it empty.
new-invitation-mail = Also send the code to this e-mail address
    .hint = The message names nobody. E-mail can be read on its way: it is better to hand the code over yourself.
invitation-made = The invitation is ready
invitation-code = Code
invitation-code-text = Write it down or show it. It cannot be shown again; if it is lost, take the invitation back and create another.
invitation-mailed = The code has also been sent by e-mail.
invitation-words = Twelve words to compare
invitation-words-text = The new member sees twelve words when joining. They must be these. If one is different, someone may be reading along: stop, and tell your supervisor.
invitation-next = After they join, a supervisor must admit the new member.
said-invitation-withdrawn = The invitation has been taken back. Its code no longer works.

# Teams.
menu-teams = Teams
    .about = Who works together, and who holds which keys
teams-title = Teams
teams-lead = A team shares the key to its cases. Its members can open them; nobody else can.
teams-empty = There are no teams yet
    .next = Small teams are safer: if one passphrase gets out, only that team’s cases are at risk.
teams-standing = Standing groups
teams-standing-text = These follow the roles: every member who is admitted gets the keys that go with their roles.
team-title = Team
team-make = Create a team
team-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
team-members-title = Members of this team
team-yours = you are a member
team-not-held = You do not have this key. Only a supervisor in the team can add others.
team-rotation-due = The key must be changed
team-rotation-text = Someone has left the organisation and may still have this key. Once there is a new key, the old one opens nothing.
team-rotation-link = The key of this team
team-leave = Remove
team-leave-title = Remove someone from the team
team-leave-lead = { $name } will no longer be able to open this team’s cases.
team-leave-first = The team gets a new key, and so does every case the team can open.
team-leave-second = What they have already read cannot be taken back.
team-leave-third = With many cases this can take a minute. Do not close the page.
team-leave-button = Remove and change the key
team-join = Add to the team
new-team-label = Name of the new team
    .hint = It is kept sealed. Do not name it after someone you help.
team-join-account = Add a colleague
rotation-title = The key of the team
rotation-lead = With a new key, people who have left can no longer open the cases.
rotation-epoch = Keys so far
rotation-left = Cases still on an earlier key
rotation-left-text = { $count ->
    [one] { $count } case still has the old key, because someone was working on it.
   *[other] { $count } cases still have the old key, because someone was working on them.
}
rotation-finish = Change these now
rotation-text = A new key for the team and for every case it can open. With many cases this can take a minute.
rotation-button = Make a new key
said-team-made = The team has been created. You are its first member.
said-team-joined = Added. The keys are on their way.
said-team-left = Removed. The key of the team and of its cases has been changed.
said-team-rotated = The key of the team and of its cases has been changed.

# Partners.
menu-partners = Partners
    .about = Who we have agreements with, and whose words were compared
partners-title = Partners
partners-lead = Before you can send anything to a partner, two things are needed: you have compared the twelve words of its key by voice, and there is an agreement.
partner = Organisation
partner-own = this is us
partner-kind = Kind
partner-country = Country
partner-words = Words
partner-compared = Compared
partner-not-compared = Not compared yet
partner-compared-long = Compared, and the key is still the same.
partner-not-compared-long = Not compared yet, or the key has changed since. Nothing can be sent to them.
partner-agreement = Agreement
partner-authority = This is an authority. Nothing is ever shared with it.
agreement-yes = Yes
agreement-until = Until { $day }
agreement-over = Ended on { $day }
agreement-no = None
compare-title = Compare the words
compare-call = Call someone you know there, on a number you already had. Not on one that this site shows.
compare-read = Read them your twelve words:
compare-ours = Our twelve words
compare-type = Ask them to read theirs, and type what you hear. They are not shown here, so that nobody can confirm them without listening.
compare-button = Compare
words-heard-fingerprint = The twelve words you heard
    .hint = In order, separated by spaces.
agree-title = Referral agreement
agree-text = What both organisations have promised each other about the people they help together: written down and signed outside this site.
new-agreement-agreed = There is an agreement
new-agreement-until = Last day
    .hint = Leave it empty if it has no end.
said-words-compared = The words match. Only they can open what you send them.
said-agreement-noted = The agreement has been saved.
said-agreement-ended = The agreement has ended. Nothing new can be sent to them.

fault-not_the_same = These are not the words of this organisation’s key. Do not send it anything, and find out who may be reading along.

# Languages, as they are checked.
menu-languages = Languages
    .about = Which sentences a person has checked
languages-title = How our languages were checked
languages-lead = Every sentence was written in English first. A machine made the first translation; people who speak the language check it sentence by sentence.
languages-critical = { $count ->
    [one] { $count } sentence that someone’s safety depends on is shown in English until a person has checked it.
   *[other] { $count } sentences that someone’s safety depends on are shown in English until a person has checked them.
}
languages-language = Language
languages-machine = Only a machine
languages-reviewed = Checked by a person
languages-double = Checked by two
languages-stale = English has changed since
languages-missing = Missing: shown in English
languages-safety = Safety sentences in English
languages-share = Checked
languages-share-of = { $checked } of { $all }
languages-source = All sentences are written in this language first.
language-lead = Sentences that nobody has checked in their present form. Someone who speaks the language reads both columns and tells the people who run this site what to change.
language-empty = Every sentence has been checked
    .next = When the English changes, sentences to check again appear here.
language-english = English
language-translated = Translation
language-state = Status
language-critical = shown in English until a person has checked it


# What the server gave up.
undone-title = Not done
undone-lead = The server tried these things many times and gave up. Nothing more happens until you decide.
undone-empty = Everything has been done
    .next = If the server cannot do something, such as send an e-mail, it appears here after most of a day of trying.
undone-notice = { $count ->
    [one] The server gave up on one thing it should do for you. The last try was on { $day }.
   *[other] The server gave up on { $count } things it should do for you. The last try was on { $day }.
}
undone-link = See why, and what to do
undone-what = What
undone-why = Why, and what to do
undone-attempts = Tries
undone-last = Last try
undone-acts = What you can do
undone-retry = Try again
undone-discard = Discard
undone-kind-send_mail = An e-mail could not be sent
undone-kind-tell_inbox = Colleagues were not told by e-mail that a referral is waiting
undone-kind-expire_referral = A referral that nobody answered was not closed
undone-kind-sharing_stopped = A person stopped sharing, and not every partner was told
undone-kind-report_erased = A person deleted their report, and it is not all gone
undone-kind-expire_draft = An old draft was not deleted
undone-kind-note_failed_sign_in = A failed sign-in was not recorded
undone-why-refused = The mail server refused it.
undone-why-timed_out = The mail server did not answer in time.
undone-why-tls = There was no secure connection to the mail server.
undone-why-unreachable = The mail server could not be reached.
undone-why-rejected_address = The mail server does not know the address.
undone-why-settings = The settings of this server do not allow it.
undone-why-interrupted = The server stopped halfway, each time.
undone-why-broken = This server made an error.
undone-todo-refused = Ask the people who run this server to check its e-mail settings. Then try again.
undone-todo-timed_out = Ask the people who run this server whether the mail server is working. Then try again.
undone-todo-tls = Ask the people who run this server to check the certificate of the mail server. Then try again.
undone-todo-unreachable = Ask the people who run this server whether the mail server is working. Then try again.
undone-todo-rejected_address = Discard it. Send a new invitation to the right address, or ask members to check the address they gave.
undone-todo-settings = Ask the people who run this server to check its e-mail settings. Then try again.
undone-todo-interrupted = Tell the people who run this server. Then try again.
undone-todo-broken = Tell the people who run this server: its log says more. Then try again.
said-undone-tried = It will be tried again within seconds. If it fails again, you will be told here after most of a day.
said-undone-discarded = Discarded. What it was about has not been done.

removal-title = Finish the removal
removal-lead = Someone has left. New keys make sure that nothing written from now on opens for her.
removal-none = Nothing is left to do
removal-progress = { $done } of { $all } done
removal-groups = Groups that need a new key
removal-cases = Cases on an earlier key
removal-calls = Waiting calls on an earlier key
removal-letters = Unread letters on an earlier key
removal-referrals = Open referrals on an earlier key
removal-ask = The groups need a key administrator. Ask: { $names }
removal-text = This can take a minute. If it stops, press again: it goes on where it stopped.
removal-button = Finish now
removal-go-on = Go on
removal-link = Finish the removal
removal-due = Someone who left may still have keys.
said-removal-finished = The removal is finished.
