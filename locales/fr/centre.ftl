### The pages of the centre: the citizens’ portal and the agents’ desk.

centre-title = Portail des réclamations

## What every page has

centre-skip = Aller au contenu
centre-languages = Langue
centre-free = Ce service est gratuit.
centre-problem = Il y a un problème
centre-day-time = { $date } à { $time }
centre-optional = (facultatif)
centre-home = Aller à la page d’accueil
centre-not-found-title = Cette page n’existe pas
centre-not-found = Vérifiez l’adresse, ou recommencez à la page d’accueil.
centre-trouble-title = Un problème est survenu
centre-trouble = Ce que vous avez envoyé avant est gardé. Revenez en arrière et réessayez dans quelques minutes.
centre-too-large-title = C’est trop long
centre-too-large = Il y a de la place pour { $limit } caractères. Revenez en arrière et raccourcissez le texte.
centre-text-long = Ce texte a { $length } caractères. Il y a de la place pour { $limit }.
centre-text-marks = Des caractères invisibles ont été retirés de ce texte. Relisez-le et renvoyez-le.

## What a complaint is, and where it stands. $kind is complaint, request or suggestion

centre-kind-complaint = Réclamation
centre-kind-request = Demande
centre-kind-information = Demande de renseignement
centre-kind-suggestion = Suggestion
centre-status-received = { $kind ->
   *[complaint] Reçue
}
centre-status-checked = { $kind ->
   *[complaint] Vérifiée
}
centre-status-passed_on = { $kind ->
   *[complaint] Transmise
}
centre-status-waiting_documents = { $kind ->
   *[complaint] En attente de pièces
}
centre-status-in_progress = { $kind ->
   *[complaint] En cours de traitement
}
centre-status-answered = { $kind ->
   *[complaint] Réponse donnée
}
centre-status-resolved = { $kind ->
   *[complaint] Résolue
}
centre-status-closed = { $kind ->
   *[complaint] Clôturée
}
centre-status-reopened = { $kind ->
   *[complaint] Rouverte
}
centre-status-withdrawn = { $kind ->
   *[complaint] Retirée
}
centre-fact-reference = Référence
centre-fact-kind = Nature
centre-fact-matter = Catégorie
# A category of the profile after its heading: Water: No water
centre-matter = { $group } : { $name }
centre-fact-status = État
centre-fact-with = Auprès de
centre-fact-registered = Enregistrée le
centre-fact-due = Réponse attendue au plus tard le
centre-fact-office = Bureau
centre-fact-place = Lieu
centre-due-none = Pas de date fixée
centre-due-stopped = Délai suspendu
centre-due-over = Réponse donnée
centre-due-today = À traiter aujourd’hui
centre-days-left = { $count ->
    [one] { $count } jour ouvrable restant
   *[other] { $count } jours ouvrables restants
}
centre-days-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}

## The first page

portal-home-title = Réclamations et demandes au service public
portal-home-lead = Dites ce qui ne va pas dans l’un de nos bureaux : l’eau, une route, une pension, un lampadaire. Nous le transmettons au ministère ou à la collectivité qui doit répondre, et vous voyez ici chaque étape.
portal-follow-title = Suivre une réclamation
portal-follow-lead = Les deux sont sur votre récépissé. Aucun compte n’est nécessaire.
portal-reference = Numéro de référence
portal-reference-hint = Par exemple { $example }
portal-code = Code d’accès
portal-code-hint = Huit lettres et chiffres, par exemple { $example }
portal-follow-button = Suivre
portal-talk-title = Sans internet, ou vous préférez parler ?
# $office is the profile’s name for an office: Citizens Advice Bureau
portal-talk = Dans n’importe quel { $office }, quelqu’un fait tout cela avec vous. Apportez votre récépissé, et votre carte d’identité si vous en avez une.
portal-offices-link = Trouver un bureau
portal-offices-title = Nos bureaux
portal-danger-title = En danger ? N’écrivez pas ici.
portal-danger = Appelez :
portal-emergency-police = Police
portal-emergency-ambulance = Ambulance
portal-emergency-fire = Pompiers
portal-privacy-title = Vos données personnelles
portal-privacy-version = Version { $version } de cet avis.
portal-privacy-link = Données personnelles
portal-agents-link = Pour les agents
portal-footer = Plus sur ce service

## Following a complaint

portal-reference-missing = Indiquez le numéro de référence. Il est sur votre récépissé.
portal-code-missing = Indiquez le code d’accès. Il est sur votre récépissé.
portal-reference-shape = Un numéro de référence ressemble à { $example }. Relisez-le sur votre récépissé.
portal-reference-check = Un caractère de la référence est faux. Relisez-la.
portal-not-right = Numéro de référence ou code d’accès incorrect. Relisez les deux sur votre récépissé.
portal-too-many = Trop d’essais. Réessayez à { $time }.
portal-now-received = { $kind ->
    [request] Nous avons reçu votre demande
    [suggestion] Nous avons reçu votre suggestion
   *[complaint] Nous avons reçu votre réclamation
}
portal-now-checked = { $kind ->
   *[complaint] Vérifiée, et sur le point d’être transmise
}
portal-now-passed_on = { $kind ->
   *[complaint] Transmise à { $institution }
}
portal-now-waiting_documents = En attente de pièces de votre part
portal-now-in_progress = { $institution } s’en occupe
portal-now-answered = Vous avez une réponse
portal-now-resolved = { $kind ->
   *[complaint] Résolue
}
portal-now-closed = { $kind ->
   *[complaint] Clôturée
}
portal-now-reopened = { $kind ->
   *[complaint] Rouverte
}
portal-now-withdrawn = { $kind ->
   *[complaint] Retirée
}
portal-due = Une réponse est attendue au plus tard le { $date }.
portal-due-passed = La réponse était attendue au plus tard le { $date } et elle est en retard. Renseignez-vous dans n’importe lequel de nos bureaux.
portal-due-stopped = Délai suspendu dans l’attente de vos pièces. Envoyez-les ici, ou apportez-les dans n’importe lequel de nos bureaux.
portal-due-none = Aucune date n’est fixée pour une réponse.
portal-facts-title = { $kind ->
    [request] Votre demande
    [suggestion] Votre suggestion
   *[complaint] Votre réclamation
}
portal-story-title = Ce qui s’est passé
portal-step-registered = { $kind ->
    [request] Vous avez déposé la demande
    [suggestion] Vous avez déposé la suggestion
   *[complaint] Vous avez déposé la réclamation
}
portal-step-at = Lieu : { $office }
portal-step-routed = { $kind ->
   *[complaint] Transmise à { $institution }
}
portal-step-answer-interim = Réponse d’attente
portal-step-answer-final = Réponse définitive
portal-step-note = Un message pour vous
portal-step-document = Un document a été ajouté
portal-step-document-requested = Nous vous demandons un document
portal-step-handed-over = Transférée à { $office }
portal-step-escalated = Portée devant { $to }
portal-step-escalated-centre = l’unité centrale
portal-step-from = De : { $sender }
portal-step-withdrawn = { $kind ->
    [request] La demande a été retirée
    [suggestion] La suggestion a été retirée
   *[complaint] La réclamation a été retirée
}
portal-next-by = Au plus tard le { $date }
portal-ask-title = Une question ?
portal-ask-visit = Venez avec votre récépissé à { $office }, ou dans n’importe quel autre de nos bureaux.
portal-ask-call = Ou appelez le { $phone } et lisez la référence.
portal-another = Suivre une autre réclamation

## The agents’ desk: signing in

agents-title = Espace des agents
agents-sign-in = Se connecter
agents-sign-out = Se déconnecter
agents-login = Identifiant
agents-password = Mot de passe
agents-login-missing = Indiquez votre identifiant.
agents-password-missing = Indiquez votre mot de passe.
agents-sign-in-wrong = Identifiant ou mot de passe incorrect.
agents-signed-out = Vous êtes déconnecté.
agents-session-over = Vous avez été déconnecté, peut-être après un temps sans activité. Rien n’a été enregistré cette fois.
agents-kept = Ce que vous aviez saisi
agents-kept-hint = Copiez-le avant de continuer.

## The agents’ desk: the list

agents-menu = Menu
agents-nav = Listes
agents-view-open = En cours
agents-view-mine-unit = À transmettre
agents-view-mine-institution = À répondre
agents-view-overdue = En retard
agents-view-finished = Terminées
agents-view-all = Toutes
agents-filter = Filtrer
agents-filter-institution = Auprès de
agents-filter-any = Toutes les institutions
agents-filter-words = Mots
agents-filter-hint = Référence, nom, lieu ou texte
agents-filter-button = Afficher
agents-filter-clear = Tout afficher
agents-queue-count = { $count ->
    [one] { $count } dans cette liste, la plus urgente d’abord.
   *[other] { $count } dans cette liste, les plus urgentes d’abord.
}
agents-queue-latest = { $count ->
    [one] { $count } dans cette liste, le dernier changement d’abord.
   *[other] { $count } dans cette liste, les derniers changements d’abord.
}
agents-column-complaint = Réclamation
agents-column-registered = Enregistrée
agents-column-due = Échéance
agents-urgent = urgent
agents-restricted = restreinte
agents-pages = Pages
agents-page = Page { $page } sur { $pages }
agents-previous = 25 précédentes
agents-next = 25 suivantes
agents-empty = Rien ici
agents-empty-why = Les réclamations arrivent ici dès qu’un bureau les enregistre ou qu’elles vous sont transmises.
agents-empty-filtered = Rien ne correspond. Essayez un autre mot, ou une autre liste ci-dessus.

## The agents’ desk: one complaint

agents-words = Dans les mots du citoyen
agents-documents = Documents
agents-document-unnamed = Document sans nom
agents-document-size = { $size } ko
agents-document-on-its-way = En route depuis { $office } : { $have } ko sur { $size } sont ici
agents-document-not-taken = Il dépasse la taille que le centre accepte et ne viendra pas.
agents-document-save = Enregistrer
agents-story = Ce qui s’est passé
agents-due = Réponse attendue
agents-about = À son sujet
agents-citizen = Citoyen(ne)
agents-name = Nom
agents-nic = Carte d’identité
agents-phone = Téléphone
agents-email = Courriel
agents-address = Adresse
agents-language = Langue
agents-contact = Prévenir par
agents-contact-phone = Téléphone
agents-contact-sms = SMS
agents-contact-letter = Lettre
agents-contact-email = Courriel
agents-contact-visit = À la prochaine visite
agents-no-name = Sans nom
agents-centre = centre
agents-step-registered = Enregistrement
agents-step-routed = Transmission à { $institution }
agents-step-status = Nouvel état : { $status }
agents-step-answer-interim = Réponse d’attente
agents-step-answer-final = Réponse définitive
agents-step-note-inside = Note interne
agents-step-note-citizen = Note pour le citoyen
agents-step-corrected = Corrigé : { $field }
agents-step-corrected-values =
    Avant : { $from }
    Maintenant : { $to }
agents-step-chosen = Deux versions différentes, une choisie : { $field }
agents-step-document = Ajout d’un document
agents-step-document-requested = Demande d’un document au citoyen
agents-field-surname = nom de famille
agents-field-other_names = prénom
agents-field-nic = numéro de carte d’identité
agents-field-phone = téléphone
agents-field-email = courriel
agents-field-address = adresse
agents-field-locality = localité
agents-field-place = lieu
agents-field-subject = objet
agents-field-text = texte
agents-field-category = catégorie
agents-field-other = un champ que cette version ne connaît pas encore
agents-field-empty = rien
agents-differ = Deux versions différentes : { $field }
agents-differ-hint = Deux personnes ont écrit ceci en même temps. Le bureau choisit.
agents-differ-value = { $value } ({ $name }, { $date })
agents-step-withdrawn = Retrait à la demande du citoyen
agents-step-told = { $way ->
    [phone] Citoyen prévenu par téléphone
    [sms] Citoyen prévenu par SMS
    [letter] Citoyen prévenu par lettre
    [email] Citoyen prévenu par courriel
   *[visit] Citoyen prévenu au guichet
}
agents-step-not-reached = { $way ->
    [phone] Appel resté sans réponse
   *[other] Tentative de prévenir le citoyen, sans succès
}
agents-step-rated = Le citoyen lui donne { $stars } sur 5
agents-step-handed-over = Transférée à { $office }
agents-step-escalated = Saisine : { $to }
agents-step-linked = Va avec { $reference }
agents-step-retracted = Opération annulée
agents-step-unknown = Une opération que cette version ne connaît pas encore. Elle est gardée.
agents-refused = Non acceptée : { $reason }
agents-refusal-not_registered = la réclamation n’est pas enregistrée.
agents-refusal-already_registered = elle était déjà enregistrée.
agents-refusal-overtaken = quelqu’un d’autre avait déjà changé l’état.
agents-refusal-not_possible = cet état ne mène pas à celui-là.
agents-refusal-finished = la réclamation est terminée. Rouvrez-la d’abord.
agents-refusal-other_office = un autre bureau détient la réclamation.
agents-refusal-unreadable = elle n’a pas pu être lue.
agents-refusal-disabled = le compte de son auteur avait été désactivé avant.
agents-refusal-field_fixed = ceci ne peut plus être corrigé ici. Transmettez-la à la bonne institution.
agents-refusal-field_empty = ceci ne peut pas être vide.
agents-refusal-repeated = elle y figure déjà.
agents-refusal-retracted = son auteur l’a annulée.
agents-refusal-other = pour une raison que cette version ne connaît pas.
agents-twins = Plusieurs réclamations portent cette référence. Vous en voyez une ; les autres :

## The agents’ desk: what an agent does

agents-deeds = Ce que vous pouvez faire
agents-answer = Répondre
agents-answer-text = Réponse au citoyen
agents-answer-hint = Langue du citoyen : { $language }. Le citoyen lit ce texte tel que vous l’écrivez.
agents-answer-which = Quelle réponse est-ce ?
agents-answer-interim = D’attente, il y aura une suite
agents-answer-final = Définitive
agents-answer-button = Envoyer la réponse
agents-answer-missing = Écrivez la réponse.
agents-answer-which-missing = Choisissez si la réponse est d’attente ou définitive.
agents-route = Transmettre
agents-route-to = Institution
agents-route-choose = Choisir une institution
agents-route-now = Actuellement auprès de : { $institution }
agents-remark = Remarque
agents-remark-hint = Seuls les collègues la lisent. Ce que le citoyen doit savoir va dans une note pour le citoyen.
agents-route-button = Transmettre à l’institution
agents-route-missing = Choisissez l’institution dans la liste.
agents-status = Changer l’état
agents-status-to = Nouvel état
agents-status-button = Enregistrer le nouvel état
agents-status-missing = Choisissez le nouvel état.
agents-note = Écrire une note
agents-note-text = Note
agents-note-who = Qui la lit ?
agents-note-inside = Les collègues seulement
agents-note-citizen = Le citoyen aussi
agents-note-button = Enregistrer la note
agents-note-missing = Écrivez la note.
agents-note-who-missing = Choisissez qui lit la note.
agents-done-answer = La réponse est enregistrée. Le citoyen peut la lire dès maintenant.
agents-done-route = C’est transmis.
agents-done-status = Le nouvel état est enregistré.
agents-done-note = La note est enregistrée.
agents-overtaken-title = Quelque chose a changé pendant que vous écriviez
agents-overtaken = Rien n’est encore enregistré. Votre texte est gardé ci-dessous. Regardez ce qui est nouveau et renvoyez-le s’il convient toujours.
agents-refused-title = Ceci n’a pas été accepté
agents-token = Ce formulaire était trop ancien. Votre texte est gardé ci-dessous : renvoyez-le.
agents-gone-title = Cette réclamation n’est pas auprès de vous
agents-gone = Elle a peut-être été transmise pendant que vous écriviez. Rien n’a été enregistré.
agents-gone-back = Retour à la liste
agents-not-allowed = Vous n’avez pas le droit de faire cela. Demandez à l’unité du centre.

## The agents’ desk: files from sticks

agents-carry = Clés USB
agents-carry-title = Fichiers des clés USB
agents-carry-what = Les bureaux sans ligne envoient leurs réclamations dans un fichier sur une clé USB. Remettez-le ici : le centre prend ce qu’il contient, et votre navigateur enregistre la réponse qui retourne au bureau. Le fichier est scellé ; remettre deux fois le même ne fait aucun mal.
agents-carry-file = Fichier du bureau
agents-carry-limit = Un fichier, 4 Go au plus. Un grand fichier prend du temps ; laissez cette page ouverte.
agents-carry-button = Remettre et enregistrer la réponse
agents-carry-next = Copiez la réponse sur la clé et rapportez-la au bureau, qui la lit sur son ordinateur.
agents-carry-missing = Choisissez le fichier que le bureau a copié sur la clé.
agents-carry-cut = Le fichier s’arrête trop tôt : la clé a sans doute été retirée. Opérations prises jusqu’ici : { $count }. Copiez le fichier de nouveau et remettez-le encore une fois.
agents-carry-other-file = Ce n’est pas un fichier que Guichet a écrit pour une clé USB.
agents-carry-is-reply = C’est la réponse d’un centre. Elle se lit au bureau ; remettez le fichier qui en vient.
agents-carry-other-centre = Ce fichier est scellé pour un autre centre et ne peut pas être ouvert ici.
agents-carry-newer = Ce fichier a été écrit par une version plus récente de Guichet. Il faut d’abord mettre le centre à jour.
agents-carry-too-large = Le fichier dépasse 4 Go. Le bureau doit l’envoyer par une ligne.
agents-carry-damaged = Le fichier est abîmé. Copiez-le de nouveau, ou demandez au bureau de le réécrire.
agents-carry-stranger = Le centre ne connaît pas l’ordinateur qui a écrit ce fichier, ou l’a exclu. Rien n’a été pris.

## Who did a step that is neither of an office nor of an institution
centre-capacity-citizen = Le citoyen, sur le portail
centre-capacity-automatic = Automatiquement, selon une règle

## Steps of the unit at the centre
agents-step-assigned = Confiée à { $name }
agents-step-assigned-nobody = Confiée à personne en particulier
agents-step-triaged-both = Urgente et réservée
agents-step-triaged-urgent = Urgente
agents-step-triaged-restricted = Réservée : seuls ceux qui la traitent la voient
agents-step-triaged-neither = Ni urgente ni réservée
agents-step-merged = Traitée avec { $reference }
portal-step-merged = Traitée avec une autre qui porte sur la même affaire

## A host name that no commune has

centre-nobody-title = Il n’y a pas de service à cette adresse
centre-nobody = Regardez l’adresse sur votre récépissé ou votre lettre, et saisissez-la de nouveau.
