### The citizens’ portal: filing, coming back to it, accounts. What every page of the centre has stands in centre.ftl.

## The first page

portal-home-lead-portal = Say what is wrong: water, a road, a pension, a lamp. We bring it to the ministry or council that must answer, and here you see every step.
portal-file-begin = File a complaint or a request
portal-file-about = About 5 minutes. No account is needed.
portal-hours-title = Open day and night
portal-hours = You can file and follow here 24 hours a day, every day. People read it on working days.
portal-fees = This service is free. Where a public body asks a charge of its own, for example for a permit, we say so before you send anything.
portal-mine-title = My complaints

## Filing: what stands around every page

portal-file-step = Step { $number } of { $count }
portal-file-first = First step
portal-file-back = Back
portal-file-continue = Continue
portal-file-stop = Stop and delete what I typed
portal-file-stopped-title = It is deleted
portal-file-stopped = What you typed and the documents you added are gone. Nothing was sent.
portal-file-gone-title = This form is not here any more
portal-file-gone = A form is kept for three hours, in the browser in which it was begun. The browser must accept the cookie of this site. Begin again, or go to one of our offices.
portal-file-cookie = What you type is kept for three hours, only so that you can go back and forth. A cookie of this site finds it again; it does nothing else.
portal-file-free = It costs nothing.
portal-file-privacy = Only the services that deal with your matter see what you write.
portal-file-privacy-link = Notice on personal data, version { $version }
portal-too-often-title = Not now
portal-too-often = { $count ->
    [one] This was done too often from your connection. Try again in { $count } minute, or go to one of our offices.
   *[other] This was done too often from your connection. Try again in { $count } minutes, or go to one of our offices.
}

## Filing: what it is, and what it is about

portal-file-kind-title = What do you bring?
portal-file-kind-complaint = Something is wrong, or was not done.
portal-file-kind-request = You need something from a public service.
portal-file-kind-information = You want to know something.
portal-file-kind-suggestion = Something could be better.
portal-file-kind-missing = Choose what you bring.
portal-file-matter-title = What is it about?
portal-file-matter-lead = Choose the nearest. If it is the wrong one, we pass it on for you.
portal-file-matter-missing = Choose the matter from the list.
portal-file-search = Find by a word
portal-file-search-hint = For example: lamp, pension, dog
portal-file-search-button = Find
portal-file-search-none = Nothing is called like that. Try another word, or empty the field to see everything.
portal-file-usual = { $count ->
    [one] usually answered within { $count } working day
   *[other] usually answered within { $count } working days
}
portal-file-usual-none = no time limit
portal-file-goes-to = Goes to
portal-file-answer = When
portal-file-hotline = Their telephone
portal-file-needed = Documents that will be needed
portal-file-paper = { $name } ({ $copies })

## Filing: what happened

portal-file-story-title = { $kind ->
    [request] What do you need?
    [suggestion] What could be better?
   *[complaint] What happened?
}
portal-file-text = In your own words
portal-file-text-hint = What, since when, and whom you have asked already. In any language. Do not write passwords or card numbers.
portal-file-text-missing = Write what it is about.
portal-file-place = Where
portal-file-place-hint = Street and place, or what is near it
portal-file-point = Point on the map
portal-file-point-hint = A link from a map, or two numbers such as -20.4083, 57.7000
portal-file-point-shape = We find no place in this. Copy a link from a map, or leave it empty.

## Filing: who, and how an answer comes

portal-file-person-title = Who are you, and how do we answer?
portal-file-discretion = Who may know that it is you?
portal-file-discretion-open = Everybody who deals with it
portal-file-discretion-open-hint = That is the quickest way.
portal-file-discretion-confidential = Only our unit, in confidence
portal-file-discretion-confidential-hint = The institution sees the matter and not your name.
portal-file-discretion-anonymous = Nobody: without a name
portal-file-discretion-anonymous-hint = What you type below is not kept, and we cannot bring you the answer. You look for it here with the reference and the code.
portal-file-whom = For whom is it?
portal-file-whom-self = For myself
portal-file-whom-other = For somebody else
portal-file-helper-title = If it is for somebody else: about you
portal-file-helper = On their behalf
portal-file-helper-name = Your own name
portal-file-helper-missing = Write your own name, since it is for somebody else.
portal-file-helper-relation = What you are to them
portal-file-helper-relation-hint = Daughter, neighbour, lawyer
portal-file-helper-phone = Your own telephone
portal-file-who = The person
portal-file-name = Name
portal-file-surname = Surname
portal-file-other-names = First names
portal-file-name-missing = Write the name.
portal-file-nic = Identity card number
portal-file-nic-hint = It helps us to find what belongs together.
portal-file-ways-title = The answer
portal-file-ways = How may we tell you?
portal-file-ways-hint = Choose as many as you like, or none. Here you can always look.
portal-file-way-email = By e-mail
portal-file-way-sms = By SMS
portal-file-way-phone = By telephone
portal-file-way-letter = By letter
portal-file-way-none = Nobody tells you; you look here
portal-file-email = E-mail address
portal-file-email-missing = Write the e-mail address, since you want to be told there.
portal-file-email-shape = An e-mail address looks like name@example.mu. Read it again.
portal-file-phone = Telephone number
portal-file-phone-missing = Write the telephone number, since you want to be told there.
portal-file-phone-shape = This is no telephone number. For another country, begin with + and its code.
portal-file-address = Address
portal-file-street = Street and number
portal-file-address-missing = Write the address, since you want a letter.
portal-file-locality = Town or village

## Filing: documents

portal-file-documents-title = Documents
portal-file-documents-lead = A photo of the bill, of the place, of a letter. You can also add them later, or bring none.
portal-file-kept = Added so far
portal-file-remove = Take out
portal-file-remove-name = Take out { $name }
portal-file-add = Add these documents
portal-file-no-documents = None
portal-upload = Choose files or take a photo
portal-upload-hint = JPEG, PNG or PDF, up to { $limit } MB each, at most { $count } files. The place where a photo was taken is removed from it.
portal-upload-missing = Choose at least one file.
portal-upload-empty = { $name } is empty. Choose it again.
portal-upload-large = { $name } is larger than { $limit } MB. Take a smaller photo, or scan with less detail.
portal-upload-kind = { $name } is not a JPEG, PNG or PDF, whatever its name says. Take a photo of it, or save it as PDF.
portal-upload-damaged = { $name } is not whole. Choose it again, or take another photo.
portal-upload-locked = { $name } opens with a password only. Save it without one and choose it again.
portal-upload-many = There is room for { $limit } files. What is more was not taken.
portal-upload-cut = The line was cut while the file came in. Send it again.
portal-upload-taken = These are here already, you need not send them again: { $names }
portal-upload-all = This is all that was asked for
portal-upload-all-hint = Then the time limit runs again.

## Filing: once more before it is sent

portal-file-review-title = Is this right?
portal-file-change = Change
portal-file-change-what = Change: { $what }
portal-file-send = { $kind ->
    [request] Send the request
    [suggestion] Send the suggestion
   *[complaint] File the complaint
}
portal-author = The citizen

## The receipt

portal-receipt-title = { $kind ->
    [request] We received your request
    [suggestion] We received your suggestion
   *[complaint] We received your complaint
}
portal-receipt-new = It is sent, and saved with us.
portal-receipt-keep = Write both down, or save the receipt: with them you follow it without an account. Show the code only to a person you trust.
portal-receipt-pdf = Save the receipt (PDF)
portal-receipt-print = You can also print this page.
portal-receipt-follow = Follow it
portal-receipt-see = The receipt
portal-receipt-facts = What we received
portal-receipt-recorded = Received on
portal-receipt-next = What happens next
portal-receipt-next-check = Somebody reads it on the next working day and passes it on to the institution that must answer.
portal-receipt-next-due = You have an answer by { $date }. If a document is missing we ask you for it, and the time limit stops until it is here.
portal-receipt-next-told = We tell you at: { $where }
portal-receipt-next-look = You did not say how we may tell you: look here with the reference and the code.
portal-receipt-next-after = After the answer you can say how content you are, have it taken up again, or bring it before the unit above.
portal-receipt-account = With an account you find all your complaints in one place.
portal-account-new = Make an account

## Following, and what a citizen does

portal-follow-closed = To see this page, enter the reference and the access code, or sign in. Your browser must accept the cookie of this site.
portal-ask-any = Come with your receipt to any of our offices.
portal-merged = Somebody else has told us about the same matter. Both are dealt with together. You keep your reference, and the answer comes here too.
portal-deeds-title = What you can do
portal-documents-title = Your documents
portal-deed-until = Until { $date }
portal-asked-until = by { $date }
portal-step-remark = Your remark
portal-step-by-you = From you
portal-step-rated-1 = You rated it: 1 of 5
portal-step-rated-2 = You rated it: 2 of 5
portal-step-rated-3 = You rated it: 3 of 5
portal-step-rated-4 = You rated it: 4 of 5
portal-step-rated-5 = You rated it: 5 of 5
portal-deed-back = Back to the complaint
portal-deed-text = In your own words
portal-deed-documents = Send documents
portal-deed-documents-lead = They go to whoever deals with it.
portal-deed-documents-button = Send the documents
portal-deed-remark = Write a remark
portal-deed-remark-lead = Something new, or something you forgot. It stays in the file.
portal-deed-remark-button = Send the remark
portal-deed-remark-missing = Write the remark.
portal-deed-rate = Say how content you are
portal-deed-rate-lead = How was your matter dealt with? It helps us to do better, and changes nothing in the answer.
portal-deed-rate-button = Send the rating
portal-stars = How content are you?
portal-stars-5 = 5, entirely
portal-stars-4 = 4, mostly
portal-stars-3 = 3, half and half
portal-stars-2 = 2, hardly
portal-stars-1 = 1, not at all
portal-stars-missing = Choose a number from 1 to 5.
portal-deed-reopen = Have it taken up again
portal-deed-reopen-lead = When the answer did not settle it, or the same happens again. The same institution looks at it once more.
portal-deed-reopen-button = Take it up again
portal-deed-reopen-missing = Write why it should be taken up again.
portal-deed-appeal = Bring it before the unit above
portal-deed-appeal-lead = When you think that the answer is wrong. The unit at the centre looks at it, not the institution that answered.
portal-deed-appeal-button = Bring it before the unit
portal-deed-appeal-missing = Write what is wrong with the answer.
portal-deed-withdraw = { $kind ->
    [request] Withdraw the request
    [suggestion] Withdraw the suggestion
   *[complaint] Withdraw the complaint
}
portal-deed-withdraw-lead = Nobody works on it after that. You can have it taken up again for a while.
portal-deed-withdraw-button = Withdraw it
portal-done-documents = Your documents are here
portal-done-documents-next = Whoever deals with it sees them from now on.
portal-done-remark = Your remark is here
portal-done-remark-next = Whoever deals with it sees it from now on.
portal-done-rate = Your rating is here
portal-done-rate-next = It counts in our figures, without your name.
portal-done-reopen = It is taken up again
portal-done-reopen-next = You hear from us when there is news. Here you see every step.
portal-done-appeal = It is before the unit at the centre
portal-done-appeal-next = It looks at the matter anew. You hear from us when there is news.
portal-done-withdraw = { $kind ->
    [request] The request is withdrawn
    [suggestion] The suggestion is withdrawn
   *[complaint] The complaint is withdrawn
}
portal-done-withdraw-next = Nobody works on it any more.
portal-refused-title = This is not possible now
portal-refused-documents = It is finished. Have it taken up again, or bring the documents to one of our offices.
portal-refused-remark = It is finished. Have it taken up again, or ask in one of our offices.
portal-refused-rate = There is no answer yet, you have rated it already, or the days for it are over.
portal-refused-reopen = It is not finished, or the days for it are over. You can always file a new one that names this reference.
portal-refused-appeal = There is no answer yet, or the days for it are over. Ask in one of our offices.
portal-refused-withdraw = It has its answer already, or it is finished.

## Accounts

portal-account-reached = E-mail address or mobile number
portal-account-reached-hint = A code goes there, so that we know it is yours. You sign in with it.
portal-account-reached-missing = Write the e-mail address or the mobile number.
portal-account-reached-shape = This is neither an e-mail address nor a telephone number. Read it again.
portal-account-nic-hint = With it you also find what was registered for you at an office, once it is confirmed.
portal-account-password = Password
portal-account-password-new = New password
portal-account-password-hint = At least { $count } characters. Three or four words are easy to remember.
portal-account-password-short = Choose a password of at least { $count } characters.
portal-account-password-missing = Write your password.
portal-account-password-wrong = This is not your password. Write it again.
portal-account-have = I have an account: sign in
portal-account-forgotten = I forgot my password
portal-account-follow = Follow one complaint without an account
portal-account-new-title = Make an account
portal-account-new-lead = All your complaints in one place. You need none to file or to follow.
portal-account-new-button = Send me the code
portal-account-code = Code
portal-account-code-hint = Six digits. It is valid for { $count } minutes.
portal-account-code-wrong = This is not the code. Read it again.
portal-account-code-over = This code is not valid any more. Have a new one sent.
portal-account-code-none = No code came: try again
portal-account-confirm-title = Enter the code
portal-account-confirm-lead = We sent it to the address you gave. If you have an account there already, no code comes: sign in instead.
portal-account-confirm-button = Confirm
portal-account-sign-in-title = Sign in
portal-account-sign-in-lead = To all your complaints.
portal-account-sign-in-button = Sign in
portal-account-sign-in-wrong = Address or password is not right. Write both again, or have a new password set.
portal-account-sign-out = Sign out
portal-account-out = You are signed out.
portal-account-forgotten-title = A new password
portal-account-forgotten-lead = We send a code to the address of your account.
portal-account-forgotten-button = Send me the code
portal-account-reset-title = Enter the code and a new password
portal-account-reset-lead = If there is an account with that address, a code is on its way. You are signed out everywhere else.
portal-account-reset-button = Set the password
portal-account-details-title = Correct my data
portal-account-details-lead = It is corrected in your open complaints too, wherever they say the same.
portal-account-details-button = Save
portal-account-address-title = Another e-mail or mobile
portal-account-address-lead = We send a code there, so that we know it is yours.
portal-account-address-now = Now: { $where }
portal-account-address-sent = We sent it to the address you gave, unless another account has that address.
portal-account-address-button = Send me the code
portal-account-identity-title = Confirm my identity number
portal-account-identity-lead = Enter reference and access code of a complaint that was registered for you at an office and carries your number. Then all with that number are shown. An office can print the receipt again.
portal-account-identity-button = Confirm
portal-account-identity-not-proven = This complaint does not carry your number, or nobody looked at your card when it was filed. Take a receipt from an office.
portal-account-identity-taken = Another account has this number. Go to an office with your card.
portal-account-close-title = Close my account
portal-account-close-lead = We delete your name, addresses and password from the account. Your complaints stay with those who deal with them, with what you wrote in them: they are public records, kept as the privacy notice says. With reference and access code you can still follow them. Take your data along first.
portal-account-close-button = Close the account
portal-account-closed-title = Your account is closed
portal-account-closed = Your complaints go on. Follow them with reference and access code.

## My complaints

portal-mine-open = Open
portal-mine-finished = Finished
portal-mine-due = answer due by { $date }
portal-mine-empty = Nothing here yet
portal-mine-empty-why = What you file while you are signed in stands here, and what you add with reference and access code.
portal-mine-account = My account
portal-mine-add = Add a complaint with reference and code
portal-mine-identity = Find what was registered at an office
portal-mine-done-new = Your account is made. You are signed in.
portal-mine-done-password = Your new password is set. You are signed in.
portal-mine-done-details = Your data are corrected.
portal-mine-done-address = The new address is yours from now on.
portal-mine-done-identity = Your number is confirmed. What was registered with it is in the list.
portal-data-title = Take my data along
portal-data-lead = Everything that we hold about you: your account, your complaints with every step, and your documents.
portal-data-button = Save my data (JSON)
portal-data-hint = A text that other programs can read too. It holds your access codes: keep it to yourself.
portal-widget-all = See every step

# A complaint that is dealt with together with another one
portal-merged-own = This is the same matter as another one that you brought. Both are dealt with together, and the answer comes to both. The other one:

# Everything in one file
portal-data-zip = Save everything (ZIP)
portal-data-zip-hint = One file with your data to read, the same for programs, each receipt and the documents that you gave. It holds your access codes: keep it to yourself.
portal-data-page-title = What is held about you
portal-data-page-lead = This page, my-data.json for programs, each receipt and the documents that you gave lie in one folder. It holds what opens your complaints: keep it to yourself.
portal-data-made = Made { $at }.
portal-data-account = Your account
portal-data-not-here = not here yet
portal-data-taken-title = Taken along before
portal-data-taken = { $at } ({ $what })
portal-data-taken-hint = If one of these was not you, choose a new password.

# Saving and going on later
portal-file-save = Save and stop for now
portal-saved-title = Your form is saved
portal-saved-lead = You can go on with it later, here or on another telephone, with this code.
portal-saved-code = Code of your form
portal-saved-until = Kept until
portal-saved-where = Go on at
portal-saved-keep = Write the code down or take a picture of it. Nobody can tell it to you again. A code that you had for this form before no longer works.
portal-saved-email = We have sent it to { $where } as well.
portal-saved-not-sent = Nothing has been sent yet, and nobody reads it. If you do not go on with it, it is deleted after that day.
portal-saved-code-missing = Enter the code of your form.
portal-saved-code-wrong = There is no saved form with this code. Check each letter. Forms are deleted after the day that we told you.
portal-saved-sent-title = This form was sent already
portal-saved-sent = What you saved has been sent. Follow it with its reference and its access code, which stand on the receipt.
portal-continue-link = Go on with a form that I saved
portal-continue-title = Go on with a saved form
portal-continue-lead = You got a code when you saved it.
portal-continue-hint = Twelve letters and digits, like { "7KQ2-\u20609XWD-\u206004TB" }
portal-continue-button = Open the form
portal-continue-new = I have no code: begin a new form
