# Notices: what is sent to citizens by e-mail and SMS, and to agents by e-mail. An SMS fits one message: 160 letters,
# 70 in Arabic. Nothing here says what a complaint is about, or what was answered.

notice-automatic = Sa mesaz-la finn avoye otomatikman. Silvouple pa reponn li.
notice-follow = Swiv li avek ou referans ek ou kod akse lor { $url }, ouswa demann dan enn nou biro.
notice-sign-in = Konekte pou okip li: { $desk }
notice-restricted = konfidansiel
notice-escalation-reason = Pa finn gagn repons avan le { $day }.
notice-closing-reason = Dokiman ki finn demande pa finn vini.
notice-parting-reason = Sa dosie-la ti pe tret ansam ar enn lot, ki dimounn-la finn retire.
notice-due = Enn repons bizin vini avan le { $day }.
notice-access-code = Ou kod akse se { $code }. Gard li pou ou: avek referans-la ek kod-la, dimounn kapav lir kot zafer-la ete.
notice-confirmation-code-subject = Ou kod konfirmasion
notice-confirmation-code-text =
    Ou kod konfirmasion se { $code }. Pa donn li personn.
    Li bon pou { $minutes } minit.
    Si ou pa finn demann li, ou pena nanye pou fer.
notice-confirmation-code-sms = { $title }: ou kod se { $code }. Pa donn li personn.
notice-password-reset-subject = Swazir enn nouvo mo de pas
notice-password-reset-text =
    Swazir enn nouvo mo de pas isi:
    { $link }
    Li bon pou { $minutes } minit.
    Si ou pa finn demann li, ou pena nanye pou fer: ou mo de pas pa sanze.
notice-password-reset-sms = { $title }: swazir enn nouvo mo de pas: { $link }
notice-acknowledgement-subject = Referans { $reference }: finn resevwar
notice-acknowledgement-text = Nou finn resevwar seki ou finn avoye. Ou referans se { $reference }. Gard li: avek li ou kapav demann nouvel ninport kan.
notice-acknowledgement-sms = Nou finn resevwar seki ou finn avoye. Ou referans: { $reference }. Swiv li lor { $url }
notice-passed-on-subject = Referans { $reference }: finn transmet
notice-passed-on-text = Referans { $reference }: nou finn transmet ou dosie ar { $institution }, ki pe okip li aster.
notice-passed-on-sms = { $reference }: ou dosie finn transmet ar linstitision ki pou okip li. { $url }
notice-document-asked-subject = Referans { $reference }: bizin enn dokiman
notice-document-asked-text = Referans { $reference }: nou bizin enn dokiman ar ou pou kapav kontinie. Seki nou bizin ekrir dan ou dosie.
notice-document-asked-sms = { $reference }: nou bizin enn dokiman ar ou. Get lor { $url } ouswa demann dan biro.
notice-document-reminder-subject = Referans { $reference }: dokiman-la pankor vini
notice-document-reminder-text = Referans { $reference }: dokiman ki nou finn demande pankor vini. San li nou pa kapav kontinie.
notice-document-reminder-sms = { $reference }: nou ankor pe atann enn dokiman. Get lor { $url } ouswa demann dan biro.
notice-interim-answer-subject = Referans { $reference }: enn premie repons
notice-interim-answer-text = Referans { $reference }: ena enn premie repons. Res-la pou vini.
notice-interim-answer-sms = { $reference }: ena enn premie repons. Lir li lor { $url } ouswa demann dan biro.
notice-answered-subject = Referans { $reference }: enn repons
notice-answered-text = Referans { $reference }: ena enn repons pou ou.
notice-answered-sms = { $reference }: ena enn repons pou ou. Lir li lor { $url } ouswa demann dan biro.
notice-message-subject = Referans { $reference }: enn mesaz
notice-message-text = Referans { $reference }: ena enn mesaz pou ou.
notice-message-sms = { $reference }: ena enn mesaz pou ou. Lir li lor { $url } ouswa demann dan biro.
notice-resolved-subject = Referans { $reference }: finn regle
notice-resolved-text = Referans { $reference }: zafer-la finn regle. Si ou pa dakor, dir nou.
notice-resolved-sms = { $reference }: zafer-la finn regle. Si ou pa dakor, dir nou: { $url }
notice-closed-subject = Referans { $reference }: finn ferme
notice-closed-text = Referans { $reference }: dosie-la finn ferme. Nou pa pou fer lezot zafer, sof si repran li.
notice-closed-sms = { $reference }: dosie-la finn ferme. { $url }
notice-closed-without-document-subject = Referans { $reference }: finn ferme
notice-closed-without-document-text = Referans { $reference }: dosie-la finn ferme, parski dokiman ki nou finn demande pa finn vini. Amenn li, ek nou pou repran zafer-la.
notice-closed-without-document-sms = { $reference }: dosie-la finn ferme, dokiman-la pa finn vini. Amenn li, nou pou repran li. { $url }
notice-reopened-subject = Referans { $reference }: finn repran
notice-reopened-text = Referans { $reference }: nou finn repran dosie-la.
notice-reopened-sms = { $reference }: nou finn repran dosie-la. { $url }
notice-handed-over-subject = Referans { $reference }: enn lot biro
notice-handed-over-text = Referans { $reference }: enn lot biro pe okip li aster: { $office }. Ou referans pa sanze.
notice-handed-over-sms = { $reference }: enn lot biro pe okip li aster: { $office }
notice-merged-subject = Referans { $reference }: pe okip li ansam ar enn lot
notice-merged-text = Referans { $reference }: enn lot dimounn finn dir nou mem zafer, ek nou pe okip tou le de ansam. Ou gard ou referans ek ou kod, ek ou pou gagn repons-la osi.
notice-merged-sms = { $reference }: pe okip li ansam ar enn lot lor mem zafer. Ou pou gagn repons-la osi. { $url }
notice-holder-passed-on-subject = { $reference }: finn transmet ar zot
notice-holder-passed-on-text = { $reference } ({ $category }) finn transmet ar zot linstitision.
notice-holder-assigned-subject = { $reference }: finn donn ou
notice-holder-assigned-text = { $reference } ({ $category }) finn donn ou pou okip.
notice-holder-due-soon-subject = { $reference }: bizin reponn avan le { $day }
notice-holder-due-soon-text = { $reference } ({ $category }) bizin gagn enn repons avan le { $day }.
notice-holder-overdue-subject = { $reference }: an retar depi le { $day }
notice-holder-overdue-text = { $reference } ({ $category }) ti bizin gagn enn repons avan le { $day }. Reponn aster, ouswa avoy enn premie repons.
notice-holder-interim-demanded-subject = { $reference }: avoy enn premie repons
notice-holder-interim-demanded-text = { $reference } ({ $category }) pankor gagn okenn repons. Omwin dir sitwayen-la kot zafer-la ete.
notice-holder-escalated-subject = { $reference }: finn amenn divan ou
notice-holder-escalated-text = { $reference } ({ $category }) finn amenn divan ou. Silvouple fer sir ki li gagn enn repons.
notice-test-subject = Mesaz tes
notice-test-text = Sa enn tes. Si ou pe lir li, bann mesaz pe arive.
notice-test-sms = { $title }: sa enn tes.

# Enn form ki finn anrezistre pou pli tar
notice-saved-form-subject = Kod ou form ki finn anrezistre
notice-saved-form-text = Ou finn anrezistre enn form pou kontinie pli tar. So kod se { $code }. Nou gard li ziska { $day }. Nanye pa ankor avoye.
notice-saved-form-open = Kontinie lor { $url }/file/continue
