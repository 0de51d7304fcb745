# Pages about what did not work.
trouble-not-found-title = There is nothing here
trouble-not-found-text = The page does not exist, or it is not for you to see. Check the address, or go back.
trouble-lapsed-title = You are no longer signed in
trouble-lapsed-text = You are signed out after 15 minutes without activity, and after 10 hours in any case.
trouble-invalid-title = This could not be accepted
trouble-invalid-text = Something in it is not right. Nothing was saved. Go back, reload the page, and try again.
trouble-too-many-title = Too many tries
trouble-too-many-text = There is a pause now, so that nobody can guess.
trouble-busy-title = One moment
trouble-busy-text = The site is very busy. Nothing was saved. Try again in a moment.
trouble-too-large-title = This is too large
trouble-too-large-text = It is more than can be sent at once. Nothing was saved.
trouble-too-slow-title = This did not arrive in time
trouble-too-slow-text = The line was too slow. Nothing was saved. Send it again.
trouble-unavailable-title = Not available now
trouble-unavailable-text = Something this site needs cannot be reached. Nothing was saved. Try again in a few minutes.
trouble-broken-title = Something broke
trouble-broken-text = This is our fault, not yours. Nothing was saved.
trouble-damaged-title = This is not believed
trouble-damaged-text = What the database holds of this does not fit together: a disk is faulty, or somebody changed it. Nothing was shown or saved.
trouble-no-consent-title = There is no consent for this
trouble-no-consent-text = Ask the person first, and record what they agree to.
trouble-not-now-title = This cannot be done now
trouble-not-now-text = It has already been done, or something prevents it. Take another look.
trouble-stale-title = Changed in the meantime
trouble-stale-text = Someone has changed this since you opened it. Open it again to see both versions.
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
