# Words of every page.
app-name = Amparo
skip-to-main = Go to the main part of the page
language = Language
menu = Menu
leave = Leave now
leave-shortcut = Ends your sign-in and leaves this site. Pressing Shift three times does the same.
sign-in = Sign in
sign-out = Sign out
go-on = Continue
cancel = Cancel
done = Done
save = Save
choose = Choose…
pages = Pages of this list
pages-next = Next page
answer-yes = Yes
answer-no = No
answer-unknown = Not known
date-day = Day
date-month = Month
date-year = Year
list-comma = { ", " }
unchecked-label = About this translation
unchecked = A machine translated this page and no person has checked it.
english-instead = This page is for helpers and does not exist in { $language } yet, so it is in English.
foot-promise = What you write here is kept sealed. This site asks no other site for anything.
passphrase-show = Show
passphrase-hide = Hide
locked-now = Locked
shown-once = This is shown only once. Save it before you continue.

# Distances in time.
when-in-minutes = { $count ->
    [0] now
    [one] in { $count } minute
   *[other] in { $count } minutes
}
when-minutes-ago = { $count ->
    [0] just now
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
when-in-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
when-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
when-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
when-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

# How soon.
priority-P1 = P1 NOW
priority-P2 = P2 TODAY
priority-P3 = P3 THIS WEEK
priority-P4 = P4 ROUTINE

# What a member does.
role-volunteer = Hotline volunteer
role-caseworker = Caseworker
role-supervisor = Supervisor
role-coordinator = Coordinator
role-administrator = Administrator
role-auditor = Auditor
