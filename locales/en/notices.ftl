# Notices: what is sent to citizens by e-mail and SMS, and to agents by e-mail. An SMS fits one message: 160 letters,
# 70 in Arabic. Nothing here says what a complaint is about, or what was answered.

notice-automatic = This message was sent automatically. Please do not answer it.
notice-follow = Follow it with your reference and your access code at { $url }, or ask at one of our offices.
notice-sign-in = Sign in to deal with it: { $desk }
notice-restricted = in confidence
notice-escalation-reason = Not answered by { $day }.
notice-closing-reason = The document that was asked for has not arrived.
notice-parting-reason = It was dealt with together with another one, which its citizen has withdrawn.
notice-due = An answer is due by { $day }.
notice-access-code = Your access code is { $code }. Keep it to yourself: whoever knows the reference and the code can read how things stand.
notice-confirmation-code-subject = Your confirmation code
notice-confirmation-code-text =
    Your confirmation code is { $code }. Give it to nobody.
    { $minutes ->
        [one] It is valid for one minute.
       *[other] It is valid for { $minutes } minutes.
    }
    If you did not ask for it, you need do nothing.
notice-confirmation-code-sms = { $title }: your code is { $code }. Give it to nobody.
notice-password-reset-subject = Choose a new password
notice-password-reset-text =
    Choose a new password here:
    { $link }
    { $minutes ->
        [one] It is valid for one minute.
       *[other] It is valid for { $minutes } minutes.
    }
    If you did not ask for it, you need do nothing: your password stays as it is.
notice-password-reset-sms = { $title }: choose a new password: { $link }
notice-acknowledgement-subject = Reference { $reference }: received
notice-acknowledgement-text = We have received what you sent. Your reference is { $reference }. Keep it: with it you can ask about it at any time.
notice-acknowledgement-sms = We have received what you sent. Your reference: { $reference }. Follow it at { $url }
notice-passed-on-subject = Reference { $reference }: passed on
notice-passed-on-text = Reference { $reference }: it was passed on to { $institution }, which deals with it now.
notice-passed-on-sms = { $reference }: it was passed on to the body that deals with it. { $url }
notice-document-asked-subject = Reference { $reference }: a document is needed
notice-document-asked-text = Reference { $reference }: we need a document from you before it can go on. What is needed stands in your file.
notice-document-asked-sms = { $reference }: we need a document from you. See what at { $url } or ask at your office.
notice-document-reminder-subject = Reference { $reference }: the document is still missing
notice-document-reminder-text = Reference { $reference }: the document that we asked for has not arrived yet. Until it comes, nothing can go on.
notice-document-reminder-sms = { $reference }: we are still waiting for a document from you. See { $url } or ask at your office.
notice-interim-answer-subject = Reference { $reference }: a first reply
notice-interim-answer-text = Reference { $reference }: there is a first reply. More will follow.
notice-interim-answer-sms = { $reference }: there is a first reply. Read it at { $url } or ask at your office.
notice-answered-subject = Reference { $reference }: an answer
notice-answered-text = Reference { $reference }: there is an answer for you.
notice-answered-sms = { $reference }: there is an answer for you. Read it at { $url } or ask at your office.
notice-message-subject = Reference { $reference }: a message
notice-message-text = Reference { $reference }: there is a message for you.
notice-message-sms = { $reference }: there is a message for you. Read it at { $url } or ask at your office.
notice-resolved-subject = Reference { $reference }: settled
notice-resolved-text = Reference { $reference }: the matter is settled. If you do not agree, tell us.
notice-resolved-sms = { $reference }: the matter is settled. If you do not agree, tell us: { $url }
notice-closed-subject = Reference { $reference }: closed
notice-closed-text = Reference { $reference }: it is closed. Nothing more will be done unless it is taken up again.
notice-closed-sms = { $reference }: it is closed. { $url }
notice-closed-without-document-subject = Reference { $reference }: closed
notice-closed-without-document-text = Reference { $reference }: it was closed, because the document that we asked for has not arrived. Bring it, and we take the matter up again.
notice-closed-without-document-sms = { $reference }: it was closed, because the document has not arrived. Bring it and we take it up again. { $url }
notice-reopened-subject = Reference { $reference }: taken up again
notice-reopened-text = Reference { $reference }: it was taken up again.
notice-reopened-sms = { $reference }: it was taken up again. { $url }
notice-handed-over-subject = Reference { $reference }: another office
notice-handed-over-text = Reference { $reference }: another office deals with it now: { $office }. Your reference stays the same.
notice-handed-over-sms = { $reference }: another office deals with it now: { $office }
notice-merged-subject = Reference { $reference }: dealt with together with another
notice-merged-text = Reference { $reference }: somebody else has told us about the same matter, and both are dealt with together. You keep your reference and your access code, and you get the answer too.
notice-merged-sms = { $reference }: dealt with together with another about the same matter. You get the answer too. { $url }
notice-holder-passed-on-subject = { $reference }: passed on to you
notice-holder-passed-on-text = { $reference } ({ $category }) was passed on to your institution.
notice-holder-assigned-subject = { $reference }: assigned to you
notice-holder-assigned-text = { $reference } ({ $category }) was assigned to you.
notice-holder-due-soon-subject = { $reference }: due by { $day }
notice-holder-due-soon-text = { $reference } ({ $category }) is to be answered by { $day }.
notice-holder-overdue-subject = { $reference }: overdue since { $day }
notice-holder-overdue-text = { $reference } ({ $category }) should have been answered by { $day }. Answer it now, or send a first reply.
notice-holder-interim-demanded-subject = { $reference }: send a first reply
notice-holder-interim-demanded-text = { $reference } ({ $category }) has had no reply yet. Tell the citizen at least how things stand.
notice-holder-escalated-subject = { $reference }: brought before you
notice-holder-escalated-text = { $reference } ({ $category }) was brought before you. Please see that it is answered.
notice-test-subject = Test message
notice-test-text = This is a test. Whoever reads it knows that messages arrive.
notice-test-sms = { $title }: this is a test.

# A form that was saved to go on later
notice-saved-form-subject = The code of your saved form
notice-saved-form-text = You saved a form to go on with it later. Its code is { $code }. It is kept until { $day }; nothing has been sent yet.
notice-saved-form-open = Go on at { $url }/file/continue
