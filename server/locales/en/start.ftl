# The start page, the home page, and leaving.
start-title = Help for people on the move
start-lead = Amparo keeps what you tell your helpers sealed, and passes it to those who can help.
start-person-title = I was given a number
start-person-text = See what happens next, write to your helpers, or stop sharing. You do not need a name or an e-mail address.
start-person-button = Enter my number
start-staff-title = I help people
start-staff-text = For hotlines, shelters, legal aid, clinics, unions and partner organisations.
start-join = I was invited to join
start-languages = Other languages
start-safety-title = If someone is looking over your shoulder
start-safety-leave = “Leave now” at the top of every page takes you away at once.
start-safety-history = Your browser history still shows that you were here. A private window keeps no history.
start-safety-asked = Nobody from Amparo will ever ask you for your number or your passphrase.
home-title = Your day
home-waiting-title = Your team has not admitted you yet
home-waiting-text = Someone in your team must admit you before you can see anything. Let them know that you have joined.
menu-more = More
menu-me = My account
    .about = Passphrase, second factor, recovery code, sign-ins
gone-title = New page
gone-link = Look something up
said-signed-out = You are signed out.
said-locked = This page was locked because nobody was using it. Sign in to continue.

# How our languages were checked.
translations-title = How our languages were checked
translations-lead = We write in English. The other languages are translations, and this is how far people have checked them.
translations-machine-about = A page that only a machine has translated says so at the top.
translations-withheld = { $count ->
    [one] One sentence that someone’s safety depends on is shown in English until a person has checked it.
   *[other] { $count } sentences that someone’s safety depends on are shown in English until a person has checked them.
}
translations-nowhere = What people tell us is never sent to a translation service.
translations-caption = Sentences by language
translations-pages = Pages
translations-scope-all = All
translations-scope-person = For people with a number
translations-machine = Machine only
translations-reviewed = Checked by one person
translations-double = Checked by two people
translations-old = English has changed since
translations-missing = Not translated
translations-help = Do you speak one of these languages well? Tell the organisation that runs this site.
