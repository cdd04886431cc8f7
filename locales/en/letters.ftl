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
