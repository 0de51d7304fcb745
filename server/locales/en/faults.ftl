# What is wrong with a field. The codes are those of the API.
faults-title = Please check these answers
fault-missing = fill this in
fault-empty = fill this in, or write a little more
fault-too_long = this may have at most { $limit } characters
fault-too_many = { $limit ->
    [one] choose at most one
   *[other] choose at most { $limit }
}
fault-too_few = choose at least one
fault-confirm_removal = { $limit ->
    [one] This file leaves out one entry that this publisher has here. It would be archived. If that is meant, type 1 and choose the file again.
   *[other] This file leaves out { $limit } entries that this publisher has here. They would be archived. If that is meant, type { $limit } and choose the file again.
}
fault-bad_character = this has a character that cannot be shown
fault-too_early = this is before 1900
fault-out_of_range = this number is too large or too small
fault-wrong_type = this is not in the right format
fault-not_an_option = choose one of the answers
fault-bad_format = this is not in the right format
fault-not_possible = this is not possible here
fault-repeated = this is here twice
fault-unknown_field = this field does not belong here
fault-not_understood = One of the answers is not possible here.
fault-unreadable = The form could not be read. Try again.
fault-foreign = This was not sent from one of our pages.
fault-send_again = You have signed in again since this page was opened. Check it and send it again.
fault-wrong_credentials = These details do not match. Check them and try again.
fault-wrong = this is not your current passphrase
fault-weak = this is too easy to guess: use six random words
fault-weak_short = this is too short: at least 12 characters
fault-weak_slogan = this is a slogan or saying, and those are tried first: use the six random words
fault-weak_names = this is made of names, dates or words of your organisation, and those are tried first: use the six random words
fault-weak_words = these are too few words, or very common ones: use the six random words
fault-other_words = these are not the words of this person’s keys. Admit nobody. It is on record. Ask them once more, slowly; if it stays so, tell your administrator and another supervisor
fault-taken = this is taken: choose another
fault-unknown_code = this code is unknown or has already been used
fault-not_together = an administrator holds no key and cannot have another role
fault-too_many_tries = Too many tries. Wait { $limit } minutes.
fault-busy = The site is very busy. Nothing was saved. Try again in a moment.
fault-stale_revision = Someone has changed this in the meantime. Both versions are here. If you send yours again, it replaces theirs.
fault-case_closed = The case is closed. Reopen it before you change it.
fault-key_reused = This form has already been sent with other words. Open it again.
fault-answer_gone = This has already been done. The result cannot be shown again.
fault-match_missing = Open the form again: it does not say which version it changes.
stale-caption = What is saved now, where it differs from what you wrote
stale-field = Field
stale-saved = Saved now
fault-unknown_time_zone = we do not know this time zone: write a place such as Europe/Athens
fault-no_mail = this server sends no e-mail: leave the address empty and hand the code over yourself
fault-no_time = write the time as hours and minutes, such as 17:00
fault-too_many_names = at most 12 names, each with at most 200 letters
fault-too_many_tags = at most 20 words, each with at most 40 letters
fault-why_less_urgent = say why the case is less urgent than it was
fault-before_the_start = this is before the first day
fault-not_here = only the referral can change this
fault-never_without_consent = immigration status, family, papers and notes are never shared without consent: take them out
fault-nothing_looked_for = Nothing has been answered yet. Answer what you looked for.
fault-too_far = this is far from today. Is it in another calendar?
fault-too_long_ago = this is 120 years ago or more. Is it in another calendar, or are digits missing?
