### Receipts, letters, registers and reports.
### $kind is complaint, request or suggestion.

## The receipt that a citizen takes home

letters-receipt-title = { $kind ->
    [request] Receipt of a request
    [suggestion] Receipt of a suggestion
   *[complaint] Receipt of a complaint
}
# Printed in a frame beside the title whenever the receipt is printed again
letters-receipt-duplicate = Duplicate
letters-receipt-recorded = Received on { $date } at { $time }.
letters-receipt-free = This service is free of charge.
letters-receipt-reference = Reference number
letters-receipt-access-code = Access code

letters-receipt-citizen = Name
letters-receipt-identity = Identity card
# The last characters of the number on the identity card
letters-receipt-identity-end = ends with { $end }
letters-receipt-matter = Subject
letters-receipt-place = Place
letters-receipt-institution = Passed on to
letters-receipt-due = Answer due
letters-receipt-due-by = by { $date }

letters-receipt-bring = Still to bring
# What is needed, and how often: title deed, original and 1 copy
letters-receipt-paper = { $name }, { $copies }
letters-receipt-time-limit-stops = The time limit stands still while we wait for these documents.

letters-receipt-follow = { $kind ->
    [request] Follow your request
    [suggestion] Follow your suggestion
   *[complaint] Follow your complaint
}
letters-receipt-offline = Without internet.
letters-receipt-offline-call = Call { $phone } and read out the reference. Or come with this receipt to any of our offices.
letters-receipt-offline-visit = Come with this receipt to any of our offices.
letters-receipt-we-call = We will call you on { $phone } when there is an answer.
letters-receipt-online = With internet.
letters-receipt-online-visit = Go to { $url } and enter the reference and the code.

letters-receipt-proves-heading = What this receipt proves
letters-receipt-proves = { $kind ->
    [request] It proves that you gave us your request, when, and about what. It does not promise that it will be granted.
    [suggestion] It proves that you gave us your suggestion, when, and about what. It does not promise that it will be followed.
   *[complaint] It proves that you gave us your complaint, when, and about what. It does not say who is right.
}
letters-receipt-code-secret = Show the access code only to a person you trust.
letters-receipt-keep = Keep this receipt.

letters-receipt-privacy = Your personal data
# In which language, and in which of its versions, the notice was read out
letters-receipt-notice = { $language ->
    [fr] Notice read in French, version { $version }.
    [ar-MA] Notice read in Arabic, version { $version }.
    [mfe] Notice read in Kreol, version { $version }.
   *[en] Notice read in English, version { $version }.
}

letters-receipt-clerk = Received by { $clerk }, PC { $device }.
letters-receipt-device = Received on PC { $device }.
letters-receipt-portal = Filed on the portal.
# Where the registration stands in the office's register, with a seal of it: 417-K7PM-3XQT-9AB2-51
letters-receipt-register = State of the register { $state }
letters-receipt-emergency = This service is not for emergencies. In danger, call: { $numbers }.
letters-receipt-emergency-number = { $number } ({ $what })
# Between two numbers of the list
letters-receipt-emergency-separator = ,{ " " }
# Whom one calls, in brackets after the number
letters-emergency-police = police
letters-emergency-ambulance = ambulance
letters-emergency-fire = fire brigade

## The square code of the receipt

letters-receipt-seal = With the square code, any of our offices can check this receipt, without a line too.
# Read out where the code cannot be seen
letters-receipt-seal-alt = Square code for checking this receipt

## Letters about one complaint

letters-letter-reference = Reference
letters-letter-received = Received on
letters-letter-matter = Subject
letters-letter-subject = In short
letters-letter-open = Dear Sir or Madam,
letters-letter-close = Yours faithfully,
letters-letter-ask-visit = To ask how far it has got, come with the reference to any of our offices.
letters-letter-ask-call = To ask how far it has got, call { $phone } and read out the reference, or come with it to any of our offices.
letters-letter-ask-online = With internet, go to { $url } and enter the reference and the access code of your receipt.

letters-acknowledgement-title = { $kind ->
    [request] We have received your request
    [suggestion] We have received your suggestion
   *[complaint] We have received your complaint
}
letters-acknowledgement-received = { $kind ->
    [request] We received your request on { $date } and registered it under the number { $reference }.
    [suggestion] We received your suggestion on { $date } and registered it under the number { $reference }.
   *[complaint] We received your complaint on { $date } and registered it under the number { $reference }.
}
letters-acknowledgement-institution = { $kind ->
    [request] Your request is with { $institution }.
    [suggestion] Your suggestion is with { $institution }.
   *[complaint] Your complaint is with { $institution }.
}
letters-acknowledgement-due = You will have an answer by { $date }.

letters-documents-title = { $kind ->
    [request] Documents needed for your request
    [suggestion] Documents needed for your suggestion
   *[complaint] Documents needed for your complaint
}
letters-documents-needed = { $kind ->
    [request] To go on with your request, { $institution } needs:
    [suggestion] To go on with your suggestion, { $institution } needs:
   *[complaint] To go on with your complaint, { $institution } needs:
}
letters-documents-until = Please bring this to our office by { $date }.
letters-documents-soon = Please bring this to our office as soon as you can.

letters-answer-title = { $kind ->
    [request] Answer to your request
    [suggestion] Answer to your suggestion
   *[complaint] Answer to your complaint
}
letters-answer-given = { $kind ->
    [request] { $institution } answered your request on { $date }:
    [suggestion] { $institution } answered your suggestion on { $date }:
   *[complaint] { $institution } answered your complaint on { $date }:
}
letters-answer-definitive = This is the definitive answer.
letters-answer-first = { $kind ->
    [request] This is a first answer. Your request is still being dealt with.
    [suggestion] This is a first answer. Your suggestion is still being dealt with.
   *[complaint] This is a first answer. Your complaint is still being dealt with.
}
letters-answer-disagree = If this does not settle the matter for you, come to any of our offices with the reference.

letters-closing-title = { $kind ->
    [request] Your request is closed
    [suggestion] Your suggestion is closed
   *[complaint] Your complaint is closed
}
letters-closing-settled = { $kind ->
    [request] The matter was settled on { $date }. Your request is closed.
    [suggestion] The matter was settled on { $date }. Your suggestion is closed.
   *[complaint] The matter was settled on { $date }. Your complaint is closed.
}
letters-closing-closed = { $kind ->
    [request] Your request was closed on { $date }.
    [suggestion] Your suggestion was closed on { $date }.
   *[complaint] Your complaint was closed on { $date }.
}
letters-closing-withdrawn = { $kind ->
    [request] You withdrew your request on { $date }. Nothing more will be done about it.
    [suggestion] You withdrew your suggestion on { $date }. Nothing more will be done about it.
   *[complaint] You withdrew your complaint on { $date }. Nothing more will be done about it.
}
letters-closing-noted = What was noted
letters-closing-again = If the matter comes up again, come to any of our offices with the reference.

letters-slip-title = Hand-over slip
letters-slip-to = To
letters-slip-from = From
letters-slip-address = Address
letters-slip-phone = Telephone
letters-slip-text = { $kind ->
    [request] The request, word for word
    [suggestion] The suggestion, word for word
   *[complaint] The complaint, word for word
}
letters-slip-documents = Documents that go along
letters-slip-no-documents = No documents go along.
letters-slip-handed-over = Handed over by
letters-slip-received = Received by: name, date, signature

## The register of a day, the report of a month

# Whose name stands in the gap of the clerk printed it
letters-tables-printed = Printed by { $clerk } on { $date } at { $time }.
letters-register-title = Register of { $date }
letters-register-time = Time
letters-register-state = State
letters-register-clerk = Received by
letters-register-empty = Nothing was registered on this day.
letters-register-seen = Seen by the head of the office: name, date, signature

letters-report-title = Report for { $month }
letters-report-registered = Registered
letters-report-in-time = Answered in time
letters-report-late = Answered late
letters-report-ended = Ended without an answer
letters-report-open = Not answered yet
letters-report-due-over = Of these overdue
letters-report-by-category = By subject
letters-report-by-institution = By institution
letters-report-by-status = By state
letters-report-empty = Nothing was registered in this month.
letters-report-note = Counted is what this office registered in the month, as it stands on { $date }. Answered means: with a definitive answer. In time means: by the day on the receipt, or where no day was promised.

## The letter with the code for a new computer

letters-admission-title = The code for your new computer
letters-admission-intro = Your office gets a computer that works without a line from its first day. A file for it comes on a USB stick. This letter brings the code that opens that file.
letters-admission-apart = This letter and the stick must not travel in the same envelope, nor with the same person. Whoever has both is this computer.
letters-admission-code = Code
letters-admission-seal = The same code for a scanner
letters-admission-file = File on the stick
letters-admission-computer = Computer
letters-admission-server = Centre
letters-admission-steps = What to do
letters-admission-step-stick = Wait until the stick is here too. Put it into the new computer and start Guichet.
letters-admission-step-file = Press “{ office-file-open }” and choose the file { $file } on the stick.
letters-admission-step-code = Type the code of this letter, or scan the square. Capital or small letters do not matter.
letters-admission-step-head = The head of the office enters a name and a PIN. The computer can register from now on.
letters-admission-step-destroy = Tear this letter up and delete the file on the stick. The code is worth nothing more to you.
letters-admission-trouble = If this letter was opened before it reached you, or the stick did not come, use neither and tell the centre. You get another file and another code.
letters-admission-trouble-phone = If this letter was opened before it reached you, or the stick did not come, use neither and call { $phone }. You get another file and another code.
## Lists of the desk, and the privacy notice as a sheet
letters-list-filter = { $filter }: { $value }
letters-list-words = Words
letters-list-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
letters-list-cut = the first { $shown } lines; there are more
letters-list-how = How
letters-list-told = Told on, by
letters-list-what = What
letters-list-text = What was written
letters-list-why = Why not
letters-list-when = When
letters-list-who = By
letters-notice-title = Your personal data
letters-notice-version = Version { $version } of this notice, printed on { $date }.
