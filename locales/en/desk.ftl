### The clerk's desk. The same keys and arguments stand in all four languages; numbers arrive as numbers.

## The frame

app-name = Guichet
skip-to-page = Skip to the page
search = Search
register = Register
places = Places
complaints = Complaints
places-menu = Menu
on-this-computer = On this computer
drafts = Drafts
waiting = Waiting
lock = Lock
keys-button = Keys
language-and-display = Language and display
computer-number = PC { $number }
close = Close
cancel = Cancel
back-to-complaints = Back to complaints
try-again = Try again
open = Open
optional = (optional)
joined = { $first }, { $second }
add-clerk = Add a clerk
go-on-hint = What you typed is kept. You go on where you were.

## Language and display

display-language = Language
display-colours = Colours
display-theme-system = As this computer is set
display-theme-light = Light
display-theme-dark = Dark
display-theme-contrast = High contrast
display-text-size = Size of text
display-percent = { $percent } %

## Keys

keys-title = Keys
keys-register = Register a complaint
keys-search = Search
keys-lock = Lock
keys-save = Save and print receipt, save a note
keys-draft = Keep as draft
keys-rows = Move in a list
keys-open-row = Open
keys-panes = Go to the next part of the window
keys-escape = Close, or give up
keys-print = Print the receipt
keys-larger = Larger or smaller text
keys-help = Show these keys
key-enter = Enter
key-space = Space

## Joining the centre

enrol-title = Connect this computer to the centre
enrol-intro = Your administrator has given you an address and a code for this computer.
enrol-next = This computer makes its own keys, and the code is used up. Then the head of the office chooses a name and a PIN.
enrol-server = Address of the centre
enrol-server-hint = Exactly as on the sheet from your administrator.
enrol-code = One-time code
enrol-code-hint = It works once, for this computer only.
enrol-button = Connect
enrol-working = Connecting to the centre
enrol-passphrase-title = This computer has no keyring
enrol-passphrase-intro = The key of this desk is normally kept by the computer’s own keyring. It does not answer here, so a passphrase takes its place. It is asked for each time the desk is opened.
enrol-passphrase-warning = Write it down and keep it in the office’s safe. Without it nobody can open what is saved on this computer.
passphrase-new = New passphrase
passphrase-new-hint = At least 12 characters. Four or five words are easy to remember.
passphrase-again = The same passphrase again
passphrase-differs = The two are not the same. Type both again.

## Opening the desk

passphrase-title = Open the desk
passphrase-intro = What is saved on this computer is locked with a passphrase.
passphrase-label = Passphrase
passphrase-hint = Works without a connection.
keyring-away-title = The keyring does not answer
keyring-away-what = The key of this desk is in the keyring of this computer, and the keyring is locked or not running.
keyring-away-do = Unlock the keyring or sign in to the computer again, then try again. If it stays so, call your administrator.
key-missing-title = The key of this desk is missing
key-missing-what = The complaints are on this computer, but the key that opens them is not. It may have been removed with the keyring.
key-missing-do = Do not set up this computer again. Call your administrator, who can bring the key back. What was sent before is at the centre.
store-damaged-title = What is saved here cannot be read
store-damaged-what = The file that holds this desk’s complaints is damaged or is not what it should be.
store-damaged-do = Leave the computer as it is and call your administrator. What was sent before is at the centre.
store-busy-title = The desk is open already
store-busy-what = Another program on this computer has the complaints of this desk open.
store-busy-do = Look for a second window of the desk, or wait until a backup has finished. Then try again.
nothing-deleted = Nothing was deleted.

## Clerks

first-clerk-title = Who heads this office?
first-clerk-intro = This computer now belongs to { $office }. The first clerk heads the office and can add the others.
clerk-name = Name
clerk-name-hint = As it shall stand in the history of each complaint.
clerk-pin = PIN
clerk-pin-again = The same PIN again
clerk-pin-differs = The two are not the same. Type both again.
clerk-role = Role
role-head = Head of office
role-clerk = Clerk
role-trainee = Trainee
first-clerk-button = Start
clerks-title = People at this desk
clerks-intro = Everyone signs in with a name and a PIN. What somebody does stands under that name.
clerk-added = { $name } can sign in now.
clerk-disable = End access
clerk-disable-what = { $name } will not be able to sign in any more, on any computer of this office. What { $name } did stays as it is.
clerk-disable-yes = Yes, end access
clerk-keep = Keep
clerk-disabled = { $name } cannot sign in any more.
sign-in-who = Who are you?
sign-in-title = Sign in
sign-in-pin-hint = Works without a connection.

## The status line

status-all-sent = All sent.
status-waiting = { $count ->
    [one] { $count } waiting.
   *[other] { $count } waiting.
}
status-nothing-waits = Nothing waits.
status-kept-here = { $count ->
    [one] { $count } waiting, kept on this computer.
   *[other] { $count } waiting, kept on this computer.
}
status-last-exchange = Last exchange { $when }
status-no-exchange-yet = No exchange yet
status-next-soon = Next exchange in less than a minute.
status-next-minutes = { $count ->
    [one] Next exchange in { $count } minute.
   *[other] Next exchange in { $count } minutes.
}
status-next-hours = { $count ->
    [one] Next exchange in { $count } hour.
   *[other] Next exchange in { $count } hours.
}
status-sending = Sending, { $confirmed } of { $total } confirmed.
status-offline = No connection. Nothing waits.
status-offline-waiting = { $count ->
    [one] No connection. { $count } waiting, kept on this computer.
   *[other] No connection. { $count } waiting, kept on this computer.
}
status-too-long = { $days ->
    [one] No connection for { $days } day. Nothing waits.
   *[other] No connection for { $days } days. Nothing waits.
}
status-too-long-waiting = { $days ->
    [one] No connection for { $days } day. { $count } waiting, kept on this computer.
   *[other] No connection for { $days } days. { $count } waiting, kept on this computer.
}
status-oldest-since = The oldest since { $when }
status-refused = { $refused ->
    [one] { $refused } not accepted, kept here.
   *[other] { $refused } not accepted, kept here.
}
status-refused-waiting = { $refused ->
    [one] { $refused } not accepted, kept here. { $count } waiting.
   *[other] { $refused } not accepted, kept here. { $count } waiting.
}
status-see-why = See why
status-clock-ahead-minutes = { $count ->
    [one] The clock of this computer is { $count } minute ahead.
   *[other] The clock of this computer is { $count } minutes ahead.
}
status-clock-ahead-hours = { $count ->
    [one] The clock of this computer is { $count } hour ahead.
   *[other] The clock of this computer is { $count } hours ahead.
}
status-clock-behind-minutes = { $count ->
    [one] The clock of this computer is { $count } minute behind.
   *[other] The clock of this computer is { $count } minutes behind.
}
status-clock-behind-hours = { $count ->
    [one] The clock of this computer is { $count } hour behind.
   *[other] The clock of this computer is { $count } hours behind.
}
status-work-goes-on = Work goes on
status-trouble-protocol_version = This desk and the centre do not understand each other.
status-trouble-protocol_version-then = One of the two needs an update. Call your administrator
status-trouble-not_admitted = The centre does not know this computer.
status-trouble-not_admitted-then = Call your administrator
status-trouble-diverged = The centre and this computer do not agree after a restore.
status-trouble-diverged-then = You can go on working. Call your administrator
status-trouble-not_a_centre = Something else answers in the centre’s place.
status-trouble-not_a_centre-then = Perhaps the network asks for a sign-in
status-trouble-disk_full = This computer has no room left.
status-trouble-disk_full-then = Make room before you go on
status-trouble-past_changed = The centre’s register of an earlier day has changed.
status-trouble-past_changed-then = You can go on working. Call your administrator
status-trouble-shut_out = The centre has shut this computer out.
status-trouble-shut_out-then = What was saved here stays. Call your administrator
status-trouble-quarantined = Something from the centre cannot be shown here.
status-trouble-quarantined-then = It is kept, and all the rest works. Call your administrator

## What waits

panel-title-waiting = { $count ->
    [one] { $count } waiting, kept on this computer
   *[other] { $count } waiting, kept on this computer
}
panel-title-none = Nothing waits
panel-reassure = Nothing is lost, and you can go on working.
panel-all-confirmed = The centre has confirmed everything that was saved here.
panel-last-exchange = Last exchange
panel-next-try = Next try
panel-next-soon = in less than a minute
panel-next-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
panel-next-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
panel-next-none = when you ask for it
panel-never = not yet
panel-bytes = Sent and received
panel-bytes-saved = { $packed } instead of { $plain }
panel-try-now = Try now
panel-trying = Trying now
panel-stick-out = Put on a USB stick…
panel-stick-in = Read from a USB stick…
panel-stick-written = Written: { $file }. Operations in it: { $count }. Only the centre can read it. Carry it there and bring the reply back.
panel-stick-read = The reply was read. Confirmed by the centre: { $count }. Come in: { $arrived }. Still waiting: { $waiting }.
panel-stick-again = The centre was restored from a backup and lacks older work. Write a new file for it now.
panel-show-all = Show all that waits
waiting-title = Waiting to be sent
waiting-intro = Saved on this computer and not confirmed by the centre yet, the oldest first.
waiting-empty = Nothing waits
waiting-empty-why = What you save comes here until the centre has confirmed it.
waiting-office = This office
operation-registered = New complaint
operation-routed = Passed on
operation-status_changed = New status
operation-answered = Answer
operation-noted = Note
operation-withdrawn = Withdrawn
operation-corrected = Correction
operation-chosen = Choice between two versions
operation-document_added = Document
operation-document_requested = Document asked for
operation-clerk_added = New person at the desk
operation-clerk_disabled = Person who no longer signs in
operation-other = Another change

## Registering

register-title = Register a complaint
register-kind = What is it?
kind-complaint = Complaint
kind-request = Request
kind-information = Request for information
kind-suggestion = Suggestion
register-citizen = Citizen
register-citizen-hint = Each of these may stay empty.
citizen-surname = Surname
citizen-other_names = Other names
citizen-nic = Identity number
citizen-phone = Telephone
citizen-email = E-mail
citizen-address = Address
citizen-locality = Town or village
remark-nic-shape = This has not the shape of an identity number. Look at the card again. You can save it as it is.
remark-nic-date = The date in this number does not exist. Look at the card again. You can save it as it is.
remark-nic-check = The last character does not fit. Look at the card again. You can save it as it is.
remark-phone-shape = This is not a telephone number of this country. You can save it as it is.
remark-phone-short = This telephone number is too short. You can save it as it is.
remark-phone-long = This telephone number is too long. You can save it as it is.
remark-locality = This place is not in the list. It is kept as you wrote it.
register-matter-part = What it is about
matter = Matter
matter-hint = Type a word, in any language, and choose from the list.
matter-list = Matters
category-title = { $group }: { $name }
matter-none = No matter fits these words. Try another word.
localities-list = Towns and villages
suggestions-shown = { $count ->
    [one] { $count } in the list. Choose with the arrows and Enter.
   *[other] { $count } in the list. Choose with the arrows and Enter.
}
register-text = What happened, in the citizen’s words
register-subject = In a few words
register-subject-hint = If empty, the first words of the text.
register-place = Where
register-place-hint = If elsewhere than at the citizen’s address.
register-language = Language of the citizen
goes-to = Goes to
answer-by = Usual answer by { $date }, { $days }
working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
no-clock = No day is set for an answer.
matter-restricted = Only few people will see this complaint.
documents-needed = Documents that will be needed
documents-none = No documents are needed.
matter-first = Choose the matter, and you see here where it goes, by when an answer is usual and which documents are needed.
register-telling = How to tell the citizen
register-telling-hint = Ask which of these the citizen agrees to.
contact-phone = Telephone
contact-sms = SMS
contact-letter = Letter
contact-email = E-mail
contact-visit = At the next visit
contact-no-phone = There is no telephone number yet.
contact-no-email = There is no e-mail address yet.
contact-no-address = There is no address yet.
register-notice = Read this to the citizen
notice-read = Read to the citizen
notice-read-in = It was read in { $language }.
emergency-line = In danger? Not here, call:
emergency-police = police { $number }
emergency-ambulance = ambulance { $number }
emergency-fire = fire brigade { $number }
emergency-other = { $service } { $number }
save-and-print = Save and print receipt
keep-as-draft = Keep as draft
draft-saved = Draft saved on this computer at { $time }
draft-not-saved = The draft could not be saved. What you typed is still on the screen.
missing-title = { $count ->
    [one] { $count } thing is missing
   *[other] { $count } things are missing
}
missing-category = Choose the matter from the list
missing-text = Say what happened, one sentence is enough
missing-notice = Read the notice to the citizen and tick it

## The receipt

saved-title = Saved. Reference
saved-what-next = It will be sent with the next exchange. The reference never changes.
saved-due = An answer is due by { $date }.
access-code = Access code
access-code-hint = For the citizen alone, to follow the complaint.
receipt-title = Receipt

receipt-duplicate = Printed before: this copy says “duplicate”.
receipt-page = Receipt, page { $page } of { $pages }
receipt-language = Language of the paper
print = Print
print-failed = The printer does not answer. The receipt is saved; print it again from the complaint.
save-as-pdf = Save as PDF
saved-at-path = Saved as
next-complaint = Next complaint
open-complaint = Open the complaint

## Lists

filter-label = Show
filter-all = All
filter-news = News
filter-due = Due
filter-waiting = Waiting
list-none = No complaints
list-all = { $count ->
    [one] { $count } complaint, newest first
   *[other] { $count } complaints, newest first
}
list-news = { $count ->
    [one] { $count } with news, newest news first
   *[other] { $count } with news, newest news first
}
list-due = { $count ->
    [one] { $count } with a due day, the most urgent first
   *[other] { $count } with a due day, the most urgent first
}
list-waiting = { $count ->
    [one] { $count } with something that waits to be sent
   *[other] { $count } with something that waits to be sent
}
list-range = { $from } to { $to } of { $total }
list-keys = ↑ ↓ move, Enter opens
next-page = Next { $count }
previous-page = Previous { $count }
came-in = { $count ->
    [one] { $count } came in.
   *[other] { $count } came in.
}
show-them = Show them
column-complaint = Complaint
column-citizen = Citizen
column-with = With
column-status = Status
column-due = Due
column-reference = Reference
column-exchange = Exchange
news = News
no-name = No name
empty-all = No complaints yet
empty-all-why = Complaints that you register come here.
empty-news = No news
empty-news-why = When the centre or an institution answers, the complaint comes here.
empty-due = Nothing is due
empty-due-why = Open complaints with a due day come here, the most urgent first.
empty-waiting = Nothing waits
empty-waiting-why = What you save comes here until the centre has confirmed it.
search-title = Search
search-found = { $count ->
    [one] { $count } found for “{ $words }”
   *[other] { $count } found for “{ $words }”
}
search-most = The first { $count } for “{ $words }”. Type more to find less.
search-none = Nothing found
search-none-why = Try part of the name, the reference, the identity number, the telephone or a word of the text.
search-how-title = What are you looking for?
search-how = Type a name, a reference, an identity number, a telephone number or words of the text.
drafts-title = Drafts
drafts-intro = Kept on this computer until they are registered or thrown away.
drafts-empty = No drafts
drafts-empty-why = What you type is kept here while you type it.
draft-continue = Continue
draft-discard = Throw away
draft-discarded = The draft was thrown away.
draft-untitled = Without words yet
undo = Undo

## Marks, status, due

mark-waiting = Waiting to be sent
mark-waiting-short = Waiting
mark-sent = Sent
mark-refused = Not accepted
state-received = Received
state-checked = Checked
state-passed_on = Passed on
state-waiting_documents = Waiting for documents
state-in_progress = Being dealt with
state-answered = Answered
state-resolved = Resolved
state-closed = Closed
state-reopened = Reopened
state-withdrawn = Withdrawn
due-today = Today
due-over = { $count ->
    [one] { $count } day over
   *[other] { $count } days over
}
due-in = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}

## One complaint

story = What happened
said-by-citizen = In the citizen’s words
step-registered = { $name } registered it at the counter.
step-routed = { $name } passed it on to { $institution }.
step-status_changed = { $name } changed the status to “{ $status }”.
step-answered-final = { $name } gave the final answer:
step-answered-interim = { $name } gave an interim answer:
step-noted-internal = { $name } wrote a note for colleagues:
step-noted-citizen = { $name } wrote a note for the citizen:
step-withdrawn = { $name } withdrew it at the citizen’s wish.
step-corrected = { $name } corrected: { $field }.
step-corrected-short = Correction: { $field }
step-values = Before: “{ $from }” · Now: “{ $to }”
step-chosen = { $name } chose between two different versions: { $field }.
step-document_added = { $name } added a document:
step-document_requested = { $name } asked the citizen for a document:
step-told = { $way ->
    [phone] { $name } told the citizen by telephone.
    [sms] { $name } told the citizen by SMS.
    [letter] { $name } told the citizen by letter.
    [email] { $name } told the citizen by e-mail.
   *[visit] { $name } told the citizen at the counter.
}
step-not-reached = { $way ->
    [phone] { $name } telephoned. Nobody answered.
   *[other] { $name } tried to tell the citizen, without success.
}
step-rated = { $name } noted what the citizen thinks of it: { $stars } out of 5.
step-handed_over = { $name } handed it over to office { $office }.
step-escalated = { $name } brought it before { $to }:
step-escalated-centre = the unit at the centre
step-linked = { $name } noted that it belongs together with { $reference }.
step-retracted = { $name } took the deed back.
step-assigned = { $name } gave it to { $to } to deal with.
step-assigned-nobody = { $name } noted that nobody in particular deals with it.
step-triaged = { $how ->
    [both] { $name } marked it as urgent and restricted.
    [urgent] { $name } marked it as urgent.
    [restricted] { $name } marked it as restricted: only who deals with it sees it.
   *[neither] { $name } noted that it is neither urgent nor restricted.
}
step-merged = { $name } noted that it is dealt with together with { $reference }.
step-unknown = { $name } did something that this version of the desk does not know yet. It is kept.
step-place-centre = { $name }, centre
step-place-citizen = { $name }, on the portal
step-place-automatic = The centre, by a rule
step-taken-back = Taken back. It counts no longer.
step-refused = Not accepted by the centre. The text is kept.
due-heading = Final answer due
due-none = No day is set.
citizen-heading = Citizen
fact-name = Name
fact-nic = Identity number
fact-phone = Telephone
fact-email = E-mail
fact-address = Address
fact-speaks = Speaks
fact-contact = Tell by
fact-code = Access code
with-heading = With
fact-now = Now
fact-hotline = Telephone
fact-office = Office
fact-registered = Registered
fact-when = When
no-citizen = The citizen gave no name and no address.
note-for-citizen = For the citizen too
note-for-citizen-hint = Otherwise colleagues alone read it.
print-again = Print receipt again
live-changed = News came in: { $what }
refused-title = { $count ->
    [one] { $count } change was not accepted
   *[other] { $count } changes were not accepted
}
refused-text = Your text is kept below. You can write it again as a note.
field-surname = surname
field-other_names = other names
field-nic = identity card number
field-phone = telephone
field-email = e-mail
field-address = address
field-locality = locality
field-place = place
field-subject = subject
field-text = what happened
field-category = matter
field-other = a field that this version does not know yet
field-empty = nothing
differ-title = Two different versions: { $field }
differ-intro = These were written at the same time. Ask whoever knows, then choose.
differ-which = What is right?
differ-other = Something else
differ-other-label = What is right
differ-save = Keep this
differ-missing = Choose what is right, or type it.
correct = Correct something
correct-which = Which part
correct-value = What it shall be
correct-save = Save the correction
correct-refused = This cannot be changed as the complaint stands, or cannot be empty.
documents = Documents
documents-empty = No documents yet
document-unnamed = Document without a name
document-size = { $size } kB
document-on-its-way = On its way: { $percent } % is here
document-waiting = Here; waiting to be sent
document-to-centre = On its way to the centre: { $percent } % has crossed
document-not-here = Not on this computer
document-asked = Comes with the next exchange
document-refused = The centre does not take this document; it stays on this computer
document-fetch = Fetch
document-here = Here and at the centre
document-show = Show
document-save = Save
document-add = Add a document
tasks = To settle
tasks-title = To settle
tasks-intro = What needs somebody’s decision. Nothing here is lost, and nothing else waits for it.
tasks-differ = Two different versions
tasks-differ-in = What differs: { $fields }
tasks-refused = Not accepted by the centre
tasks-empty = Nothing to settle
tasks-empty-why = What the centre does not accept comes here with its text, and what two people wrote differently at the same time.
task-refused = Not accepted: { $reason }
task-refused-again = It is still not accepted, as the complaint stands. Look at the complaint, then note this as settled.
task-again = Do it again
task-draft = Make a draft of it
task-done = It is settled
refusal-not_registered = the centre does not have this complaint.
refusal-already_registered = the complaint was registered already.
refusal-overtaken = somebody else had changed the status before.
refusal-not_possible = the status does not lead there.
refusal-finished = the complaint is finished.
refusal-other_office = another office holds the complaint.
refusal-unreadable = the centre could not read it.
refusal-disabled = its author had been disabled before it came in.
refusal-field_fixed = this can no longer be corrected as the complaint stands.
refusal-field_empty = this cannot be empty.
refusal-repeated = it stands there already.
refusal-retracted = its author has taken it back.
refusal-other = for a reason that this version does not know.

## Errors: what, why, what next

error-generic = Something went wrong. Nothing you typed is lost.
error-internal = Something went wrong in this program. Nothing you typed is lost; try again, or call your administrator.
error-code_wrong = The centre does not know this code. Compare it with your sheet, character by character.
error-code_used = This code has been used already. Ask your administrator for a new one.
error-code_expired = This code is too old. Ask your administrator for a new one.
error-code_of_another_office = This code is for another office. Ask your administrator for one of this office.
error-unreachable = The centre does not answer. Check the cable or the wireless network and the address, then try again.
error-not_a_centre = Something answers at this address, but it is not a centre. Check the address; perhaps the network asks for a sign-in first.
error-protocol_version = This desk and the centre do not understand each other: one of the two needs an update. Call your administrator.
error-keyring_unavailable = The keyring of this computer does not answer. Unlock it, or use a passphrase.
error-passphrase_wrong = This passphrase does not open the desk. Look at upper and lower case, and type it again.
error-passphrase_short = The passphrase needs at least 12 characters.
error-pin_wrong = The PIN is not right. Type it again.
error-pin_short = The PIN needs at least { $count } digits.
error-locked_out = Too many tries. Wait a few minutes, then try again.
error-name_missing = Type the name.
error-name_taken = Somebody with this name signs in here already. Add a second name or a letter.
error-text_missing = Say what happened, one sentence is enough.
error-category_missing = Choose the matter from the list.
error-notice_missing = Read the notice to the citizen and tick it.
error-not_found = This is not on this computer any more.
error-not_signed_in = The desk is locked. Sign in and go on where you were.
error-not_allowed = You may not do this. Ask the head of the office.
error-disk_full = This computer has no room left. What you saved before is safe; make room, then save again.
error-carry_not_a_carry_file = This is not a file that Guichet wrote for a USB stick. Choose the centre’s reply.
error-carry_newer = This file was written by a newer version of Guichet. This computer must be upgraded first.
error-carry_is_request = This file goes to the centre. Choose the reply that the centre wrote.
error-carry_is_reply = This file is a reply of the centre. It is read at the desk that asked.
error-carry_sealed_to_another = This reply is meant for another computer and cannot be opened here.
error-carry_damaged = The file is damaged. What was whole has been kept; copy it again.
error-carry_too_short = The file ends too early. What was whole has been kept; copy it again.
error-carry_no_key = The centre’s seal cannot be used. Call your administrator.
error-carry_would_overwrite = There is another file of that name already. Choose another name.
error-carry_full = The stick has no room left. Nothing was lost; make room or take another stick.
error-carry_read_only = Nothing can be written there. Is the stick locked?
error-carry_too_large = The stick takes no file of that size. Take one that is formatted as exFAT.
error-carry_failed = The stick cannot be read or written. Put it in again and repeat.
error-carry_no_recipient = This computer does not know the centre’s seal yet. Let it exchange over the line once.
error-carry_other_state = This reply belongs to another state of this computer. Write a new file and carry that to the centre.
error-carry_not_taken = The centre does not take the file.
error-store_damaged = What is saved here cannot be read. Nothing was deleted; call your administrator.
error-store_busy = Another program has the complaints open. Close it, then try again.
error-key_missing = The key of this desk is missing. Nothing was deleted; call your administrator.
error-address_wrong = This is not an address. It looks like centre.example.mu, as on your sheet.
error-refused = The centre refused. Call your administrator.
error-text_too_long = This is too long. Shorten it, or write the rest as a note.
error-document_empty = The file is empty. Choose another one.
error-document_too_large = The file is too large. Scan it with less detail, or as a picture.
error-document_kind = This kind of file is not taken. Take a picture (JPEG, PNG, WebP) or a PDF.
error-document_damaged = The file is damaged or is not what it says. Scan the page again.
error-document_on_its_way = The document is still on its way. It can be opened when all of it is here.
error-in_conflict = Two different versions stand there. Open the complaint and choose.
error-not_again = This cannot be done again here. Note it as settled.
error-field_wrong = There is no such field.
error-no_conflict = There is nothing to choose any more.
error-last_head = The last head of the office cannot be disabled or get another task. Let somebody else head it first.
error-no_such_clerk = Nobody of that name signs in here.
error-server_missing = Type the address of the centre.
error-one_time_code_missing = Type the one-time code.
error-summary = There is a problem

## Papers: letters, registers, reports, and checking a receipt

papers = Papers
papers-title = Papers
papers-intro = A receipt that somebody brings back, the register of a day, the report of a month.
paper-size = Paper
paper-size-a5 = A5
paper-size-a4 = A4
paper-size-roll80 = Roll of 80 mm
paper-show = Show
paper-own-language = As on the screen

letters-title = Letters
letter-acknowledgement = Acknowledgement of receipt
letter-documents = Request for documents
letter-answer = Answer
letter-closing = Closing letter
letter-hand_over = Hand-over slip
letter-about-receipt = With reference, access code and the square code for checking it
letter-about-acknowledgement = To the citizen, about the registration
letter-about-acknowledgement-with = To the citizen, now with { $with }
letter-about-documents = To the citizen, asked for by this office
letter-about-documents-with = To the citizen, asked for by { $with }
letter-about-answer = To the citizen, answered by this office
letter-about-answer-with = To the citizen, answered by { $with }
letter-about-closing = To the citizen, about the end of the matter
letter-about-closing-with = To the citizen, about the end of the matter, { $with }
letter-about-hand_over = Goes along with the papers
letter-about-hand_over-with = Goes along with the papers to { $with }
letter-written = Printed { $when } by { $by }: a further copy says “duplicate”

check-title = Check a receipt
check-label = Square code of the receipt
check-hint = Put the cursor here and scan the code. It begins with GC1. No connection is needed.
check-deed = Check
check-claims = The receipt itself says:
check-reference = Reference
check-office = Office
check-received = Received
check-matter = About
check-due = Answer promised by
check-genuine = This receipt is genuine.
check-genuine-means = It was made by this office, and the complaint is here. It proves that it was handed in on that day, and about what. It does not say who is right.
check-other_registration = Genuine, but the register here differs.
check-other_registration-means = A computer of this office signed it. The register here names another registration of this complaint than the receipt does: the computer was set up anew, or something was changed. Tell the centre.
check-not_here = Genuine; the complaint is not on this computer.
check-not_here-means = A computer of this office signed it. The complaint comes with the next exchange.
check-shut_out = Signed by a computer that was shut out.
check-shut_out-means = The complaint is not here either. Do not rely on it; ask the centre.
check-issuer_unknown = This cannot be checked here.
check-issuer_unknown-means = It was signed by a computer that is not known here, of another office perhaps. Ask the centre, which knows them all.
check-not_genuine = This receipt is not genuine.
check-not_genuine-means = What it says is not what was signed: it was changed. Keep a copy and tell the head of the office.
check-not_a_receipt = This is not the square code of a receipt.
check-not_a_receipt-means = Its text begins with GC1. Scan the large square on the receipt.
check-damaged = The code was not read whole.
check-damaged-means = Scan it again. If that happens each time, the scanner types with another keyboard than this computer: set it to the same one.

day-register-title = Register of a day
day-register-label = Day
day-register-hint = For example 24/11/2026
month-report-title = Report of a month
month-report-label = Month
month-report-hint = For example 11/2026
error-period_wrong = Write the year, the month and the day in figures, as in the example.
error-no_such_letter = The complaint has moved on, and this letter no longer fits. Go back to the letters.

## The morning

morning = Morning
morning-as-of = As of the exchange { $when }
morning-waiting = { $count ->
    [one] { $count } waiting to be sent, since { $when }
   *[other] { $count } waiting to be sent, the oldest since { $when }
}
morning-holiday = Public holiday: { $name }. No time limit runs today.
morning-figures = Today in figures
figure-overdue = overdue
figure-due-today = due today
figure-to-decide = to decide
figure-to-tell = citizens to tell
figure-came-in = came in
morning-changed = Something has changed since this page was opened.
morning-due = Overdue and due today
morning-due-none = Nothing is overdue, and nothing is due today.
morning-news = Came in
morning-news-none = Nothing new. Answers and questions from the centre come here.
morning-waits = Waiting for you
morning-waits-none = Nothing waits for you.
morning-differs = Which version is right: { $field }?
morning-tasks = { $count ->
    [one] { $count } change was not accepted
   *[other] { $count } changes were not accepted
}
morning-tasks-why = The text is kept. Do it again, or note it as settled.
morning-draft = Draft: { $subject }
morning-draft-saved = Saved { $when }
morning-owed = { $count ->
    [one] { $count } document asked for
   *[other] { $count } documents asked for
}
morning-owed-since = The oldest since { $day }
news-centre = the centre
news-answered = Answered by { $who }
news-noted = A note by { $who }
news-routed = { $who } passed it on to { $institution }
news-status_changed = New status by { $who }: { $status }
news-document_requested = { $who } asks for a document
news-document_added = A document from { $who }
news-corrected = Corrected by { $who }
news-told = The citizen was told by { $who }
news-handed_over = Handed over by { $who }
news-escalated = Brought before somebody above by { $who }
news-registered = Registered by { $who }
news-other = Changed by { $who }
sent-title = Sent today
sent-intro = Saved on this computer today and confirmed by the centre, the latest first.
sent-empty = Nothing sent today yet
sent-empty-why = What you save comes here when the centre has confirmed it.

## Citizens to tell

to-tell-title = Citizens to tell
to-tell-intro = { $count ->
    [one] { $count } complaint has moved. It counts as told when you say so here.
   *[other] { $count } complaints have moved. They count as told when you say so here.
}
to-tell-empty = Nobody to tell
to-tell-empty-why = When a complaint is answered, settled or closed, its citizen comes here until somebody has told them.
tell-by-phone = By telephone
tell-by-sms = By SMS, sent by the centre
tell-by-letter = By letter
tell-by-email = By e-mail
tell-by-visit = At the next visit
tell-not-tried = not tried
tell-in-vain = { $count ->
    [one] no answer once
   *[other] no answer { $count } times
}
tell-no-phone = no telephone
tell-gone-short = told meanwhile
tell-gone = A colleague has told this meanwhile, or took it back. Nothing more is to be done here.
tell-hint-phone = Calls without an answer so far: { $count }. After three, a letter takes the telephone’s place.
tell-hint-sms = The centre sends it. You can also call: it then counts as told.
tell-hint-letter = Calls without an answer so far: { $count }. It counts as told when the letter is posted.
tell-hint-email = It counts as told when the e-mail is sent.
tell-hint-visit = There is no other way. Tell it when the citizen comes by.
tell-read-out = To read out
tell-read-out-language = Language to read out
tell-said = What the citizen said
tell-told-phone = Told by telephone
tell-told-sms = Told by SMS
tell-told-letter = Letter posted
tell-told-email = E-mail sent
tell-told-visit = Told at the counter
tell-no-answer = No answer
tell-another-way = Told another way
tell-done = Told: { $name }.
tell-noted = Noted, no answer: { $name }.
told-short-closed = Complaint closed
told-short-resolved = Matter settled
told-short-final = Final answer
told-short-interim = Interim answer
told-short-document = Needed: { $document }
told-short-waits = Waiting for documents
told-short-note = Note for the citizen
script-hello-phone = Good day { $name }. My name is { $clerk }, I am calling from { $office }.
script-hello-phone-unnamed = Good day. My name is { $clerk }, I am calling from { $office }.
script-hello = Good day { $name }. I have news for you from { $office }. My name is { $clerk }.
script-hello-unnamed = Good day. I have news for you from { $office }. My name is { $clerk }.
script-matter = You came to us { $when }. It was about: { $subject }.
script-answered-final = { $institution } has given its final answer:
script-answered-final-us = Here is the final answer:
script-answered-interim = { $institution } has answered, and is still working on it:
script-answered-interim-us = Here is a first answer; we are still working on it:
script-document = We need one more thing from you: { $document }.
script-document-until = Bring it to us by { $day }. Until it is here, the time for the answer stands still.
script-status-waiting_documents = Your complaint waits for a document from you. Until it is here, the time for the answer stands still.
script-status-resolved = The matter has been settled.
script-status-closed = Your complaint is closed now. If you do not agree, tell us, and we take it up again.
script-end = Your reference is { $reference }. Is there anything that you want to say?

## The deadline and the deeds on a complaint

clock-stands = The clock stands
clock-stands-since = Waiting for the citizen’s document since { $day }
clock-over = { $count ->
    [one] { $count } working day over
   *[other] { $count } working days over
}
clock-left = { $count ->
    [one] { $count } working day left
   *[other] { $count } working days left
}
clock-left-then = { $count ->
    [one] { $count } working day is left when it goes on
   *[other] { $count } working days are left when it goes on
}
clock-picture = Working days used: { $used }. Not counted while waiting for the citizen: { $stopped }. Left: { $left }.
clock-used = used
clock-stopped = waiting for the citizen
clock-left-key = left
step-clock-stopped = The clock stopped.
step-clock-on = The clock went on.
step-until = By { $day }.
story-earlier = { $count ->
    [one] Show { $count } earlier step
   *[other] Show { $count } earlier steps
}
more-deeds = More
deed-note = Write a note
deed-note-title = Write a note
deed-note-save = Save the note
deed-ask_for_document = Ask for a document
deed-ask_for_document-title = Ask the citizen for a document
deed-ask_for_document-save = Ask for it
deed-document_brought = Document brought
deed-document_brought-title = The citizen has brought the document
deed-document_brought-save = The clock goes on
deed-resolve = Settle it here
deed-resolve-title = Settle it in this office
deed-resolve-save = It is settled
deed-thank = Thank the citizen
deed-thank-title = Thank for the suggestion
deed-thank-save = Save the thanks
deed-pass_on = Pass on
deed-pass_on-title = Pass it on to an institution
deed-pass_on-save = Pass on
deed-hand_over = Hand over to another office
deed-hand_over-title = Hand it over to another office
deed-hand_over-save = Hand over
deed-escalate = Bring before somebody above
deed-escalate-title = Bring it before somebody above
deed-escalate-save = Bring it there
deed-reopen = Take it up again
deed-reopen-title = Take this complaint up again
deed-reopen-save = Take it up again
deed-close = Close
deed-close-title = Close this complaint
deed-close-save = Close the complaint
deed-rate = What the citizen thinks of it
deed-rate-title = What the citizen thinks of it
deed-rate-save = Note it
deed-link = Link to another complaint
deed-link-title = Link it to another complaint
deed-link-save = Link
deed-withdraw = Withdraw
deed-withdraw-title = Withdraw this complaint
deed-withdraw-save = Withdraw the complaint
deed-tell = Tell the citizen
deed-text = In a few words
deed-note-text = Note
deed-resolve-text = What was done, as the citizen should hear it
deed-thank-text = The thanks, as the citizen should hear them
deed-thank-words = Thank you for your suggestion. It has been noted.
deed-document_brought-text = Remark
deed-pass_on-text = Remark
deed-hand_over-text = Remark
deed-close-text = Remark
deed-escalate-text = Why
deed-reopen-text = Why
deed-withdraw-text = Why the citizen withdraws it
deed-withdraw-text-hint = Only at the citizen’s own wish. The complaint stays in the history.
deed-rate-text = In the citizen’s words
deed-what = Which document
deed-until = To be brought by
deed-until-none = No day
deed-to = Institution
deed-hand_over-to = Office
deed-escalate-to = Before whom
deed-to-centre = The unit at the centre
deed-to-choose = Choose from the list
deed-reference = Reference of the other complaint
deed-relation = How they belong together
relation-same = The same matter
relation-related = They have to do with each other
relation-continues = This one continues the other
relation-part = The two were one and were split
deed-stars = How content is the citizen?
stars-0 = Not asked
stars-1 = 1, not at all
stars-2 = 2, little
stars-3 = 3, partly
stars-4 = 4, largely
stars-5 = 5, entirely
deed-opinion = In the citizen’s words
deed-told = The citizen is here and has been told just now
deed-done = Saved: { $what }
deed-refused = This is not possible as the complaint stands now. What you typed is kept.
undo-what = Undo: { $what }
undo-done = Taken back.
operation-told = Citizen told
operation-rated = Citizen’s opinion
operation-handed_over = Handed over
operation-escalated = Brought before somebody above
operation-linked = Link
operation-retracted = Taken back

## Lists of the day

filter-overdue = Overdue
list-overdue = { $count } overdue, the earliest first
empty-overdue = Nothing is overdue
empty-overdue-why = Complaints whose due day is over come here.
filter-due_today = Due today
list-due_today = { $count } due today
empty-due_today = Nothing is due today
empty-due_today-why = Complaints that must be answered today come here.
filter-owed = Documents asked for
list-owed = { $count ->
    [one] { $count } waits for a document of its citizen
   *[other] { $count } wait for a document of their citizen, the longest first
}
empty-owed = No document is owed
empty-owed-why = Complaints whose citizen was asked for a document come here.
filter-conflicts = Two versions
list-conflicts = { $count } with two different versions
empty-conflicts = No two versions
empty-conflicts-why = What two people wrote differently at the same time comes here.
filter-to_tell = Citizens to tell
list-to_tell = { $count } to tell, the longest first
empty-to_tell = Nobody to tell
empty-to_tell-why = Complaints whose citizen is to be told come here.

## Errors of the deeds on a complaint

error-document_missing = Say which document is needed.
error-until_wrong = Choose a day that is still to come.
error-words_missing = Say it in a few words.
error-institution_missing = Choose the institution from the list.
error-office_missing = Choose another office from the list.
error-other_missing = There is no other complaint of this reference on this computer. Compare it character by character.
error-relation_missing = Choose how they belong together.
error-stars_missing = Choose between 1 and 5.
error-nothing_to_tell = A colleague has told this meanwhile. Nothing more is to be done.
error-way_missing = Choose how the citizen was told.
error-cannot_undo = Somebody has gone on with this, or it was sent a while ago: it can no longer be taken back. Correct it with a new deed.
error-not_settled_here = The office does not settle complaints of this kind by itself. Pass it on.

## People, settings, backups, learning

## Signing in, people

sign-in-secret = PIN or passphrase
sign-in-draft-of = draft of { $time } kept
sign-in-draft-kept = draft kept
sign-in-locked-at = Locked at { $time }. What you typed is kept and opens where you left it.
sign-in-forgotten = I have forgotten it
sign-in-forgotten-help = The head of the office gives you a new one, on the page “People at this desk”. Your drafts stay.
sign-in-not-listed = Someone else
sign-in-not-listed-help = The head of the office adds you, on the page “People at this desk”.
pin-hint-digits = At least { $digits } digits. Works without a connection.
pin-hint-both = At least { $digits } digits, or a passphrase of at least { $characters } characters. Works without a connection.
pin-old = The present PIN or passphrase
pin-new = The new one
pin-new-again = The new one again
pin-save = Keep the new one
pin-change = Change my PIN or passphrase
pin-changed = From now on you sign in with the new one, on every computer of this office after its next exchange.
clerk-pin-new = New PIN
clerk-pin-new-what = { $name } signs in with it at once. The old one no longer works.
clerk-pin-reset = { $name } has a new PIN. Say it to nobody else.
clerk-role-changed = { $name }: { $role } from now on.
operation-clerk_changed = Role or PIN of a person
left-title = You had typed this before somebody else took the desk
left-what = It was not saved yet. Put it back where it belongs.
left-done = I have it

## What I did

done-title = What I did
done-who = Who
done-day-before = Day before
done-day-after = Day after
done-count = { $count ->
    [one] { $count } deed, in its order
   *[other] { $count } deeds, in their order
}
done-empty = Nothing on this day
done-empty-why = What you register, note or settle stands here under your name.

## Settings

settings-title = Settings
settings-intro = How this computer works for you. Nothing here changes a complaint.
settings-pin = Your PIN
settings-computer = This computer
settings-paper = Paper of receipts
settings-paper-hint = What lies in the printer.
settings-paper-usual = { $paper }, as usual
settings-scanner = Folder of the scanner
settings-scanner-hint = Where the scanner puts its pictures.
settings-proxy = Way out to the centre
settings-proxy-hint = Change it only when your administrator says so.
settings-proxy-system = As this computer is set
settings-proxy-none = Straight
settings-proxy-address = Over a proxy
settings-proxy-at = Address of the proxy
settings-proxy-at-hint = As on the sheet from your administrator, for example 10.0.0.1:3128.
settings-save = Keep these settings
settings-saved = The settings are kept.
settings-learning = Learning
settings-about = About this desk
choose = Choose…
about-version = Version
about-size = Saved here
about-checked = Last check
check-now = Check everything
check-working = Checking
check-never = not yet
check-good = Everything that is saved here is whole.
check-bad = { $count ->
    [one] { $count } thing is wrong. Write the diagnostics file and call your administrator
   *[other] { $count } things are wrong. Write the diagnostics file and call your administrator
}
diagnostics-write = Write a diagnostics file…
diagnostics-hint = For your administrator: versions, numbers and error codes. No citizen’s name or word stands in it.
diagnostics-written = Written: { $file }

## Backups

backup-title = Backups
backup-none = No backup is set up. The head of the office chooses a place for it.
backup-none-head = No backup is set up. Choose a stick or a second disk: each day an encrypted copy goes there by itself.
backup-last = Last backup found whole
backup-never = none yet
backup-place = Place
backup-place-hint = A folder on a USB stick or on a second disk.
backup-place-missing = Choose where the backups go.
backup-away = It is not there now. Put the stick in; the next backup is tried again by itself.
backup-old = There has been no backup for a while. Put the stick in and make one now.
backup-files = Copies there
backup-passphrase = Passphrase of the backups
backup-passphrase-hint = At least 12 characters. Four or five words are easy to remember.
backup-passphrase-stays = Left empty, it stays as it is. Copies that lie there keep the one they were made with.
backup-passphrase-warning = Write it down and keep it in the office’s safe, not with the stick. Without it nobody can bring a backup back.
backup-set-up = Set up backups
backup-change = Change place or passphrase
backup-save = Keep this
backup-set-up-said = Backups go there from now on. Make the first one now.
backup-now = Back up now
backup-working = Copying and reading again
backup-made = The backup was made, read again and found whole.
restore-open = Bring back a backup instead
restore-title = Bring back a backup
restore-intro = This computer becomes what the backup holds. What was done since then comes back from the centre with the next exchange, if it had been sent.
restore-file = File of the backup
restore-file-missing = Choose the file of the backup.
restore-passphrase-hint = It is in the office’s safe.
restore-passphrase-missing = Type the passphrase of the backups.
restore-button = Bring it back
restore-working = Reading the backup

## The sample office

sample-office = Sample office.
sample-band = Invented complaints to practise with. Nothing is sent, nothing counts.
sample-learning = Learning? Nothing you do there is sent.
sample-open = Open the sample office
sample-leave = Leave the sample office
sample-reset = Begin it anew
sample-reset-what = What you practised here is thrown away.
sample-reset-yes = Yes, begin anew
sample-pin = In the sample office the PIN is 000000 for everybody.
status-sample = Sample office. Nothing is sent.

## Keys and the tour

keys-settings = Settings
keys-next = Go to the next field or button; with Shift to the one before
keys-space = Press a button, tick a box
tour-title = Tour
tour-begin = Take the five-minute tour
tour-go-on = Go on with the tour, step { $step }
tour-step = Step { $step } of { $steps }
tour-next = Next step
tour-back = Step before
tour-leave = Stop for now
tour-end = End the tour
tour-welcome-title = Your complaints
tour-welcome-text = Everything that was registered in this office stands in this list. Arrow keys move, Enter opens. F6 brings you from the page to this tour and back.
tour-register-title = Register a complaint
tour-register-text = Ctrl N opens this form from wherever you are. Ask, type the citizen’s own words, and choose the matter: you see at once where it goes and which papers are needed.
tour-draft-title = Nothing typed is lost
tour-draft-text = Half a second after each key your text is kept on this computer, also when the power fails. It waits under Drafts until you register it or throw it away.
tour-save-title = Save and print
tour-save-text = Ctrl Enter saves and prints the receipt. The reference is there at once and never changes, with or without a connection.
tour-status-title = The line at the foot tells the truth
tour-status-text = It says what the centre has confirmed, what still waits here, and when the last exchange was. Press it to see what waits, or to put it on a USB stick.
tour-search-title = Find anybody
tour-search-text = Ctrl F, then a name, a reference, a telephone number or a word. It finds while you type, also without accents.
tour-settle-title = What needs a decision
tour-settle-text = When two people wrote different things, or the centre did not accept something, it comes here with its text. Nothing is overwritten unseen.
tour-tell-title = Who has to be told
tour-tell-text = People without internet whose complaint has moved stand here, with the way to reach them. It counts as told when somebody ticks it.
tour-morning-title = The morning
tour-morning-text = What came in, what is due today and what waits for you, on one page. Each day begins here.
tour-done-title = What you did today
tour-done-text = Every deed stands under your own name, by day.
tour-lock-title = Lock when you leave
tour-lock-text = Ctrl L locks the desk, and a colleague may sit down. When you sign in again you find the page and everything you typed as you left it. Left alone, the desk locks itself.
tour-keys-title = All keys on one sheet
tour-keys-text = Press the key “?” wherever you are not typing. The tour is there too, and the sample office to practise in is under Settings.

## More errors: what, why, what next

error-pin_not_digits = The PIN is made of digits alone.
error-sign_in_passphrase_short = A passphrase needs at least { $count } characters. Or take a PIN of digits alone.
error-not_for_trainees = Those who learn may not do this. Ask a clerk or the head of the office to do it.
error-sample_office = This is the sample office. Leave it first.
error-backup_not_set_up = No backup is set up. Choose a place and a passphrase first.
error-backup_place_away = This place is not there. Put the stick in, or choose another place.
error-backup_running = A backup is being made already. Wait until it is done.
error-backup_unreadable = The passphrase does not open this backup. Look at upper and lower case, or try another copy.
error-backup_none = There is no backup at this place. Choose its file again.
error-backup_damaged = This backup does not hold together. Take an earlier one, and make a new one on another stick.
error-paper_wrong = Choose the paper from the list.
error-folder_missing = There is no such folder. Choose it again.
error-proxy_wrong = This is not the address of a proxy. It looks like 10.0.0.1:3128, as on your sheet.
error-already_enrolled = This computer belongs to an office already. What is saved on it was left as it is.
error-centre_busy = The centre is busy. It is tried again by itself.
error-diverged = The centre and this computer do not agree after a restore. Nothing is lost here; go on working and call your administrator.
error-file_failed = The file could not be read or written. Choose another place, or look whether there is room.
error-key_store_other = The keys of this computer are kept in another way. Call your administrator.
error-key_wrong = The key does not fit what is saved here. Nothing was changed; call your administrator.
error-kind_missing = Choose from the list.
error-not_admitted = The centre does not know this computer. What was saved stays here; call your administrator.
error-not_enrolled = This computer is not connected to a centre yet. Connect it first.
error-other_operation = The receipt belongs to another registration. Compare it character by character.
error-passphrase_needed = The passphrase is needed. Type it.
error-profile_wrong = What came from the centre has mistakes. Call your administrator.
error-program_old = What is saved here was written by a newer version. This computer must be upgraded first.
error-receipt_line_wrong = This is not the register’s line of a receipt. It looks like 417-K7PM-3XQT-9AB2-51.
error-reference_wrong = This is not a reference. Compare it with the receipt, character by character.
error-rejected = The centre did not take what was sent. It is kept here; call your administrator.
error-store_failed = This computer’s disk does not answer as it should. Try again, and call your administrator if it stays so.
error-store_read_only = Nothing can be written on this computer’s disk. Call your administrator.
error-too_many_tries = Too many tries. Wait a while, then try again.

## Documents on their way in
document-ways = Or drop files anywhere on this page, or paste a picture with Ctrl+V.
document-drop-here = Drop the files here to add them to
document-camera = Use the camera
document-pasted = Pasted picture
document-photo = Photo
documents-in-hand = { $count ->
    [one] 1 page is chosen and not added yet
   *[other] { $count } pages are chosen and not added yet
}
documents-continue = Go on
take-title = Before it is added
take-title-page = Before they are added: page { $page } of { $pages }
take-later = Later
take-page = Page { $page } of { $pages }
take-before = Page before
take-next = Next page
take-picture = The page as it will be added
take-first-page = The first page
take-name = Name of the document
take-name-all = Name of the document, for all pages
take-name-hint = The list shows what this matter usually needs.
take-together = { $count ->
    [one] The page is one document
   *[other] The { $count } pages belong together: 1/{ $count }, 2/{ $count } …
}
take-turn = Turn
take-turned = Turned by a quarter
take-whole = Whole picture
take-cut-hint = Pull the edges, or move them with Tab and the arrow keys; Shift moves farther.
take-pdf = { $pages ->
    [one] A PDF of 1 page. It is added as it is.
   *[other] A PDF of { $pages } pages. It is added as it is.
}
take-acting = This PDF holds scripts or other files. Only its pages are added, as pictures.
take-colour = What it is
take-grey = A page, in grey
take-photo = A photo, in colour
take-before-size = The file
take-after-size = What is sent
take-cost-seconds = { $count ->
    [one] { $size } kB, about 1 second on today’s line
   *[other] { $size } kB, about { $count } seconds on today’s line
}
take-cost-minutes = { $count ->
    [one] { $size } kB, about 1 minute on today’s line
   *[other] { $size } kB, about { $count } minutes on today’s line
}
take-keep = { $count ->
    [one] Add to the complaint
   *[other] Add { $count } pages to the complaint
}
take-kept = { $count ->
    [one] Added: 1 page
   *[other] Added: { $count } pages
}
take-leave-out = Leave this page out
take-left-out = Left out. The file stays where it is.
cut-frame = What is kept. The arrow keys move the frame
cut-left = Left edge
cut-top = Upper edge
cut-right = Right edge
cut-bottom = Lower edge
cut-at = at { $percent } %
camera-title = Picture with the camera
camera-seen = What the camera sees
camera-take = Take the picture
camera-taken = { $count ->
    [one] 1 picture taken
   *[other] { $count } pictures taken
}
camera-done = { $count ->
    [one] Go on with 1 picture
   *[other] Go on with { $count } pictures
}
camera-away = No camera can be used here.
camera-away-hint = Take the picture with a telephone or a scanner, and choose the file.
camera-file = Choose a file
scanner-title = From the scanner
scanner-choose = Choose the folder in which the scanner leaves its pages
scanner-choose-other = Choose another folder
scanner-away = The scanner’s folder cannot be read:
scanner-empty = Nothing new. A page that is scanned appears here.
scanner-new = { $count ->
    [one] 1 new page from the scanner
   *[other] { $count } new pages from the scanner
}
scanner-writing = The scanner is still writing it
scanner-take = Take it
scanner-leave = Not for this office
scanner-done = { $count ->
    [one] 1 file that is done with is still in the folder
   *[other] { $count } files that are done with are still in the folder
}
scanner-again = Take it again
scanner-delete = Delete from the folder
scanner-delete-sure = Delete this file from the scanner’s folder for good?
scanner-delete-yes = Delete it
scanner-delete-no = Keep it
scanner-deleted = Deleted from the folder: { $name }
show-page = { $name }, page { $page } of { $pages }
show-larger = Larger
show-smaller = Smaller
show-zoomed = { $percent } %
error-document_heic = This is a picture of the kind HEIC, which cannot be read here. Set the telephone’s camera to JPEG (“most compatible”), or send the picture to yourself as JPEG.
error-document_office = This is a file of an office program, such as Word or Excel. Save it there as PDF and choose that, or print and scan it.
error-document_tiff = This scan is of the kind TIFF. Set the scanner to JPEG or PDF and scan again.
error-document_locked = This PDF is closed with a password. Open it with the password, print it and scan it, or ask for one without.
error-document_acts = This PDF holds scripts or other files. Its pages can be added as pictures.
error-document_many_pages = This PDF has more pages than are taken. Print the ones that are needed into a new PDF.
error-document_huge = This picture has more points than any page. Scan it with less detail, 150 to 300 dots an inch.
error-hands_full = Too much is chosen and not added yet. Add it or leave it out first.
error-not_in_hand = This page has been added or left out meanwhile. Choose the file again if it is missing.
error-scan_gone = The file is not in the scanner’s folder any more. Scan the page again.
## Registering and finding

citizen-find = Name, identity number, telephone or reference
citizen-find-hint = Whoever was here before is found as you type.
citizen-find-list = People known at this office
citizen-new = Someone new: “{ $words }”
citizen-filled = Filled in: { $name }. Check it with the citizen.
citizen-nic-ends = Identity number ends in { $end }
register-for-another = For someone else
register-came = Who came
representative-name = Name
representative-relation = What they are to the citizen
register-discretion = Who may know the name
discretion-open = Everybody who deals with it
discretion-confidential = Not the institution
discretion-anonymous = Nobody: no name is asked for
discretion-anonymous-what = No name, number or address is asked for or kept. The citizen follows the complaint with the reference and the access code on the receipt.
missing-discretion = This matter is not taken in that way. Choose who may know the name, or another matter
error-discretion_not_offered = This matter is not taken in that way. Choose who may know the name, or another matter.
error-name_too_long = The name is too long. Take at most 40 letters.
register-point = Point on the map
register-point-hint = Latitude and longitude, or a link copied from a map.
point-read = Point: { $point }
remark-point = There is no point in this. It is kept in words, as you wrote it.
remark-point-far = This point is far from here. Perhaps the two numbers are the wrong way round.
goes-other = Another institution
goes-choose = Which institution
goes-usual = For this matter
goes-all = All others
fee-heading = What it costs
twin-title = Perhaps here already
twin-person = Same person and matter, still open.
twin-person_finished = Same person and matter, dealt with not long ago.
twin-text = The same words: { $percent } % of them.
twin-nearby = Similar words nearby, within two months: { $percent } % of them.
twin-since = { $date }, by { $name }
twin-recorded = Since
twin-add = Add to that one
twin-link = Save both, linked
twin-other = It is another matter
twin-linked = Will be linked with { $reference }
twin-added = Added to { $reference } as a note. No new complaint was registered.
twin-live = { $count ->
    [one] { $count } complaint may be about the same.
   *[other] { $count } complaints may be about the same.
}
known-complaints = { $count ->
    [one] { $count } complaint
   *[other] { $count } complaints
}
column-clerk = Registered by
filters = Filters
filter-state = State
filter-matter = Matter
filter-with = With
filter-clerk = Clerk
filter-registered = Registered
filter-due-when = Due day
filter-any = { $what }: all
filter-set = { $what }: { $value }
filter-mine = Mine
period-today = Today
period-week = Last 7 days
period-month = Last 30 days
period-year = This year
period-days = Between two days
period-from = From
period-until = Up to
due-when-over = Overdue
due-when-today = Due today
due-when-week = Due within 7 days
filters-clear = Clear filters
list-more = more than { $count }
list-narrowed = { $total } with these filters
search-with = { $total } found for “{ $words }”
range-of = { $from } to { $to } of { $total }
empty-narrowed = Nothing with these filters
empty-narrowed-why = Take a filter away, or clear them all.
view-save = Save this view
view-name = Name of the view
view-name-hint = It then stands among your tabs.
view-keep = Keep
view-forget = Forget this view
view-saved = Kept: { $name }
view-gone = The view { $name } is gone.
view-missing = Type a name for the view.
export-open = Save as a table
export-what = The list as it is filtered now. The file is not encrypted: keep it as carefully as the complaints. Who saved it is noted.
export-xlsx = Spreadsheet (XLSX)
export-csv = Text table (CSV)
export-done = { $count ->
    [one] { $count } complaint saved in { $file }
   *[other] { $count } complaints saved in { $file }
}
export-recorded = Registered on
export-kind = Kind
export-clerk = Clerk
export-restricted = (restricted)
error-day_wrong = This is not a day.

## Connecting with the file of the office
office-file-open = This computer has no line: use the file from a stick
office-file-title = Connect with the file of the office
office-file-intro = The centre has made a file for this office. The code that opens it is on a letter that came apart from it.
office-file = File of the office
office-file-hint = Its name ends in .guichet.
office-file-missing = Choose the file of the office.
office-file-code = Code on the letter
office-file-code-hint = Fifteen letters and digits. It opens this file alone.
error-office_file_other = This is not the file of an office. Choose the file whose name ends in .guichet.
error-office_file_code_wrong = This code does not open the file. Compare it with the letter, character by character; it belongs to one file alone.
error-office_file_damaged = The file is damaged. Copy it again from the stick, or ask the centre for a new one.
# The desk: small ways on
tell-print-letter = Print the letter
twins-of-link = Link with it
twins-of-other-said = { $reference } is another matter. It is no longer shown here.
status-restored = Checking with the centre after a backup was brought back.
status-restored-then = You can go on working
trouble-restore = Bring back a backup
trouble-restore-what = If your office keeps backups, one of them can be brought back here. What cannot be opened now is put aside and kept.

## Lists on paper, printers, the privacy notice as a sheet
list-print = Print the list
list-paper-title = The list on paper
privacy-paper-title = Privacy notice
privacy-paper-what = Version { $version }, on one A5 sheet to take home.
print-sent = Handed to the printer { $printer }.
print-no-printer = This computer knows no printer
print-no-printer-then = Nothing is lost. Save it as a PDF and print it on another computer, or have a printer set up and try again.
error-printer_failed = The printer did not take it. See whether it is switched on, choose another one in the settings, or save it as a PDF.
settings-sheet-printer = Printer for sheets (A4, A5)
settings-roll-printer = Printer for receipts on a roll (80 mm)
settings-printer-hint = Papers go there at once. Without a choice the system asks each time.
settings-printer-none = This computer knows no printer. Papers can be saved as PDF.
settings-printer-untold = This system asks at each printing.
settings-printer-ask = Ask each time
settings-printer-gone = { $printer } (not there now)
error-document_cut_short = Reading the file was cut short. Nothing is lost: try once more, or scan the page again.

## A file of a stick that was opened from outside the window

panel-opened = This file was opened: { $file }. The centre’s reply is read here.
panel-opened-read = Read this file

## What the administrator has set for this computer

policy-set = Set by your administrator.
policy-mistakes = The administrator’s file for this computer has a mistake. You can go on working; tell your administrator.
policy-mistake = { $file }, line { $line }, “{ $key }”: { $what }
policy-mistake-unread = the file cannot be read. Let everybody read it, as UTF-8 text.
policy-mistake-syntax = this is no TOML. Write KEY = VALUE, with text between quotation marks.
policy-mistake-unknown = nothing of that name can be set. Known are centre, office, proxy, languages, lock_after_minutes, scanner_folder and backup_place.
policy-mistake-text = write a text between quotation marks.
policy-mistake-address = write the address of the centre, which begins with https://.
policy-mistake-office = write the two digits of an office, such as “12”.
policy-mistake-proxy = write “system”, “none”, or an address such as http://10.0.0.1:3128.
policy-mistake-languages = write a list out of en, fr, mfe and ar-MA.
policy-mistake-minutes = write whole minutes from 1 to 240, without quotation marks.
policy-mistake-folder = write the whole path of a folder, from the root or the drive’s letter.
settings-lock = The desk locks itself
settings-lock-minutes =
    { $count ->
        [one] After { $count } minute without use.
       *[other] After { $count } minutes without use.
    }
error-set_by_policy = Your administrator has set this for the computer. Ask them to change it.
error-office_of_policy = This code or file is of another office than the administrator has set for this computer. Ask for one of your office.

## A printer that is stopped or silent
print-sending = Handing it to the printer. This can take some seconds.
error-printer_stopped = This printer is stopped, and nothing came out. Have it started again, choose another one in the settings, or save it as a PDF.
error-printer_silent = The printer does not answer, and nothing came out. See whether it is switched on and connected, then print once more.
typed-day-wrong = Type day, month and year in figures, as in 24/11/2026.
typed-month-wrong = Type month and year in figures, as in 11/2026.
morning-backup-none = No backup is set up
morning-backup-old = There has been no backup for a while
morning-backup-why = What has not been sent is on this computer alone.
morning-backup-last = The last one found whole: { $when }. Put the stick in.
known-to-tell = to be told something
known-to-tell-title = { $name } has still to be told something
known-to-tell-then = The citizen is here now. What is typed here is kept as a draft.
known-to-tell-deed = Show what to tell
citizen-filled-to-tell = { $name } is filled in, and has still to be told something.
