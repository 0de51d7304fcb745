# Pages about what did not work.
trouble-not-found-title = There is nothing here
trouble-not-found-text = The page does not exist, or it is not for you to see. Check the address, or go back.
trouble-lapsed-title = You are no longer signed in
trouble-lapsed-text = A sign-in ends after 15 minutes without a request, and after 10 hours in any case.
trouble-invalid-title = This could not be taken
trouble-invalid-text = Something in it does not fit. Nothing was saved. Go back, reload the page, and try again.
trouble-too-many-title = Too many tries
trouble-too-many-text = To keep others from guessing, there is a pause now.
trouble-busy-title = One moment
trouble-busy-text = Very many people are here at once. Nothing was saved. Try again in a moment.
trouble-too-large-title = This is too large
trouble-too-large-text = It is more than can be sent in one go. Nothing was saved.
trouble-unavailable-title = Not available now
trouble-unavailable-text = Something this site needs cannot be reached. Nothing was saved. Try again in a few minutes.
trouble-broken-title = Something broke
trouble-broken-text = This is our fault, not yours. Nothing was saved.
trouble-no-consent-title = Nobody agreed to this
trouble-no-consent-text = Ask the person first, and note what they agreed to.
trouble-not-now-title = This cannot be done now
trouble-not-now-text = It was done already, or something rules it out. Look at it again.
trouble-stale-title = Changed meanwhile
trouble-stale-text = Somebody changed this since you opened it. Open it again to see both.
trouble-wait = { $minutes ->
    [one] Try again in a minute.
   *[other] Try again in { $minutes } minutes.
}
trouble-reference = Give your administrator this reference:
trouble-home = Go to the start page
lapsed-kept-title = What you wrote is not lost
lapsed-kept-sign-in = Sign in again. A new tab opens; come back to this one afterwards.
lapsed-kept-number = Enter your number again. A new tab opens; come back to this one afterwards.
lapsed-kept-send = Then send what you wrote once more.
lapsed-kept-button = Send it again
