# Members, as their administrator sees them.
menu-members = Members
    .about = Who works here, and what each may be asked to do
members-title = Members
members-invite = Invite somebody
members-roles = Work
member-title = Member
member-state = State
member-key = Register
member-signs = signs the register
member-signs-long = Signs the register of keys. Only another who signs it can remove this account.
member-roles-button = Change what this member does
member-end = End this account
member-remove-about = The member leaves. Whoever holds the keys must then change them.
member-remove-link = Remove this member…
member-remove-title = Remove a member
member-remove-lead = { $name } can no longer sign in from now on.
member-remove-first = Every sign-in ends at once, and no key on its way arrives.
member-remove-second = The name stays in the record of what was done.
member-remove-third = A supervisor must then change the keys of the teams. Until then they show it.
member-remove-button = Remove this member
member-reset-about = For somebody who lost passphrase and recovery code. The account ends and you invite anew.
member-reset-link = Reset this account…
member-reset-title = Reset an account
member-reset-lead = The account of { $name } ends, and you invite anew.
member-reset-first = Nobody can bring back what this passphrase protected: that is how it is meant.
member-reset-second = Cases stay with the team. Nothing is lost as long as one member of the team can sign in.
member-reset-third = After the new invitation, somebody in the team must admit the member again.
member-reset-button = Reset this account
account-state-waiting = Waits to be admitted
account-state-active = Works
account-state-locked = Locked until reset
account-state-removed = Left
new-roles-roles = What this member does
    .hint = Roles say what somebody may be asked to do. They open no case: the keys of teams do that.
reason-reason = Why
    .hint = In a few words, without the name of anybody we help. Your auditors read it.
said-roles-changed = What this member does is changed.
said-member-removed = The account has ended. Tell a supervisor: the keys of the teams must be changed.
said-member-reset = The account has ended. Now invite anew.

# Invitations.
menu-invitations = Invitations
    .about = Ask somebody to join
invitations-title = Invitations
invitations-lead = Whoever holds a code can join, so hand it over yourself: on paper, face to face, or by a way that you both trust.
invitations-open = Not used yet
invitations-empty = No invitation is open
    .next = Make one below.
invitation-new = New invitation
invitation-until = Until
invitation-until-day = can be used until { $day }
invitation-withdraw = Take back
invitation-button = Make the invitation
new-invitation-roles = What the newcomer will do
    .hint = An administrator holds no key, so an administrator does nothing else.
new-invitation-note = Note for your list
    .hint = Newcomers choose their own name. A first name is enough here.
new-invitation-days = Days it can be used
    .hint = From 1 to 30; 7 if you leave it empty.
new-invitation-mail = Also send the code to this mail address
    .hint = The message names nobody. Mail can be read on its way: better hand it over yourself.
invitation-made = The invitation is made
invitation-code = Code
invitation-code-text = Write it down or show it. It cannot be shown again; if it is lost, take the invitation back and make another.
invitation-mailed = The code was also sent by mail.
invitation-words = Twelve words to compare
invitation-words-text = The newcomer sees twelve words when joining. They must be these. If one is different, somebody is in between: stop, and tell your supervisor.
invitation-next = After joining, a supervisor must admit the newcomer.
said-invitation-withdrawn = The invitation is taken back. Its code opens nothing.

# Teams.
menu-teams = Teams
    .about = Who works together, and who holds which keys
teams-title = Teams
teams-lead = A team shares the key of its cases. Whoever is in it can open them; whoever is not cannot.
teams-empty = There is no team yet
    .next = Small teams are safer: if one passphrase is lost, only that team’s cases are in reach.
teams-standing = Standing groups
teams-standing-text = They follow what a member does: whoever is admitted gets their keys.
team-title = Team
team-make = Make a team
team-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
team-members-title = Members of this team
team-yours = you are in it
team-not-held = You do not hold this key. Only a supervisor who is in it can let others in.
team-rotation-due = The key must be changed
team-rotation-text = Somebody left the organisation and may still have this key. With a new key, what they kept opens nothing any more.
team-rotation-link = The key of this team
team-leave = Take out
team-leave-title = Take somebody out of the team
team-leave-lead = { $name } will no longer open this team’s cases.
team-leave-first = The team gets a new key, and so does every case that the team can open.
team-leave-second = What was read before cannot be unread.
team-leave-third = With many cases this may take a minute. Do not close the page.
team-leave-button = Take out and change the key
team-join = Let into the team
new-team-label = Name of a new team
    .hint = It is kept sealed. Do not name it after somebody you help.
team-join-account = Let a colleague in
rotation-title = The key of the team
rotation-lead = A new key takes the cases out of reach of whoever left.
rotation-epoch = Keys so far
rotation-left = Cases still under an earlier key
rotation-left-text = { $count ->
    [one] { $count } case was left behind, because somebody was working on it.
   *[other] { $count } cases were left behind, because somebody was working on them.
}
rotation-finish = Change these now
rotation-text = A new key for the team and for every case it can open. With many cases this may take a minute.
rotation-button = Make a new key
said-team-made = The team is made. You are its first member.
said-team-joined = Let in. The keys are on their way.
said-team-left = Taken out. The key of the team and of its cases is changed.
said-team-rotated = The key of the team and of its cases is changed.

# Partners.
menu-partners = Partners
    .about = With whom we agreed, and whose words were compared
partners-title = Partners
partners-lead = Before anything can be sent to a partner, two things are needed: the twelve words of its key, compared by voice, and an agreement.
partner = Organisation
partner-own = this is us
partner-kind = Kind
partner-country = Country
partner-words = Words
partner-compared = Compared
partner-not-compared = Not compared yet
partner-compared-long = Compared, and the key is still the same.
partner-not-compared-long = Not compared yet, or the key has changed since. Nothing can be sent there.
partner-agreement = Agreement
partner-authority = This is an authority. Nothing is ever shared with it.
agreement-yes = Agreed
agreement-until = Agreed until { $day }
agreement-over = Ended on { $day }
agreement-no = None
compare-title = Compare the words
compare-call = Call somebody you know there, on a number that you had before. Not on one that this site shows.
compare-read = Read your twelve words to them:
compare-ours = Our twelve words
compare-type = Let them read theirs, and type what you hear. They are not shown here, so that nobody can tick this blindly.
compare-button = Compare
words-heard-fingerprint = The twelve words you heard
    .hint = In order, parted by spaces.
agree-title = Agreement to refer
agree-text = What both organisations promised each other about the people they share: written down and signed outside this site.
new-agreement-agreed = There is an agreement
new-agreement-until = Its last day
    .hint = Empty if it has no end.
said-words-compared = The words are the same. What is sent there now reaches nobody else.
said-agreement-noted = The agreement is noted.
said-agreement-ended = There is no agreement any more. Nothing new is sent there.

fault-not_the_same = These are not the words of this organisation’s key. Do not send anything to it, and ask who is in between.

# Languages, as they are checked.
menu-languages = Languages
    .about = Which sentences a person has checked
languages-title = How our languages were checked
languages-lead = Every sentence was written in English first. A machine made the first translation; people who speak the language check it sentence by sentence.
languages-critical = { $count ->
    [one] { $count } sentence on which somebody’s safety hangs is shown in English until a person has checked it.
   *[other] { $count } sentences on which somebody’s safety hangs are shown in English until a person has checked them.
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
language-lead = What nobody has checked as it stands. Somebody who speaks the language reads both columns and tells whoever looks after this site what to change.
language-empty = Every sentence is checked
    .next = When the English changes, what must be looked at again appears here.
language-english = English
language-translated = Translation
language-state = State
language-critical = shown in English until a person has checked it


# What the server gave up.
undone-title = Not done
undone-lead = The server tried these things again and again, and gave them up. Nothing happens with them until you decide.
undone-empty = Everything was done
    .next = What the server cannot do, such as sending a mail, stands here after it was tried for most of a day.
undone-notice = { $count ->
    [one] One thing that this server should do for you was given up. The last try was on { $day }.
   *[other] { $count } things that this server should do for you were given up. The last try was on { $day }.
}
undone-link = See why, and what to do
undone-what = What
undone-why = Why, and what to do
undone-attempts = Tries
undone-last = Last try
undone-acts = What you can do
undone-retry = Try again
undone-discard = Discard
undone-kind-send_mail = A mail could not be sent
undone-kind-tell_inbox = Colleagues were not told by mail that a referral waits
undone-kind-expire_referral = A referral that nobody answered was not ended
undone-kind-sharing_stopped = Somebody stopped sharing, and not every partner was told
undone-kind-report_erased = Somebody erased a report, and it is not all gone
undone-kind-expire_draft = An old draft was not deleted
undone-kind-note_failed_sign_in = A failed sign-in was not put on record
undone-why-refused = The mail server refused it.
undone-why-timed_out = The mail server did not answer in time.
undone-why-tls = There was no safe connection to the mail server.
undone-why-unreachable = The mail server could not be reached.
undone-why-rejected_address = The mail server does not know the address.
undone-why-settings = The settings of this server do not allow it.
undone-why-interrupted = The server stopped in the middle of it, each time.
undone-why-broken = This server made an error.
undone-todo-refused = Ask whoever runs this server to look at its settings for mail. Then try again.
undone-todo-timed_out = Ask whoever runs this server whether the mail server works. Then try again.
undone-todo-tls = Ask whoever runs this server to look at the certificate of the mail server. Then try again.
undone-todo-unreachable = Ask whoever runs this server whether the mail server works. Then try again.
undone-todo-rejected_address = Discard it. Invite again with the right address, or ask members to look at the address they gave.
undone-todo-settings = Ask whoever runs this server to look at its settings for mail. Then try again.
undone-todo-interrupted = Tell whoever runs this server. Then try again.
undone-todo-broken = Tell whoever runs this server: its log says more. Then try again.
said-undone-tried = It is tried again within seconds. If it fails again, you are told here after most of a day.
said-undone-discarded = It is discarded. What it was about is not done.
