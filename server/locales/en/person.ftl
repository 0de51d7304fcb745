# The pages of the person with a number. Short words, for somebody frightened; no names.
my-number-title = Your number
own-number-receipt = Type your number
    .hint = It has 18 digits. You may type spaces.
my-number-button = Continue
my-number-only = You only need the number: no name, no e-mail address, no phone.
my-number-lost = Have you lost the number? Nobody can make it again. Call again: your helpers can carry on with you.
fault-wrong_length = a number has 18 digits: check if one is missing or if there are too many
fault-not_a_number = type only digits here
fault-one_number_is_wrong = one digit is wrong: check your number again
fault-unknown_number = this number opens nothing: check it again, digit by digit
refused-letters_wait = Nobody has read your last messages yet. Wait for an answer.
fault-not_confirmed = say yes first: this cannot be undone

# What happens next.
my-status-title = What happens next
my-step-waiting = Your report is waiting to be read. The most urgent ones are read first.
my-step-read = Someone has read your report. They are deciding what to do next.
my-step-in_work = Someone is working on your report.
my-step-closed = Nothing more is planned. Write here if you need help again.
my-changed = Last changed on { $day }.
my-good-until = Your number works until { $day }. Each time you use it, it works for longer.
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
said-my-letter-sent = Your message has been sent. The answer will appear here.

# Who has seen the report.
my-looks = Who has seen your report
my-looks-none = Nobody has read it yet.
my-looks-about = Everyone who opens your report is recorded. You can ask your helpers for the full list.
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
my-stop-link-about = Nobody new will be told about you
my-delete-link = Delete my report
my-delete-link-about = You can first read what that means
my-no-contact = Do not contact me now
my-no-contact-about = Is it dangerous if someone calls or writes to you? Press this. Your helpers will be told to wait until you write.
my-no-contact-letter = It is safer not to contact me now. Please do not call and do not write outside this page. I will write here when it is safe.
said-no-contact = Your helpers have been told not to contact you. Write here when it is safe again.
my-stop-title = Stop sharing
my-stop-now = From now on, nobody new will be told anything about you.
my-stop-known = People still know what they have already read. They will be told to stop.
my-stop-help = Your own helpers will carry on helping you. You can share again whenever you want, on this page.
my-stop-button = Yes, stop sharing now
my-sharing-is-stopped = You have stopped sharing. Nobody new will be told anything about you.
said-sharing-stopped = Sharing has stopped.
my-share-again-now = If you share again, partners may be told about you again, as you agreed with your helpers.
my-share-again-button = Yes, share again
said-sharing-again = Sharing goes on again.
my-delete-title = Delete my report
my-delete-now = Your report and all messages will be deleted at once.
my-delete-number = After that, your number will open nothing.
my-delete-never-back = Nobody can bring it back, and nobody can help you with it any more.
my-delete-button = Yes, delete everything now
my-delete-case-asked = Someone is working on your case. Your helpers will be asked to delete everything about you.
my-delete-case-stop = From now on, nothing will be shared with others.
my-delete-case-answer = Your helpers must agree before it is deleted. They will write to you here.
my-delete-case-button = Yes, ask them to delete everything
my-delete-back = No, keep my report
said-report-deleted = Everything has been deleted. Your number no longer opens anything.
said-erasure-asked = Your helpers have been asked to delete everything. Nothing is shared any more.
my-leave = When you have finished
my-leave-about = Your number will work again next time. Keep it where nobody else can find it.
letter-text-please_delete = Please delete everything about me.

my-contact-is-stopped = Nobody may contact you now. Your helpers see: do not contact. They wait until you say otherwise.
my-contact-again = It is safe to contact me again
said-contact-again = Your helpers may contact you again, in the way you agreed.
