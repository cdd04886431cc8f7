### The citizens’ portal: filing, coming back to it, accounts. What every page of the centre has stands in centre.ftl.

## The first page

portal-home-lead-portal = Dites ce qui ne va pas : l’eau, une route, une pension, un lampadaire. Nous le transmettons au ministère ou à la collectivité qui doit répondre, et vous voyez ici chaque étape.
portal-file-begin = Déposer une réclamation ou une demande
portal-file-about = Environ 5 minutes. Aucun compte n’est nécessaire.
portal-hours-title = Ouvert jour et nuit
portal-hours = Vous pouvez déposer et suivre ici 24 heures sur 24, tous les jours. Des personnes le lisent les jours ouvrables.
portal-fees = Ce service est gratuit. Si un organisme public demande ses propres frais, par exemple pour un permis, nous le disons avant tout envoi.
portal-mine-title = Mes réclamations

## Filing: what stands around every page

portal-file-step = Étape { $number } sur { $count }
portal-file-first = Première étape
portal-file-back = Retour
portal-file-continue = Continuer
portal-file-stop = Arrêter et effacer ce que j’ai écrit
portal-file-stopped-title = C’est effacé
portal-file-stopped = Ce que vous avez écrit et les documents ajoutés ont disparu. Rien n’a été envoyé.
portal-file-gone-title = Ce formulaire n’est plus ici
portal-file-gone = Un formulaire est gardé trois heures, dans le navigateur où il a été commencé. Le navigateur doit accepter le cookie de ce site. Recommencez, ou allez dans l’un de nos bureaux.
portal-file-cookie = Ce que vous écrivez est gardé trois heures, seulement pour que vous puissiez revenir en arrière. Un cookie de ce site le retrouve, et ne fait rien d’autre.
portal-file-free = C’est gratuit.
portal-file-privacy = Seuls les services qui traitent votre dossier voient ce que vous écrivez.
portal-file-privacy-link = Avis sur les données personnelles, version { $version }
portal-too-often-title = Pas maintenant
portal-too-often = { $count ->
    [one] Cela a été fait trop souvent depuis votre connexion. Réessayez dans { $count } minute, ou allez dans l’un de nos bureaux.
   *[other] Cela a été fait trop souvent depuis votre connexion. Réessayez dans { $count } minutes, ou allez dans l’un de nos bureaux.
}

## Filing: what it is, and what it is about

portal-file-kind-title = Qu’est-ce qui vous amène ?
portal-file-kind-complaint = Quelque chose ne va pas, ou n’a pas été fait.
portal-file-kind-request = Vous avez besoin de quelque chose d’un service public.
portal-file-kind-information = Vous voulez savoir quelque chose.
portal-file-kind-suggestion = Quelque chose pourrait être mieux.
portal-file-kind-missing = Choisissez ce qui vous amène.
portal-file-matter-title = De quoi s’agit-il ?
portal-file-matter-lead = Choisissez le plus proche. Si ce n’est pas le bon, nous transmettons pour vous.
portal-file-matter-missing = Choisissez le sujet dans la liste.
portal-file-search = Chercher par un mot
portal-file-search-hint = Par exemple : lampadaire, pension, chien
portal-file-search-button = Chercher
portal-file-search-none = Rien ne porte ce nom. Essayez un autre mot, ou videz le champ pour tout voir.
portal-file-usual = { $count ->
    [one] réponse en général sous { $count } jour ouvrable
   *[other] réponse en général sous { $count } jours ouvrables
}
portal-file-usual-none = sans délai
portal-file-goes-to = Va à
portal-file-answer = Quand
portal-file-hotline = Leur téléphone
portal-file-needed = Documents qui seront demandés
portal-file-paper = { $name } ({ $copies })

## Filing: what happened

portal-file-story-title = { $kind ->
    [request] De quoi avez-vous besoin ?
    [suggestion] Qu’est-ce qui pourrait être mieux ?
   *[complaint] Que s’est-il passé ?
}
portal-file-text = Avec vos mots
portal-file-text-hint = Quoi, depuis quand, et à qui vous avez déjà demandé. Dans n’importe quelle langue. N’écrivez ni mot de passe ni numéro de carte bancaire.
portal-file-text-missing = Écrivez de quoi il s’agit.
portal-file-place = Lieu
portal-file-place-hint = Rue et localité, ou ce qui est à côté
portal-file-point = Point sur la carte
portal-file-point-hint = Un lien d’une carte, ou deux nombres comme -20.4083, 57.7000
portal-file-point-shape = Nous n’y trouvons pas de lieu. Copiez un lien d’une carte, ou laissez vide.

## Filing: who, and how an answer comes

portal-file-person-title = Qui êtes-vous, et comment répondre ?
portal-file-discretion = Qui peut savoir que c’est vous ?
portal-file-discretion-open = Tous ceux qui s’en occupent
portal-file-discretion-open-hint = C’est le plus rapide.
portal-file-discretion-confidential = Notre cellule seulement, en confidence
portal-file-discretion-confidential-hint = L’institution voit l’affaire et non votre nom.
portal-file-discretion-anonymous = Personne : sans nom
portal-file-discretion-anonymous-hint = Ce que vous écrivez plus bas n’est pas gardé, et nous ne pouvons pas vous apporter la réponse. Vous la cherchez ici avec la référence et le code.
portal-file-whom = Pour qui ?
portal-file-whom-self = Pour moi
portal-file-whom-other = Pour une autre personne
portal-file-helper-title = Si c’est pour une autre personne : sur vous
portal-file-helper = En son nom
portal-file-helper-name = Votre propre nom
portal-file-helper-missing = Écrivez votre propre nom, puisque c’est pour une autre personne.
portal-file-helper-relation = Votre lien avec cette personne
portal-file-helper-relation-hint = Fille, voisin, avocat
portal-file-helper-phone = Votre propre téléphone
portal-file-who = La personne
portal-file-name = Nom
portal-file-surname = Nom de famille
portal-file-other-names = Prénoms
portal-file-name-missing = Écrivez le nom.
portal-file-nic = Numéro de carte d’identité
portal-file-nic-hint = Il nous aide à retrouver ce qui va ensemble.
portal-file-ways-title = La réponse
portal-file-ways = Comment pouvons-nous vous prévenir ?
portal-file-ways-hint = Choisissez-en autant que vous voulez, ou aucun. Ici vous pouvez toujours regarder.
portal-file-way-email = Par courriel
portal-file-way-sms = Par SMS
portal-file-way-phone = Par téléphone
portal-file-way-letter = Par lettre
portal-file-way-none = Personne ne vous prévient ; vous regardez ici
portal-file-email = Adresse électronique
portal-file-email-missing = Écrivez l’adresse électronique, puisque vous voulez être prévenu ainsi.
portal-file-email-shape = Une adresse électronique ressemble à nom@example.mu. Relisez-la.
portal-file-phone = Numéro de téléphone
portal-file-phone-missing = Écrivez le numéro de téléphone, puisque vous voulez être prévenu ainsi.
portal-file-phone-shape = Ce n’est pas un numéro de téléphone. Pour un autre pays, commencez par + et son indicatif.
portal-file-address = Adresse
portal-file-street = Rue et numéro
portal-file-address-missing = Écrivez l’adresse, puisque vous voulez une lettre.
portal-file-locality = Ville ou village

## Filing: documents

portal-file-documents-title = Documents
portal-file-documents-lead = Une photo de la facture, du lieu, d’une lettre. Vous pouvez aussi les ajouter plus tard, ou n’en mettre aucun.
portal-file-kept = Ajoutés jusqu’ici
portal-file-remove = Retirer
portal-file-remove-name = Retirer { $name }
portal-file-add = Ajouter ces documents
portal-file-no-documents = Aucun
portal-upload = Choisir des fichiers ou prendre une photo
portal-upload-hint = JPEG, PNG ou PDF, jusqu’à { $limit } Mo chacun, { $count } fichiers au plus. Le lieu où une photo a été prise en est retiré.
portal-upload-missing = Choisissez au moins un fichier.
portal-upload-empty = { $name } est vide. Choisissez-le à nouveau.
portal-upload-large = { $name } dépasse { $limit } Mo. Prenez une photo plus petite, ou numérisez avec moins de détail.
portal-upload-kind = { $name } n’est pas un JPEG, PNG ou PDF, quel que soit son nom. Prenez-le en photo, ou enregistrez-le en PDF.
portal-upload-damaged = { $name } n’est pas complet. Choisissez-le à nouveau, ou reprenez la photo.
portal-upload-locked = { $name } ne s’ouvre qu’avec un mot de passe. Enregistrez-le sans et choisissez-le à nouveau.
portal-upload-many = Il y a de la place pour { $limit } fichiers. Le reste n’a pas été pris.
portal-upload-cut = La connexion a été coupée pendant l’envoi du fichier. Renvoyez-le.
portal-upload-taken = Ceux-ci sont déjà là, inutile de les renvoyer : { $names }
portal-upload-all = C’est tout ce qui a été demandé
portal-upload-all-hint = Le délai court alors à nouveau.

## Filing: once more before it is sent

portal-file-review-title = Est-ce bien cela ?
portal-file-change = Modifier
portal-file-change-what = Modifier : { $what }
portal-file-send = { $kind ->
    [request] Envoyer la demande
    [suggestion] Envoyer la suggestion
   *[complaint] Déposer la réclamation
}
portal-author = Le citoyen

## The receipt

portal-receipt-title = { $kind ->
    [request] Nous avons reçu votre demande
    [suggestion] Nous avons reçu votre suggestion
   *[complaint] Nous avons reçu votre réclamation
}
portal-receipt-new = C’est envoyé, et enregistré chez nous.
portal-receipt-keep = Notez les deux, ou enregistrez le récépissé : avec eux vous suivez sans compte. Ne montrez le code qu’à une personne de confiance.
portal-receipt-pdf = Enregistrer le récépissé (PDF)
portal-receipt-print = Vous pouvez aussi imprimer cette page.
portal-receipt-follow = Suivre
portal-receipt-see = Le récépissé
portal-receipt-facts = Ce que nous avons reçu
portal-receipt-recorded = Reçu le
portal-receipt-next = Ce qui se passe ensuite
portal-receipt-next-check = Une personne le lit le prochain jour ouvrable et le transmet à l’institution qui doit répondre.
portal-receipt-next-due = Vous avez une réponse au plus tard le { $date }. S’il manque un document, nous vous le demandons, et le délai s’arrête jusqu’à son arrivée.
portal-receipt-next-told = Nous vous prévenons : { $where }
portal-receipt-next-look = Vous n’avez pas dit comment vous prévenir : regardez ici avec la référence et le code.
portal-receipt-next-after = Après la réponse, vous pouvez dire si vous êtes satisfait, faire rouvrir le dossier, ou le porter devant l’instance supérieure.
portal-receipt-account = Avec un compte, vous retrouvez toutes vos réclamations au même endroit.
portal-account-new = Créer un compte

## Following, and what a citizen does

portal-follow-closed = Pour voir cette page, indiquez la référence et le code d’accès, ou connectez-vous. Votre navigateur doit accepter le cookie de ce site.
portal-ask-any = Venez avec votre récépissé dans n’importe lequel de nos bureaux.
portal-merged = Une autre personne nous a signalé la même affaire. Les deux sont traitées ensemble. Vous gardez votre référence, et la réponse vous parvient ici aussi.
portal-deeds-title = Ce que vous pouvez faire
portal-documents-title = Vos documents
portal-deed-until = Jusqu’au { $date }
portal-asked-until = au plus tard le { $date }
portal-step-remark = Votre remarque
portal-step-by-you = De vous
portal-step-rated-1 = Votre avis : 1 sur 5
portal-step-rated-2 = Votre avis : 2 sur 5
portal-step-rated-3 = Votre avis : 3 sur 5
portal-step-rated-4 = Votre avis : 4 sur 5
portal-step-rated-5 = Votre avis : 5 sur 5
portal-deed-back = Retour au dossier
portal-deed-text = Avec vos mots
portal-deed-documents = Envoyer des documents
portal-deed-documents-lead = Ils vont à qui s’en occupe.
portal-deed-documents-button = Envoyer les documents
portal-deed-remark = Écrire une remarque
portal-deed-remark-lead = Du nouveau, ou un oubli. La remarque reste au dossier.
portal-deed-remark-button = Envoyer la remarque
portal-deed-remark-missing = Écrivez la remarque.
portal-deed-rate = Donner votre avis
portal-deed-rate-lead = Comment votre affaire a-t-elle été traitée ? Cela nous aide à faire mieux, et ne change rien à la réponse.
portal-deed-rate-button = Envoyer l’avis
portal-stars = Êtes-vous satisfait ?
portal-stars-5 = 5, tout à fait
portal-stars-4 = 4, plutôt
portal-stars-3 = 3, moyennement
portal-stars-2 = 2, peu
portal-stars-1 = 1, pas du tout
portal-stars-missing = Choisissez un nombre de 1 à 5.
portal-deed-reopen = Faire rouvrir le dossier
portal-deed-reopen-lead = Si la réponse n’a rien réglé, ou si cela recommence. La même institution le réexamine.
portal-deed-reopen-button = Rouvrir
portal-deed-reopen-missing = Écrivez pourquoi il faut le rouvrir.
portal-deed-appeal = Porter devant l’instance supérieure
portal-deed-appeal-lead = Si vous pensez que la réponse est fausse. La cellule centrale l’examine, et non l’institution qui a répondu.
portal-deed-appeal-button = Porter devant la cellule
portal-deed-appeal-missing = Écrivez ce qui est faux dans la réponse.
portal-deed-withdraw = { $kind ->
    [request] Retirer la demande
    [suggestion] Retirer la suggestion
   *[complaint] Retirer la réclamation
}
portal-deed-withdraw-lead = Plus personne n’y travaille ensuite. Vous pouvez la faire rouvrir pendant un certain temps.
portal-deed-withdraw-button = Retirer
portal-done-documents = Vos documents sont arrivés
portal-done-documents-next = La personne qui s’en occupe les voit désormais.
portal-done-remark = Votre remarque est arrivée
portal-done-remark-next = La personne qui s’en occupe la voit désormais.
portal-done-rate = Votre avis est arrivé
portal-done-rate-next = Il compte dans nos chiffres, sans votre nom.
portal-done-reopen = Le dossier est rouvert
portal-done-reopen-next = Nous vous prévenons quand il y a du nouveau. Ici vous voyez chaque étape.
portal-done-appeal = C’est devant la cellule centrale
portal-done-appeal-next = Elle réexamine l’affaire. Nous vous prévenons quand il y a du nouveau.
portal-done-withdraw = { $kind ->
    [request] La demande est retirée
    [suggestion] La suggestion est retirée
   *[complaint] La réclamation est retirée
}
portal-done-withdraw-next = Plus personne n’y travaille.
portal-refused-title = Ce n’est pas possible maintenant
portal-refused-documents = Le dossier est terminé. Faites-le rouvrir, ou apportez les documents dans l’un de nos bureaux.
portal-refused-remark = Le dossier est terminé. Faites-le rouvrir, ou demandez dans l’un de nos bureaux.
portal-refused-rate = Il n’y a pas encore de réponse, vous avez déjà donné votre avis, ou le délai est passé.
portal-refused-reopen = Le dossier n’est pas terminé, ou le délai est passé. Vous pouvez toujours en déposer un nouveau qui cite cette référence.
portal-refused-appeal = Il n’y a pas encore de réponse, ou le délai est passé. Demandez dans l’un de nos bureaux.
portal-refused-withdraw = Il y a déjà une réponse, ou le dossier est terminé.

## Accounts

portal-account-reached = Courriel ou numéro de portable
portal-account-reached-hint = Un code y est envoyé, pour savoir que c’est le vôtre. Vous vous connectez avec.
portal-account-reached-missing = Écrivez le courriel ou le numéro de portable.
portal-account-reached-shape = Ce n’est ni un courriel ni un numéro de téléphone. Relisez-le.
portal-account-nic-hint = Avec lui vous retrouvez aussi ce qui a été enregistré pour vous dans un bureau, une fois confirmé.
portal-account-password = Mot de passe
portal-account-password-new = Nouveau mot de passe
portal-account-password-hint = Au moins { $count } caractères. Trois ou quatre mots se retiennent bien.
portal-account-password-short = Choisissez un mot de passe d’au moins { $count } caractères.
portal-account-password-missing = Écrivez votre mot de passe.
portal-account-password-wrong = Ce n’est pas votre mot de passe. Écrivez-le à nouveau.
portal-account-have = J’ai un compte : me connecter
portal-account-forgotten = J’ai oublié mon mot de passe
portal-account-follow = Suivre une réclamation sans compte
portal-account-new-title = Créer un compte
portal-account-new-lead = Toutes vos réclamations au même endroit. Il n’en faut pas pour déposer ni pour suivre.
portal-account-new-button = M’envoyer le code
portal-account-code = Code
portal-account-code-hint = Six chiffres. Il est valable { $count } minutes.
portal-account-code-wrong = Ce n’est pas le code. Relisez-le.
portal-account-code-over = Ce code n’est plus valable. Faites-en envoyer un nouveau.
portal-account-code-none = Aucun code reçu : réessayer
portal-account-confirm-title = Indiquez le code
portal-account-confirm-lead = Nous l’avons envoyé à l’adresse indiquée. Si vous y avez déjà un compte, aucun code n’arrive : connectez-vous.
portal-account-confirm-button = Confirmer
portal-account-sign-in-title = Se connecter
portal-account-sign-in-lead = À toutes vos réclamations.
portal-account-sign-in-button = Se connecter
portal-account-sign-in-wrong = Adresse ou mot de passe incorrect. Réécrivez les deux, ou faites changer le mot de passe.
portal-account-sign-out = Se déconnecter
portal-account-out = Vous êtes déconnecté.
portal-account-forgotten-title = Un nouveau mot de passe
portal-account-forgotten-lead = Nous envoyons un code à l’adresse de votre compte.
portal-account-forgotten-button = M’envoyer le code
portal-account-reset-title = Indiquez le code et un nouveau mot de passe
portal-account-reset-lead = S’il existe un compte à cette adresse, un code est en route. Vous serez déconnecté partout ailleurs.
portal-account-reset-button = Changer le mot de passe
portal-account-details-title = Corriger mes données
portal-account-details-lead = C’est aussi corrigé dans vos réclamations en cours, là où elles disent la même chose.
portal-account-details-button = Enregistrer
portal-account-address-title = Autre courriel ou portable
portal-account-address-lead = Nous y envoyons un code, pour savoir que c’est le vôtre.
portal-account-address-now = Actuellement : { $where }
portal-account-address-sent = Nous l’avons envoyé à l’adresse indiquée, sauf si un autre compte a cette adresse.
portal-account-address-button = M’envoyer le code
portal-account-identity-title = Confirmer mon numéro d’identité
portal-account-identity-lead = Indiquez la référence et le code d’accès d’une réclamation enregistrée pour vous dans un bureau et portant votre numéro. Toutes celles qui portent ce numéro s’affichent alors. Un bureau peut réimprimer le récépissé.
portal-account-identity-button = Confirmer
portal-account-identity-not-proven = Cette réclamation ne porte pas votre numéro, ou personne n’a vu votre carte au dépôt. Prenez un récépissé d’un bureau.
portal-account-identity-taken = Un autre compte a ce numéro. Allez dans un bureau avec votre carte.
portal-account-close-title = Fermer mon compte
portal-account-close-lead = Nous effaçons du compte votre nom, vos adresses et votre mot de passe. Vos réclamations restent chez ceux qui les traitent, avec ce que vous y avez écrit : ce sont des archives publiques, gardées comme le dit l’avis. Avec la référence et le code d’accès, vous pouvez toujours les suivre. Emportez d’abord vos données.
portal-account-close-button = Fermer le compte
portal-account-closed-title = Votre compte est fermé
portal-account-closed = Vos réclamations suivent leur cours. Suivez-les avec la référence et le code d’accès.

## My complaints

portal-mine-open = En cours
portal-mine-finished = Terminées
portal-mine-due = réponse au plus tard le { $date }
portal-mine-empty = Rien ici pour l’instant
portal-mine-empty-why = Ce que vous déposez en étant connecté est ici, ainsi que ce que vous ajoutez avec référence et code d’accès.
portal-mine-account = Mon compte
portal-mine-add = Ajouter une réclamation avec référence et code
portal-mine-identity = Retrouver ce qui a été enregistré dans un bureau
portal-mine-done-new = Votre compte est créé. Vous êtes connecté.
portal-mine-done-password = Votre nouveau mot de passe est en place. Vous êtes connecté.
portal-mine-done-details = Vos données sont corrigées.
portal-mine-done-address = La nouvelle adresse est la vôtre désormais.
portal-mine-done-identity = Votre numéro est confirmé. Ce qui a été enregistré avec lui est dans la liste.
portal-data-title = Emporter mes données
portal-data-lead = Tout ce que nous gardons sur vous : votre compte, vos réclamations avec chaque étape, et vos documents.
portal-data-button = Enregistrer mes données (JSON)
portal-data-hint = Un texte que d’autres programmes savent lire aussi. Il contient vos codes d’accès : gardez-le pour vous.
portal-widget-all = Voir chaque étape

# Une réclamation traitée avec une autre
portal-merged-own = C’est la même affaire qu’une autre que vous avez déposée. Les deux sont traitées ensemble, et la réponse vaut pour les deux. L’autre :

# Tout en un fichier
portal-data-zip = Enregistrer le tout (ZIP)
portal-data-zip-hint = Un fichier avec vos données à lire, les mêmes pour les programmes, chaque récépissé et les documents que vous avez remis. Il contient vos codes d’accès : gardez-le pour vous.
portal-data-page-title = Ce que nous gardons sur vous
portal-data-page-lead = Cette page, my-data.json pour les programmes, chaque récépissé et les documents que vous avez remis sont dans un même dossier. Il contient ce qui ouvre vos dossiers : gardez-le pour vous.
portal-data-made = Établi le { $at }.
portal-data-account = Votre compte
portal-data-not-here = pas encore arrivé
portal-data-taken-title = Déjà emporté
portal-data-taken = { $at } ({ $what })
portal-data-taken-hint = Si l’une de ces fois ce n’était pas vous, choisissez un nouveau mot de passe.

# Enregistrer et continuer plus tard
portal-file-save = Enregistrer et arrêter pour l’instant
portal-saved-title = Votre formulaire est enregistré
portal-saved-lead = Vous pouvez le continuer plus tard, ici ou sur un autre téléphone, avec ce code.
portal-saved-code = Code de votre formulaire
portal-saved-until = Gardé jusqu’au
portal-saved-where = Continuer à l’adresse
portal-saved-keep = Notez le code ou prenez-le en photo. Personne ne pourra vous le redonner. Un code que vous aviez avant pour ce formulaire ne marche plus.
portal-saved-email = Nous l’avons aussi envoyé à { $where }.
portal-saved-not-sent = Rien n’est encore envoyé, et personne ne le lit. Si vous ne le continuez pas, il est effacé après ce jour.
portal-saved-code-missing = Entrez le code de votre formulaire.
portal-saved-code-wrong = Il n’y a pas de formulaire enregistré avec ce code. Vérifiez chaque lettre. Un formulaire est effacé après le jour qui vous a été indiqué.
portal-saved-sent-title = Ce formulaire a déjà été envoyé
portal-saved-sent = Ce que vous aviez enregistré a été envoyé. Suivez-le avec sa référence et son code d’accès, qui sont sur le récépissé.
portal-continue-link = Continuer un formulaire que j’ai enregistré
portal-continue-title = Continuer un formulaire enregistré
portal-continue-lead = Vous avez reçu un code quand vous l’avez enregistré.
portal-continue-hint = Douze lettres et chiffres, comme { "7KQ2-\u20609XWD-\u206004TB" }
portal-continue-button = Ouvrir le formulaire
portal-continue-new = Je n’ai pas de code : commencer un nouveau formulaire
