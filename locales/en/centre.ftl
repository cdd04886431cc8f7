### The pages of the centre: the citizens’ portal and the agents’ desk.

centre-title = Complaints portal

## What every page has

centre-skip = Skip to the content
centre-languages = Language
centre-free = This service is free of charge.
centre-problem = There is a problem
centre-day-time = { $date } at { $time }
centre-optional = (optional)
centre-home = To the first page
centre-not-found-title = This page is not here
centre-not-found = Look at the address again, or begin at the first page.
centre-trouble-title = Something went wrong
centre-trouble = What you sent before is safe. Go back and try again in a few minutes.
centre-too-large-title = This is too long
centre-too-large = There is room for { $limit } characters. Go back and shorten the text.
centre-text-long = This text has { $length } characters. There is room for { $limit }.
centre-text-marks = Characters that cannot be seen were taken out of this text. Look at it and send it again.

## What a complaint is, and where it stands. $kind is complaint, request or suggestion

centre-kind-complaint = Complaint
centre-kind-request = Request
centre-kind-information = Request for information
centre-kind-suggestion = Suggestion
centre-status-received = { $kind ->
   *[complaint] Received
}
centre-status-checked = { $kind ->
   *[complaint] Checked
}
centre-status-passed_on = { $kind ->
   *[complaint] Passed on
}
centre-status-waiting_documents = { $kind ->
   *[complaint] Waiting for documents
}
centre-status-in_progress = { $kind ->
   *[complaint] Being dealt with
}
centre-status-answered = { $kind ->
   *[complaint] Answered
}
centre-status-resolved = { $kind ->
   *[complaint] Resolved
}
centre-status-closed = { $kind ->
   *[complaint] Closed
}
centre-status-reopened = { $kind ->
   *[complaint] Reopened
}
centre-status-withdrawn = { $kind ->
   *[complaint] Withdrawn
}
centre-fact-reference = Reference
centre-fact-kind = Kind
centre-fact-matter = Matter
# A category of the profile after its heading: Water: No water
centre-matter = { $group }: { $name }
centre-fact-status = Status
centre-fact-with = With
centre-fact-registered = Registered on
centre-fact-due = Answer due by
centre-fact-office = Office
centre-fact-place = Where
centre-due-none = No day is set
centre-due-stopped = Time limit stopped
centre-due-over = Answered
centre-due-today = Due today
centre-days-left = { $count ->
    [one] { $count } working day left
   *[other] { $count } working days left
}
centre-days-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}

## The first page

portal-home-title = Complaints and requests to the public service
portal-home-lead = Say what is wrong at any of our offices: water, a road, a pension, a lamp. We bring it to the ministry or council that must answer, and here you see every step.
portal-follow-title = Follow a complaint
portal-follow-lead = Both are on your receipt. No account is needed.
portal-reference = Reference number
portal-reference-hint = For example { $example }
portal-code = Access code
portal-code-hint = Eight letters and digits, for example { $example }
portal-follow-button = Follow
portal-talk-title = No internet, or you prefer to talk?
# $office is the profile’s name for an office: Citizens Advice Bureau
portal-talk = In any { $office } somebody does all this with you. Bring your receipt, and your identity card if you have one.
portal-offices-link = Find an office
portal-offices-title = Our offices
portal-danger-title = In danger? Do not write here.
portal-danger = Call:
portal-emergency-police = Police
portal-emergency-ambulance = Ambulance
portal-emergency-fire = Fire brigade
portal-privacy-title = Your personal data
portal-privacy-version = Version { $version } of this notice.
portal-privacy-link = Personal data
portal-agents-link = For agents
portal-footer = More about this service

## Following a complaint

portal-reference-missing = Enter the reference number. It is on your receipt.
portal-code-missing = Enter the access code. It is on your receipt.
portal-reference-shape = A reference number looks like { $example }. Read it again on your receipt.
portal-reference-check = One character of the reference is wrong. Read it again.
portal-not-right = Reference or access code is not right. Read both again on your receipt.
portal-too-many = Too many tries. Try again at { $time }.
portal-now-received = { $kind ->
    [request] We received your request
    [suggestion] We received your suggestion
   *[complaint] We received your complaint
}
portal-now-checked = { $kind ->
   *[complaint] Checked, and about to be passed on
}
portal-now-passed_on = { $kind ->
   *[complaint] Passed on to { $institution }
}
portal-now-waiting_documents = Waiting for documents from you
portal-now-in_progress = { $institution } is dealing with it
portal-now-answered = You have an answer
portal-now-resolved = { $kind ->
   *[complaint] Resolved
}
portal-now-closed = { $kind ->
   *[complaint] Closed
}
portal-now-reopened = { $kind ->
   *[complaint] Reopened
}
portal-now-withdrawn = { $kind ->
   *[complaint] Withdrawn
}
portal-due = An answer is due by { $date }.
portal-due-passed = The answer was due by { $date } and is late. Ask about it in any of our offices.
portal-due-stopped = Time limit stopped while we wait for your documents. Send them here, or bring them to any of our offices.
portal-due-none = No day is set for an answer.
portal-facts-title = { $kind ->
    [request] Your request
    [suggestion] Your suggestion
   *[complaint] Your complaint
}
portal-story-title = What happened
portal-step-registered = { $kind ->
    [request] You made the request
    [suggestion] You made the suggestion
   *[complaint] You filed the complaint
}
portal-step-at = At: { $office }
portal-step-routed = { $kind ->
   *[complaint] Passed on to { $institution }
}
portal-step-answer-interim = First answer
portal-step-answer-final = Final answer
portal-step-note = A message for you
portal-step-document = A document was added
portal-step-document-requested = We ask you for a document
portal-step-handed-over = Handed over to { $office }
portal-step-escalated = Brought before { $to }
portal-step-escalated-centre = the unit at the centre
portal-step-from = From: { $sender }
portal-step-withdrawn = { $kind ->
    [request] The request was withdrawn
    [suggestion] The suggestion was withdrawn
   *[complaint] The complaint was withdrawn
}
portal-next-by = By { $date }
portal-ask-title = A question?
portal-ask-visit = Come with your receipt to { $office }, or to any other of our offices.
portal-ask-call = Or call { $phone } and read out the reference.
portal-another = Follow another complaint

## The agents’ desk: signing in

agents-title = Agents’ desk
agents-sign-in = Sign in
agents-sign-out = Sign out
agents-login = Name for signing in
agents-password = Password
agents-login-missing = Enter your name for signing in.
agents-password-missing = Enter your password.
agents-sign-in-wrong = Name or password is not right.
agents-signed-out = You are signed out.
agents-session-over = You were signed out, perhaps because nothing happened for a while. Nothing was saved this time.
agents-kept = What you had typed
agents-kept-hint = Copy it before you go on.

## The agents’ desk: the list

agents-menu = Menu
agents-nav = Lists
agents-view-open = Open
agents-view-mine-unit = To pass on
agents-view-mine-institution = To answer
agents-view-overdue = Overdue
agents-view-finished = Finished
agents-view-all = All
agents-filter = Filter
agents-filter-institution = With
agents-filter-any = All institutions
agents-filter-words = Words
agents-filter-hint = Reference, name, place or text
agents-filter-button = Show
agents-filter-clear = Show all again
agents-queue-count = { $count ->
    [one] { $count } in this list.
   *[other] { $count } in this list, the most urgent first.
}
agents-queue-latest = { $count ->
    [one] { $count } in this list.
   *[other] { $count } in this list, the latest change first.
}
agents-column-complaint = Complaint
agents-column-registered = Registered
agents-column-due = Due
agents-urgent = urgent
agents-restricted = restricted
agents-pages = Pages
agents-page = Page { $page } of { $pages }
agents-previous = Previous 25
agents-next = Next 25
agents-empty = Nothing here
agents-empty-why = Complaints come here as soon as an office registers them or they are passed on to you.
agents-empty-filtered = Nothing fits. Try another word, or another list above.

## The agents’ desk: one complaint

agents-words = In the citizen’s words
agents-documents = Documents
agents-document-unnamed = Document without a name
agents-document-size = { $size } kB
agents-document-on-its-way = On its way from { $office }: { $have } of { $size } kB are here
agents-document-not-taken = It is larger than the centre takes, and does not come.
agents-document-save = Save
agents-story = What happened
agents-due = Answer due
agents-about = About it
agents-citizen = Citizen
agents-name = Name
agents-nic = Identity card number
agents-phone = Telephone
agents-email = E-mail
agents-address = Address
agents-language = Language
agents-contact = Tell by
agents-contact-phone = Telephone
agents-contact-sms = SMS
agents-contact-letter = Letter
agents-contact-email = E-mail
agents-contact-visit = At the next visit
agents-no-name = No name given
agents-centre = centre
agents-step-registered = Registered it
agents-step-routed = Passed it on to { $institution }
agents-step-status = New status: { $status }
agents-step-answer-interim = Interim answer
agents-step-answer-final = Final answer
agents-step-note-inside = Internal note
agents-step-note-citizen = Note for the citizen
agents-step-corrected = Corrected: { $field }
agents-step-corrected-values =
    Before: { $from }
    Now: { $to }
agents-step-chosen = Two different versions, one chosen: { $field }
agents-step-document = Added a document
agents-step-document-requested = Asked the citizen for a document
agents-field-surname = surname
agents-field-other_names = other names
agents-field-nic = identity card number
agents-field-phone = telephone
agents-field-email = e-mail
agents-field-address = address
agents-field-locality = locality
agents-field-place = place
agents-field-subject = subject
agents-field-text = text
agents-field-category = category
agents-field-other = a field that this version does not know yet
agents-field-empty = nothing
agents-differ = Two different versions: { $field }
agents-differ-hint = Two people wrote this at the same time. The office chooses.
agents-differ-value = { $value } ({ $name }, { $date })
agents-step-withdrawn = Withdrew it at the citizen’s wish
agents-step-told = { $way ->
    [phone] Told the citizen by telephone
    [sms] Told the citizen by SMS
    [letter] Told the citizen by letter
    [email] Told the citizen by e-mail
   *[visit] Told the citizen at the counter
}
agents-step-not-reached = { $way ->
    [phone] Telephoned; nobody answered
   *[other] Tried to tell the citizen, without success
}
agents-step-rated = The citizen gives it { $stars } out of 5
agents-step-handed-over = Handed it over to { $office }
agents-step-escalated = Brought it before { $to }
agents-step-linked = Belongs together with { $reference }
agents-step-retracted = Deed taken back
agents-step-unknown = Something that this version does not know yet. It is kept.
agents-refused = Not accepted: { $reason }
agents-refusal-not_registered = the complaint is not registered.
agents-refusal-already_registered = it was registered already.
agents-refusal-overtaken = somebody else had changed the status before.
agents-refusal-not_possible = this status does not lead to that one.
agents-refusal-finished = the complaint is finished. Reopen it first.
agents-refusal-other_office = another office holds the complaint.
agents-refusal-unreadable = it could not be read.
agents-refusal-disabled = its author had been disabled before.
agents-refusal-field_fixed = this can no longer be corrected here. Pass it on to the right institution.
agents-refusal-field_empty = this cannot be empty.
agents-refusal-repeated = it stands there already.
agents-refusal-retracted = its author has taken it back.
agents-refusal-other = for a reason that this version does not know.
agents-twins = Several complaints carry this reference. You see one of them; the others:

## The agents’ desk: what an agent does

agents-deeds = What you may do
agents-answer = Answer
agents-answer-text = Answer to the citizen
agents-answer-hint = Language of the citizen: { $language }. The citizen reads this as you write it.
agents-answer-which = Which answer is it?
agents-answer-interim = Interim, more will follow
agents-answer-final = Final
agents-answer-button = Send the answer
agents-answer-missing = Write the answer.
agents-answer-which-missing = Choose whether the answer is interim or final.
agents-route = Pass on
agents-route-to = Institution
agents-route-choose = Choose an institution
agents-route-now = With it now: { $institution }
agents-remark = Remark
agents-remark-hint = Colleagues alone read it. What the citizen shall know goes into a note for the citizen.
agents-route-button = Pass on to the institution
agents-route-missing = Choose the institution from the list.
agents-status = Change the status
agents-status-to = New status
agents-status-button = Save the new status
agents-status-missing = Choose the new status.
agents-note = Write a note
agents-note-text = Note
agents-note-who = Who reads it?
agents-note-inside = Colleagues only
agents-note-citizen = The citizen too
agents-note-button = Save the note
agents-note-missing = Write the note.
agents-note-who-missing = Choose who reads the note.
agents-done-answer = The answer is saved. The citizen can read it now.
agents-done-route = Passed on.
agents-done-status = The new status is saved.
agents-done-note = The note is saved.
agents-overtaken-title = Something changed while you were writing
agents-overtaken = Nothing was saved yet. Your text is kept below. Look at what is new and send it again if it still fits.
agents-refused-title = This was not accepted
agents-token = This form was too old to be taken. Your text is kept below: send it again.
agents-gone-title = This complaint is not with you
agents-gone = Perhaps it was passed on while you were writing. Nothing was saved.
agents-gone-back = Back to the list
agents-not-allowed = You may not do this. Ask the unit at the centre.

## The agents’ desk: files from sticks

agents-carry = USB sticks
agents-carry-title = Files from USB sticks
agents-carry-what = Offices without a line send their complaints in a file on a USB stick. Hand it in here: the centre takes what stands in it, and your browser saves the reply that goes back to the office. The file is sealed; handing the same one in twice does no harm.
agents-carry-file = File from the office
agents-carry-limit = One file, at most 4 GB. A large one takes its time; leave this page open.
agents-carry-button = Hand in and save the reply
agents-carry-next = Put the reply on the stick and carry it back to the office, which reads it at its desk.
agents-carry-missing = Choose the file that the office put on the stick.
agents-carry-cut = The file ends too early: the stick was probably pulled out. Operations taken so far: { $count }. Copy the file again and hand it in once more.
agents-carry-other-file = This is not a file that Guichet wrote for a USB stick.
agents-carry-is-reply = This is a reply from a centre. It is read at the office; hand in the file that came from there.
agents-carry-other-centre = This file is sealed for another centre and cannot be opened here.
agents-carry-newer = This file was written by a newer version of Guichet. The centre must be upgraded first.
agents-carry-too-large = The file is larger than 4 GB. The office must send it over a line.
agents-carry-damaged = The file is damaged. Copy it again, or have the office write it again.
agents-carry-stranger = The centre does not know the computer that wrote this file, or has shut it out. Nothing was taken.

## Who did a step that is neither of an office nor of an institution
centre-capacity-citizen = The citizen, on the portal
centre-capacity-automatic = By itself, by a rule

## Steps of the unit at the centre
agents-step-assigned = Given to { $name }
agents-step-assigned-nobody = Given to nobody in particular
agents-step-triaged-both = Urgent and restricted
agents-step-triaged-urgent = Urgent
agents-step-triaged-restricted = Restricted: only who deals with it sees it
agents-step-triaged-neither = Neither urgent nor restricted
agents-step-merged = Dealt with together with { $reference }
portal-step-merged = Dealt with together with another one about the same matter

## A host name that no commune has

centre-nobody-title = There is no service at this address
centre-nobody = Look at the address on your receipt or letter, and type it again.
