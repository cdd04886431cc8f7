# Notices: what is sent to citizens by e-mail and SMS, and to agents by e-mail. An SMS fits one message: 160 letters,
# 70 in Arabic. Nothing here says what a complaint is about, or what was answered.

notice-automatic = Ce message a été envoyé automatiquement. Merci de ne pas y répondre.
notice-follow = Suivez-le avec votre référence et votre code d’accès sur { $url }, ou renseignez-vous dans l’un de nos bureaux.
notice-sign-in = Connectez-vous pour le traiter : { $desk }
notice-restricted = confidentiel
notice-escalation-reason = Sans réponse au { $day }.
notice-closing-reason = Le document demandé n’est pas arrivé.
notice-parting-reason = Ce dossier était traité avec un autre, que son auteur a retiré.
notice-due = Une réponse est prévue au plus tard le { $day }.
notice-access-code = Votre code d’accès est { $code }. Gardez-le pour vous : avec la référence et ce code, on peut lire où en sont les choses.
notice-confirmation-code-subject = Votre code de confirmation
notice-confirmation-code-text =
    Votre code de confirmation est { $code }. Ne le donnez à personne.
    { $minutes ->
        [one] Valable { $minutes } minute.
       *[other] Valable { $minutes } minutes.
    }
    Si vous ne l’avez pas demandé, vous n’avez rien à faire.
notice-confirmation-code-sms = { $title } : votre code est { $code }. Ne le donnez à personne.
notice-password-reset-subject = Choisir un nouveau mot de passe
notice-password-reset-text =
    Choisissez un nouveau mot de passe ici :
    { $link }
    { $minutes ->
        [one] Valable { $minutes } minute.
       *[other] Valable { $minutes } minutes.
    }
    Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe ne change pas.
notice-password-reset-sms = { $title } : choisissez un nouveau mot de passe : { $link }
notice-acknowledgement-subject = Référence { $reference } : bien reçu
notice-acknowledgement-text = Nous avons bien reçu votre envoi. Votre référence est { $reference }. Gardez-la : elle vous permet de demander des nouvelles à tout moment.
notice-acknowledgement-sms = Nous avons bien reçu votre envoi. Votre référence : { $reference }. Suivi sur { $url }
notice-passed-on-subject = Référence { $reference } : transmis
notice-passed-on-text = Référence { $reference } : votre dossier a été transmis à l’organisme compétent : { $institution }.
notice-passed-on-sms = { $reference } : votre dossier a été transmis à l’organisme compétent. { $url }
notice-document-asked-subject = Référence { $reference } : un document est nécessaire
notice-document-asked-text = Référence { $reference } : il nous faut un document de votre part pour continuer. Ce qui est demandé est indiqué dans votre dossier.
notice-document-asked-sms = { $reference } : il nous faut un document de votre part. Détails : { $url } ou dans nos bureaux.
notice-document-reminder-subject = Référence { $reference } : le document manque toujours
notice-document-reminder-text = Référence { $reference } : le document demandé n’est pas encore arrivé. Sans lui, le traitement ne peut pas continuer.
notice-document-reminder-sms = { $reference } : nous attendons toujours un document de votre part. Détails : { $url } ou dans nos bureaux.
notice-interim-answer-subject = Référence { $reference } : une première réponse
notice-interim-answer-text = Référence { $reference } : il y a une première réponse. La suite viendra.
notice-interim-answer-sms = { $reference } : il y a une première réponse. À lire sur { $url } ou dans nos bureaux.
notice-answered-subject = Référence { $reference } : une réponse
notice-answered-text = Référence { $reference } : il y a une réponse pour vous.
notice-answered-sms = { $reference } : il y a une réponse pour vous. À lire sur { $url } ou dans nos bureaux.
notice-message-subject = Référence { $reference } : un message
notice-message-text = Référence { $reference } : il y a un message pour vous.
notice-message-sms = { $reference } : il y a un message pour vous. À lire sur { $url } ou dans nos bureaux.
notice-resolved-subject = Référence { $reference } : réglé
notice-resolved-text = Référence { $reference } : l’affaire est réglée. Si ce n’est pas votre avis, dites-le-nous.
notice-resolved-sms = { $reference } : l’affaire est réglée. Pas d’accord : dites-le-nous. { $url }
notice-closed-subject = Référence { $reference } : clos
notice-closed-text = Référence { $reference } : le dossier est clos. Rien d’autre ne sera fait, sauf s’il est repris.
notice-closed-sms = { $reference } : le dossier est clos. { $url }
notice-closed-without-document-subject = Référence { $reference } : clos
notice-closed-without-document-text = Référence { $reference } : le dossier a été clos, car le document demandé n’est pas arrivé. Apportez-le et nous reprendrons l’affaire.
notice-closed-without-document-sms = { $reference } : dossier clos, car le document n’est pas arrivé. Apportez-le et nous le reprendrons. { $url }
notice-reopened-subject = Référence { $reference } : repris
notice-reopened-text = Référence { $reference } : le dossier est repris.
notice-reopened-sms = { $reference } : le dossier est repris. { $url }
notice-handed-over-subject = Référence { $reference } : un autre bureau
notice-handed-over-text = Référence { $reference } : un autre bureau s’en occupe désormais : { $office }. Votre référence reste la même.
notice-handed-over-sms = { $reference } : un autre bureau s’en occupe désormais : { $office }
notice-merged-subject = Référence { $reference } : traité avec un autre dossier
notice-merged-text = Référence { $reference } : une autre personne nous a signalé la même affaire, et les deux dossiers sont traités ensemble. Vous gardez votre référence et votre code d’accès, et vous recevrez aussi la réponse.
notice-merged-sms = { $reference } : traité avec un autre dossier sur la même affaire. Vous recevrez aussi la réponse. { $url }
notice-holder-passed-on-subject = { $reference } : vous a été transmis
notice-holder-passed-on-text = { $reference } ({ $category }) a été transmis à votre organisme.
notice-holder-assigned-subject = { $reference } : vous a été confié
notice-holder-assigned-text = { $reference } ({ $category }) vous a été confié.
notice-holder-due-soon-subject = { $reference } : à traiter avant le { $day }
notice-holder-due-soon-text = { $reference } ({ $category }) doit recevoir une réponse au plus tard le { $day }.
notice-holder-overdue-subject = { $reference } : en retard depuis le { $day }
notice-holder-overdue-text = { $reference } ({ $category }) aurait dû recevoir une réponse au plus tard le { $day }. Répondez maintenant, ou envoyez une première réponse.
notice-holder-interim-demanded-subject = { $reference } : envoyez une première réponse
notice-holder-interim-demanded-text = { $reference } ({ $category }) n’a encore reçu aucune réponse. Dites au moins au citoyen où en sont les choses.
notice-holder-escalated-subject = { $reference } : porté devant vous
notice-holder-escalated-text = { $reference } ({ $category }) a été porté devant vous. Veuillez veiller à ce qu’une réponse soit donnée.
notice-test-subject = Message d’essai
notice-test-text = Ceci est un essai. Si vous le lisez, les messages arrivent.
notice-test-sms = { $title } : ceci est un essai.

# Un formulaire enregistré pour plus tard
notice-saved-form-subject = Le code de votre formulaire enregistré
notice-saved-form-text = Vous avez enregistré un formulaire pour le continuer plus tard. Son code est { $code }. Il est gardé jusqu’au { $day }. Rien n’est encore envoyé.
notice-saved-form-open = Continuez à l’adresse { $url }/file/continue
