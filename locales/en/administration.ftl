# What only administrators read and write at the centre. README.md says how texts are written.

## Where administrators change the profile

agents-view-profile = Settings
profile-what = Institutions, categories, deadlines, offices and public holidays. Changes go into a draft; nothing changes for anybody until you put it in force.
profile-nav = What can be changed
profile-categories = Categories and deadlines
profile-categories-what = What a complaint can be about, who deals with it, and within how many working days. A complaint keeps the day that it was promised.
profile-categories-add = Add a category
profile-institutions = Institutions
profile-institutions-what = Who answers complaints. An institution is closed from a day on and never deleted, because complaints name it.
profile-institutions-add = Add an institution
profile-documents = Documents needed
profile-documents-what = What citizens are told to bring, by category.
profile-documents-add = Add a document
profile-routing = Routing
profile-routing-what = Where complaints of a category from a place go. Without a rule it is the institution of the category.
profile-routing-add = Add a rule
profile-offices = Offices
profile-offices-what = Where complaints are taken. The code stands in every reference and is never given to another office.
profile-offices-add = Add an office
profile-holidays = Public holidays
profile-holidays-what = No deadline runs on these days. What is over stays as it was.
profile-holidays-add = Add a public holiday
profile-holiday-over = This day is over or is today. Time limits were counted with it, so it stays.
profile-localities = Localities
profile-head = Other settings
profile-years = Years
profile-year-before = Year before
profile-year-after = Next year
profile-back = Back to the list
profile-save = Save in the draft
profile-remove = Take it out
profile-none = Choose
profile-everywhere = Everywhere
profile-heading-new = A new heading (write it below)
profile-in-language = { $what } ({ $language })
profile-cell = { $what }:
profile-closes = closes on { $day }
profile-closed = closed since { $day }
profile-mark-new = new
profile-mark-changed = changed
profile-mark-gone = taken out
profile-done-saved = Saved in the draft. It is not in force yet.
profile-done-removed = Taken out of the draft.
profile-done-dropped = The draft is thrown away. Nothing has changed.
profile-done-aside = The folder is set aside. It comes up again when it changes.
profile-done-begun = A draft is begun. Look at the difference before you put it in force.
profile-done-force = The new version is in force. The offices receive it with their next exchange.
profile-review-link = Look at it
profile-changes = { $count ->
    [one] The draft of the next version changes { $count } row. It is not in force yet.
   *[other] The draft of the next version changes { $count } rows. It is not in force yet.
}
profile-review = The draft
profile-review-what = This is what will be different. What stood before is struck through.
profile-draft-by = Last changed by { $name }, { $day }
profile-no-draft = There is no draft
profile-no-draft-what = Change something; the draft begins with that.
profile-no-difference = The draft says what is in force already
profile-before = Before:
profile-after = After:
profile-nothing = nothing
profile-yes = yes
profile-no = no
profile-sound = The check has found nothing to look at.
profile-warnings = To look at
profile-warnings-what = The version can be used. The check, which writes English, found this:
profile-mistakes = This cannot be saved so. The check, which writes English, found this:
profile-force = Put it in force
profile-force-button = Put in force
profile-drop = Throw the draft away
profile-note = Why
profile-note-hint = One sentence. It stays in the list of versions.
profile-note-missing = Write in one sentence why this version comes.
profile-versions = Versions
profile-version = Version
profile-by = By
profile-by-folder = the folder of settings, when the program started
profile-by-command = the command line
profile-in-force = in force
profile-first = The first version, or nothing is different
profile-back-to = Go back to this version
profile-back-to-what = A draft begins that says what this version said. You look at the difference and put it in force as a new version.
profile-back-to-button = Begin a draft like this version
profile-offered = The folder of the profile has changed
profile-offered-what = The profile was changed on these pages too, so the version in force stayed. This is what the folder says differently from it:
profile-offered-take = Begin a draft from the folder
profile-offered-aside = Set the folder aside
profile-overtaken = Somebody else has changed the draft meanwhile. What you wrote is still here; look at the draft, and save again.
profile-left-behind = Another version has come into force since this draft was begun. It cannot be put in force any more: throw it away and begin anew.
profile-draft-in-the-way = There is a draft already. Put it in force or throw it away first.
profile-fault-missing = Fill in “{ $field }”.
profile-fault-long = “{ $field }” takes { $limit } characters at most.
profile-fault-number = “{ $field }” takes a whole number of days, or nothing.
profile-fault-day = “{ $field }” takes a day, such as 2027-01-31.
profile-fault-past = Choose a day after today: what was promised until today stays.
profile-fault-holiday-known = This day is a public holiday already.
profile-fault-code = A code has letters a to z, digits and hyphens, at most 40.
profile-fault-office-code = The code of an office is two digits between 01 and 99.
profile-fault-code-known = This code is taken. Choose another one.
profile-fault-heading = Choose a heading, or write a new one in every language.
profile-fault-all-languages = Write it in every language, or in none.

## Where administrators change the profile: what a field is called

profile-column-code = Code
profile-column-name = Name
profile-column-institutions-name = Official name
profile-column-kind = Kind of body
profile-column-parent = Stands below
profile-column-hotline = Telephone
profile-column-closed-from = Closed from
profile-column-heading = Heading
profile-column-group = New heading
profile-column-institution = Institution
profile-column-alternatives = Other institutions
profile-column-rule = How to decide between them
profile-column-priority = Priority
profile-column-ack-days = Working days to acknowledge
profile-column-resolve-days = Working days to answer
profile-column-confidential = May be brought in confidence
profile-column-anonymous = May be brought without a name
profile-column-discretion = Discretion
profile-column-restricted = Only few people see it
profile-column-office-resolves = The office may settle it by itself
profile-column-fee = What is said about a charge
profile-column-path = Name in other registers
profile-column-category = Category
profile-column-copies = How to bring it
profile-column-locality = Place
profile-column-address = Address
profile-column-hours = Opening hours
profile-column-phone = Telephone
profile-column-date = Day
profile-priority-urgent = urgent
profile-priority-high = high
profile-priority-normal = normal
profile-priority-low = low

## Where administrators change the profile: what stands below a field’s name

profile-hint-categories-code = Short, for example street-lamp. Complaints refer to it for ever.
profile-hint-institutions-code = Short, for example CWA. Complaints refer to it for ever.
profile-hint-offices-code = Two digits between 01 and 99 that no office has had.
profile-hint-categories-alternatives = Codes, with a space between them.
profile-hint-categories-rule = For clerks, in English.
profile-hint-categories-resolve-days = Holds for complaints that are registered from then on. Empty: no deadline.
profile-hint-categories-group = Only for a new heading.
profile-hint-categories-closed-from = From that day on nobody can choose it. Complaints that are there keep it.
profile-hint-institutions-closed-from = From that day on nothing is passed on to it.
profile-hint-offices-closed-from = From that day on nobody takes complaints there. Its computers and complaints stay.
profile-hint-offices-name = As citizens know it.

## What did not arrive

agents-view-undelivered = Not delivered
undelivered-what = Messages to citizens and agents that did not arrive. To whom they were going stands in the complaint.
undelivered-none = Everything has arrived
undelivered-waiting = Still tried
undelivered-given-up = Given up
undelivered-given-up-what = Nothing of what they said is kept. Tell the citizen by telephone or by letter.
undelivered-no-complaint = About no complaint
undelivered-trouble = What went wrong
undelivered-retry = Try now
undelivered-give-up = Give up
undelivered-done-retry = It leaves with the next round, within a minute.
undelivered-done-give-up = Given up. Tell the citizen in another way.
undelivered-gone = It has left or was given up meanwhile.
undelivered-email = E-mail
undelivered-sms = SMS
undelivered-webhook = To another system
undelivered-tries = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
