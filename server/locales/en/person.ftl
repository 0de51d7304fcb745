# The pages of the person with a number. Short words, for somebody frightened; no names.
my-number-title = Your number
own-number-receipt = Type your number
    .hint = It has 18 digits. You may type spaces.
my-number-button = Go on
my-number-only = You need nothing but the number: no name, no e-mail address, no telephone.
my-number-lost = Is the number lost? Nobody can make it anew. Call again: your helpers can go on with you.
fault-wrong_length = a number has 18 digits: look whether one is missing or too many
fault-not_a_number = type only digits here
fault-one_number_is_wrong = one digit is wrong: look at your number once more
fault-unknown_number = this number opens nothing: look at it once more, digit by digit
refused-letters_wait = Nobody has read your last messages yet. Wait for an answer.
fault-not_confirmed = say yes first: this cannot be undone

# What happens next.
my-status-title = What happens next
my-step-waiting = Your report waits to be read. The most urgent ones are read first.
my-step-read = Somebody has read your report. They decide what to do next.
my-step-in_work = Somebody works on your report.
my-step-closed = Nothing more is planned. Write here if you need help again.
my-changed = This was last changed on { $day }.
my-back = Back

# Messages both ways.
my-letters = Messages
my-letters-new = { $count ->
    [one] Messages: one is new
   *[other] Messages: { $count } are new
}
my-letters-none = There are no messages yet.
my-letters-earlier = Earlier messages
my-letter-mine = You
my-letter-theirs = Your helpers
own-letter-text = Write back
    .hint = Only your helpers can read it. You may write in your own language.
my-letter-send = Send
said-my-letter-sent = Your message is sent. The answer will stand here.

# Who has seen the report.
my-looks = Who has seen your report
my-looks-none = Nobody has read it yet.
my-looks-about = Whoever opens your report is written down. You may ask your helpers for the whole list.
my-kind-hotline = A hotline
my-kind-legal = A legal aid office
my-kind-health = A clinic
my-kind-shelter = A shelter
my-kind-union = A trade union
my-kind-faith = A faith community
my-kind-support = A support group
my-kind-counterpart = A helper in another country
my-kind-authority = An authority
my-look-report = read your report.
my-look-notice = read a short note without your name.
my-look-packet = was given what you agreed to share.

# What the person decides.
my-decide = You decide
my-stop-link = Stop sharing
my-stop-link-about = Nobody new may know about you
my-delete-link = Delete my report
my-delete-link-about = First you read what that means
my-no-contact = Do not contact me now
my-no-contact-about = Is it dangerous if somebody calls or writes to you? Press this. Your helpers are told to wait until you write.
my-no-contact-letter = It is safer not to contact me now. Please do not call and do not write outside this page. I will write here when it is safe.
said-no-contact = Your helpers are told not to contact you. Write here when it is safe again.
my-stop-title = Stop sharing
my-stop-now = From now on, nobody new is told anything about you.
my-stop-known = What somebody has read already, they still know. They are told to stop.
my-stop-help = Your own helpers go on helping you. To share again, write to them.
my-stop-button = Yes, stop sharing now
my-sharing-is-stopped = You stopped the sharing. Nobody new is told anything about you.
said-sharing-stopped = The sharing has stopped.
my-delete-title = Delete my report
my-delete-now = Your report and all messages are deleted at once.
my-delete-number = Your number opens nothing after that.
my-delete-never-back = Nobody can bring it back, and nobody can help you with it any more.
my-delete-button = Yes, delete everything now
my-delete-case-asked = Somebody works on your case. Your helpers are asked to delete everything about you.
my-delete-case-stop = From now on, nothing is shared with others.
my-delete-case-answer = Your helpers must agree before it is deleted. They will write to you here.
my-delete-case-button = Yes, ask them to delete everything
my-delete-back = No, keep my report
said-report-deleted = Everything is deleted. Your number opens nothing any more.
said-erasure-asked = Your helpers are asked to delete everything. Nothing is shared any more.
my-leave = When you are done
my-leave-about = Your number works again next time. Keep it where nobody else finds it.
letter-text-please_delete = Please delete everything about me.
