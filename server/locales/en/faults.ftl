# What is wrong with a field. The codes are those of the API.
faults-title = Some of this cannot be used yet
fault-missing = fill this in
fault-empty = fill this in, or write a little more
fault-too_long = this may have at most { $limit } characters
fault-too_many = { $limit ->
    [one] choose at most one
   *[other] choose at most { $limit }
}
fault-too_few = choose at least one
fault-out_of_range = this number is too large or too small
fault-wrong_type = this is not in the form that is wanted here
fault-not_an_option = choose one of the answers
fault-bad_format = this is not written in the form that is wanted here
fault-not_possible = this is not possible here
fault-repeated = the same thing stands here twice
fault-unknown_field = this cannot be filled in here
fault-not_understood = One of the answers is not possible here.
fault-unreadable = The form could not be read. Try again.
fault-foreign = This was not sent from a page of ours.
fault-send_again = You signed in again since this page was opened. Look at it once more and send it again.
fault-wrong_credentials = This does not fit together. Check it and try again.
fault-wrong = this is not your present passphrase
fault-weak = this can be guessed: take six random words
fault-taken = this is taken: choose another
fault-unknown_code = this code is not known, or it was used already
fault-not_together = an administrator holds no key and can have no other role
fault-too_many_tries = Too many tries. Wait { $limit } minutes.
fault-busy = Very many people are here at once. Nothing was saved. Try again in a moment.
fault-stale_revision = Somebody changed this meanwhile. Both texts are here. If you send yours again, it replaces theirs.
fault-case_closed = The case is closed. Reopen it before you change it.
fault-key_reused = This form was sent before with other words. Open it anew.
fault-answer_gone = This was done before. Its answer cannot be shown again.
fault-match_missing = Open the form anew: it does not say which version it is about.
stale-caption = What is saved now, where it differs from what you wrote
stale-field = Field
stale-saved = Saved now
fault-unknown_time_zone = this clock is not known: write a place such as Europe/Athens
fault-no_mail = this server sends no mail: leave the address out and hand the code over yourself
fault-no_time = write the time as hours and minutes, such as 17:00
fault-too_many_names = at most 12 names, each with at most 200 letters
fault-too_many_tags = at most 20 words, each with at most 40 letters
fault-why_less_urgent = say why the case is less urgent than it was
fault-before_the_start = this is before the first day
fault-not_here = only a referral changes this
fault-nothing_looked_for = Nothing is answered yet. Answer what you looked for.
