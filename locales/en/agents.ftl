# What agents read and write at the centre, beyond what stands in centre.ftl. README.md says how texts are written.

## The agents’ desk: what each role has at hand

agents-view-filter = To filter
agents-view-assigned = Mine
agents-view-register = Register
agents-view-overview = Overview
agents-view-templates = Standard texts
agents-view-looks = Who looked
agents-view-people = Agents
agents-role-csu = Citizen Support Unit
agents-role-agent = Agent of an institution
agents-role-head = Head of an institution
agents-role-cab = Office on the web
agents-role-task_force = Task force
agents-role-admin = Administrator
agents-role-auditor = Auditor

## The agents’ desk: more about the list

agents-due-filter = Narrow by the time limit
agents-due-any = Any time limit
agents-due-overdue = Overdue
agents-due-today = Due today
agents-due-week = This week
agents-due-stopped = Waiting for documents
agents-export = Take along as a table (CSV)
agents-column-assignee = Dealt with by
agents-merged = with another one
agents-page-before = Page before
agents-page-after = Next page

## The agents’ desk: after a deed

agents-done-ask = The citizen is asked. The time limit stands still until the document comes.
agents-done-back = Given back, with your reason.
agents-done-assign = It is written down who deals with it.
agents-done-take = You deal with it now.
agents-done-triage = The marks are saved.
agents-done-over = Handed over to the office.
agents-done-escalate = Brought before the next level.
agents-done-tell = It is written down that the citizen was told.
agents-done-link = The two are linked.
agents-done-together = Put together. Both keep their stories.
agents-done-continues = It is written down that this one continues the other.
agents-done-apart = They are two matters. They will not be shown together again.
agents-done-withdraw = It is withdrawn at the citizen’s wish.
agents-done-retract = Your deed is taken back. It stays in the story.
agents-done-split = The new one is registered; this is it. Each names the other.
agents-done-pass = Passed on. Here is the next one.

## The agents’ desk: more about one complaint

agents-stopped-since = Stopped since { $date }
agents-days-over = { $count ->
    [one] { $count } working day over
   *[other] { $count } working days over
}
agents-kin = Belongs together with
agents-kin-same = The same matter:
agents-kin-related = Has to do with it:
agents-kin-continues = Continues:
agents-kin-part = Was split:
agents-kin-into = Dealt with together with:
agents-kin-merged = Also answered here:
agents-channel-counter = At the counter
agents-channel-portal = On the portal
agents-channel-open311 = By Open311
agents-channel-import = From an older register
agents-channel-web_desk = At the counter, on the web
agents-channel-split = Split off
centre-fact-assignee = Dealt with by
centre-fact-channel = Came in
agents-receipt = Receipt
agents-retract-button = Take this back
agents-retract-missing = This step can no longer be taken back.
agents-no-longer-possible = What was chosen is no longer possible. Look at the page again and choose anew.
agents-open-case = Open the whole complaint

## The agents’ desk: more that an agent does

agents-template-start = Start from a text
agents-template-none = Choose a text
agents-template-insert = Insert
agents-template-choose = Choose the text that shall be inserted.
agents-ask = Ask for a document
agents-ask-what = Which document?
agents-ask-hint = The citizen reads this as you write it. The time limit stands still until it comes.
agents-ask-until = By which day? (optional)
agents-ask-until-hint = Today or later.
agents-ask-until-wrong = Choose today or a later day, or leave it empty.
agents-ask-button = Ask the citizen
agents-ask-missing = Write which document is needed.
agents-back = Not ours
agents-back-what = It is never closed for that: it goes to the unit, or to whom it belongs.
agents-back-to = Where does it go?
agents-back-unit = Back to the unit at the centre
agents-back-why = Why is it not yours?
agents-back-button = Give it back
agents-back-where-missing = Choose where it goes.
agents-back-why-missing = Write why it is not yours.
agents-assign = Who deals with it
agents-assign-nobody = Nobody in particular
agents-assign-now = Now: { $name }
agents-assign-to = Give it to
agents-assign-button = Save who deals with it
agents-assign-missing = Choose somebody from the list.
agents-take-what = Nobody deals with it yet.
agents-take-button = I deal with it
agents-tell = Tell the citizen
agents-tell-what = Still to be told:
agents-tell-way = How?
agents-tell-reach = What came of it?
agents-tell-reached = Told, or sent off
agents-tell-not-reached = Nobody answered
agents-tell-button = Save
agents-tell-way-missing = Choose how the citizen was told.
agents-tell-reach-missing = Choose what came of it.
agents-triage = Urgent or restricted
agents-triage-urgent = Urgent: before all others
agents-triage-restricted = Restricted: health, violence, a child
agents-triage-button = Save the marks
agents-over = Hand over to an office
agents-over-to = Office
agents-over-hint = From then on that office deals with the citizen.
agents-over-choose = Choose an office
agents-over-button = Hand over
agents-over-missing = Choose the office from the list.
agents-escalate = Bring it before the next level
agents-escalate-to = Before whom?
agents-escalate-unit = The unit at the centre
agents-escalate-why = Why?
agents-escalate-button = Bring it before them
agents-escalate-missing = Choose from the list before whom it is brought.
agents-escalate-why-missing = Write why.
agents-link = Another complaint
agents-link-reference = Its reference
agents-link-reference-hint = As it stands on the receipt, for instance 12-2-00417-D.
agents-link-how = How do they belong together?
agents-link-button = Save
agents-link-how-missing = Choose how they belong together.
agents-link-reference-wrong = There is no other complaint of that reference. Check each character.
agents-relation-related = They have to do with each other
agents-relation-continues = This one continues the other
agents-relation-together = The same matter: deal with them together
agents-split = Make two of it
agents-split-what = When it tells of two matters, the second one becomes a complaint of its own. The citizen, the office and the day stay the same.
agents-split-text = What the second matter is
agents-split-text-hint = In the citizen’s words, as far as they tell of it.
agents-split-documents = Documents that go along
agents-split-button = Register the second one
agents-split-text-missing = Write what the second matter is.
agents-category-choose = Choose the matter
agents-category-missing = Choose the matter from the list.
agents-kind-missing = Choose what it is.
agents-subject = In a few words
agents-subject-optional = In a few words (optional)
agents-subject-long = This line is too long: at most 200 characters.
agents-withdraw = Withdraw at the citizen’s wish
agents-withdraw-why = Reason that the citizen gave (optional)
agents-withdraw-sure = The citizen wishes this
agents-withdraw-button = Withdraw
agents-withdraw-sure-missing = Tick that the citizen wishes this.
agents-remark-optional = Remark for colleagues (optional)

## The agents’ desk: filtering what came in

agents-filter-count = { $count ->
    [one] { $count } came in and went nowhere yet.
   *[other] { $count } came in and went nowhere yet. Urgent first, then the oldest.
}
agents-filter-empty = Nothing to filter
agents-filter-empty-why = Complaints come here as soon as an office or a citizen registers them, or an institution gives one back.
agents-filter-list = What came in
agents-perhaps-twice = perhaps twice
agents-simple = simple
agents-show-all = All
agents-show-urgent = Urgent
agents-show-twice = Perhaps twice
agents-show-offices = From offices
agents-show-online = Online
agents-age-minutes = { $count ->
    [one] { $count } min
   *[other] { $count } min
}
agents-age-hours = { $count ->
    [one] { $count } h
   *[other] { $count } h
}
agents-age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
agents-twin-this = This one
agents-twin-person = Perhaps the same: the same person, the same kind of matter.
agents-twin-person-finished = The same person had the same kind of matter not long ago.
agents-twin-text = Perhaps the same: { $percent } % of the words are alike.
agents-twin-nearby = Perhaps the same: nearby, and { $percent } % of the words are alike.
agents-put-together = Put them together
agents-put-continues = This one continues it
agents-not-the-same = Not the same
agents-goes-to = Goes to
agents-pass-on = Pass on
agents-pass-to = Pass to { $institution }
agents-proposal-none = The matter is not known here. Choose where it goes.
agents-proposal-open = It depends on the place or the body concerned. Choose where it goes.
agents-proposal-place = Proposed by the rule for { $place }.
agents-proposal-category = Proposed by the rule for this matter.
agents-skip = Skip
agents-ask-citizen = Ask the citizen
agents-to-an-office = Back to an office
agents-given-back = { $institution } gave it back: { $why }

## The agents’ desk: an office on the centre’s pages

agents-register-what = For an office whose own computers are out of order. What is registered here comes to them when they work again.
agents-register-text-hint = What happened, where and since when.
agents-register-place = Where it happened, if elsewhere than at the citizen’s (optional)
agents-register-citizen-hint = Each of these may stay empty.
agents-register-surname = Surname
agents-register-other-names = Other names
agents-register-locality = Town, village or quarter
agents-register-language-choose = Choose the citizen’s language
agents-register-language-missing = Choose the language.
agents-register-discretion = Who may know the name?
agents-register-discretion-wrong = This matter cannot be taken in that way. Choose another one.
agents-discretion-open = Everybody who deals with it
agents-discretion-confidential = Not the institution
agents-discretion-anonymous = Nobody: no name is kept
agents-register-privacy = Notice on personal data, to be read out
agents-register-notice = I have read the notice out
agents-register-notice-missing = Read the notice out and tick that you did.
agents-register-button = Register
agents-register-text-missing = Write what happened.
agents-receipt-title = Receipt for the citizen
agents-receipt-what = Print this page with your browser and give it to the citizen.

## The agents’ desk: figures

agents-overview-what = What came in within the month and how it stands now, and what is open now, whenever it came in.
agents-months = Months
agents-month-before = Month before
agents-month-after = Next month
agents-count-came-in = Came in
agents-count-dealt-with = Of these dealt with
agents-count-withdrawn = Of these withdrawn
agents-count-open = Open now
agents-count-overdue = Of these overdue
agents-count-waiting = Of these waiting for documents
agents-count-all = All together

## The agents’ desk: who looked at restricted complaints

agents-looks-what = Each look at a restricted complaint is written down, yours too.
agents-looks-count = { $count ->
    [one] { $count } look.
   *[other] { $count } looks, the latest first.
}
agents-looks-reference = Reference of a complaint
agents-look-when = When
agents-look-who = Who
agents-look-case = Opened it
agents-look-document = Opened a document of it

## The agents’ desk: who may sign in

agents-people-role = Role
agents-people-role-choose = Choose a role
agents-people-role-missing = Choose the role.
agents-people-place = Institution or office
agents-people-place-hint = Agents and heads have an institution, an office on the web has an office, all others have neither.
agents-people-no-place = Neither
agents-people-institutions = Institutions
agents-people-offices = Offices
agents-people-change = Change
agents-people-password = Draw a new password
agents-people-enable = Let sign in again
agents-people-disable = No longer let sign in
agents-people-disabled = may not sign in
agents-people-one-time = password not chosen yet
agents-people-role-button = Save the role
agents-people-add = Add somebody
agents-people-add-button = Add
agents-people-name = Name
agents-people-name-hint = As it shall stand in the histories.
agents-people-name-missing = Enter the name, at most 100 characters.
agents-people-login-hint = Letters a to z, digits, and . - _ @
agents-people-login-wrong = Enter letters a to z, digits, and . - _ @ only, at most 64.
agents-people-login-taken = Somebody else signs in with that name. Choose another one.
agents-people-institution-missing = Choose the institution for this role.
agents-people-office-missing = Choose the office for this role.
agents-people-drawn = A password was drawn
agents-people-drawn-what = It is shown this once. Hand it over in person or by telephone; whoever signs in with it chooses an own one.
agents-people-done-disable = Signed out, and may no longer sign in.
agents-people-done-enable = May sign in again.
agents-people-done-role = The new role is saved. It holds from the next sign-in.
agents-password-title = Choose a password
agents-password-first = The password that you were given holds once. Choose one that only you know.
agents-password-old = Current password
agents-password-new = New password
agents-password-again = New password once more
agents-password-hint = At least 10 characters. Several words are easy to remember.
agents-password-button = Save the new password
agents-password-done = The new password is saved.
agents-password-old-missing = Enter the password that you signed in with.
agents-password-old-wrong = This is not the password that you signed in with.
agents-password-new-wrong = Choose another password of at least 10 characters.
agents-password-again-wrong = The two do not agree. Type the new password once more.
agents-password-later = Too many wrong tries. Try again in 15 minutes.

## The agents’ desk: texts that answers start from

agents-templates-what = Agents start an answer from these and change what they need.
agents-templates-done = The text is saved.
agents-templates-back = All texts
agents-template-title = Title
agents-template-for = For
agents-template-whose = Of
agents-template-written = Written by
agents-template-retired = out of use
agents-template-retire = Take it out of use
agents-template-new = A new text
agents-template-text = Text
agents-template-hint = We fill in { $reference }, { $name } (the citizen) and { $institution }.
agents-template-button = Save the text
agents-template-versions = Earlier versions
agents-template-everybody = Everybody
agents-template-deed-missing = Choose what it is for.
agents-template-title-missing = Enter a title, at most 100 characters.
agents-template-text-missing = Write the text.

## Lists that are longer than a list is

agents-queue-more = More than { $count }. Narrow the list to see what comes after them.
agents-queue-more-words = Many complaints have these words: the latest of them were looked through. { $count } are in this list; another word narrows it.
agents-filter-more = More than { $count } came in and went nowhere yet. Urgent first, then the oldest.

## The agents’ desk: working by the keyboard

agents-keys-open = Keyboard
agents-keys = Working by the keyboard
agents-keys-move = Next and previous complaint in a list
agents-keys-enter-name = Enter
agents-keys-enter = Open the chosen complaint
agents-keys-pages = Next and previous page of a list
agents-keys-search = To the search field
agents-keys-back = Back to the list
agents-keys-help = Show this list
agents-keys-on = Use single keys
agents-keys-hint = Turn this off when you speak to your computer or often type a key by mistake. Tab, Enter and the keys of your browser work in any case.
agents-keys-close = Close
# What the citizens of other complaints are told
agents-others-text = In other words, for the others
agents-others-hint = { $count ->
    [one] This also goes to the citizen of one other complaint.
   *[other] This also goes to the citizens of { $count } other complaints.
 } Leave this empty to send them the same text. Write another one here when yours names somebody.
agents-others-needed = Your text also goes to other citizens, and it names the citizen of this complaint, or few people may see this matter. Write here what the others are told.
agents-others-on-its-page = This also goes to other citizens, and it names the citizen of this complaint, or few people may see the matter. Open the complaint’s page and write another text for them there. Nothing was sent.
agents-others-answer-first = The older one has been answered, and that answer names its citizen, or few people may see the matter. Answer this one in its own words first, then put them together. Nothing was changed.
