### Le bureau de l’agent d’accueil. Mêmes clés et mêmes arguments dans les quatre langues.

## Le cadre

app-name = Guichet
skip-to-page = Aller à la page
search = Rechercher
register = Enregistrer
places = Lieux
complaints = Réclamations
places-menu = Menu
on-this-computer = Sur cet ordinateur
drafts = Brouillons
waiting = En attente
lock = Verrouiller
keys-button = Touches
language-and-display = Langue et affichage
computer-number = PC { $number }
close = Fermer
cancel = Annuler
back-to-complaints = Retour aux réclamations
try-again = Réessayer
open = Ouvrir
optional = (facultatif)
joined = { $first }, { $second }
add-clerk = Ajouter un agent
go-on-hint = Ce que vous avez saisi est gardé. Vous continuez là où vous étiez.

## Langue et affichage

display-language = Langue
display-colours = Couleurs
display-theme-system = Comme cet ordinateur
display-theme-light = Clair
display-theme-dark = Sombre
display-theme-contrast = Contraste élevé
display-text-size = Taille du texte
display-percent = { $percent } %

## Touches

keys-title = Touches
keys-register = Enregistrer une réclamation
keys-search = Rechercher
keys-lock = Verrouiller
keys-save = Enregistrer et imprimer le récépissé, enregistrer une note
keys-draft = Garder en brouillon
keys-rows = Se déplacer dans une liste
keys-open-row = Ouvrir
keys-panes = Aller à la partie suivante de la fenêtre
keys-escape = Fermer, ou renoncer
keys-print = Imprimer le récépissé
keys-larger = Texte plus grand ou plus petit
keys-help = Montrer ces touches
key-enter = Entrée
key-space = Espace

## Rejoindre le centre

enrol-title = Relier cet ordinateur au centre
enrol-intro = Votre administrateur vous a donné une adresse et un code pour cet ordinateur.
enrol-next = Cet ordinateur crée ses propres clés et le code est consommé. Ensuite, le responsable du bureau choisit un nom et un code PIN.
enrol-server = Adresse du centre
enrol-server-hint = Exactement comme sur la feuille de votre administrateur.
enrol-code = Code à usage unique
enrol-code-hint = Il sert une seule fois, pour cet ordinateur seulement.
enrol-button = Relier
enrol-working = Connexion au centre
enrol-passphrase-title = Cet ordinateur n’a pas de trousseau
enrol-passphrase-intro = La clé de ce poste est normalement gardée par le trousseau de l’ordinateur. Il ne répond pas ici, une phrase secrète prend donc sa place. Elle est demandée à chaque ouverture.
enrol-passphrase-warning = Écrivez-la et gardez-la dans le coffre du bureau. Sans elle, personne ne peut ouvrir ce qui est enregistré sur cet ordinateur.
passphrase-new = Nouvelle phrase secrète
passphrase-new-hint = Au moins 12 caractères. Quatre ou cinq mots se retiennent facilement.
passphrase-again = La même phrase secrète encore une fois
passphrase-differs = Les deux ne sont pas identiques. Saisissez-les de nouveau.

## Ouvrir le poste

passphrase-title = Ouvrir le poste
passphrase-intro = Ce qui est enregistré sur cet ordinateur est protégé par une phrase secrète.
passphrase-label = Phrase secrète
passphrase-hint = Fonctionne sans connexion.
keyring-away-title = Le trousseau ne répond pas
keyring-away-what = La clé de ce poste est dans le trousseau de cet ordinateur, et le trousseau est verrouillé ou arrêté.
keyring-away-do = Déverrouillez le trousseau ou rouvrez votre session sur l’ordinateur, puis réessayez. Si cela dure, appelez votre administrateur.
key-missing-title = La clé de ce poste manque
key-missing-what = Les réclamations sont sur cet ordinateur, mais pas la clé qui les ouvre. Elle a peut-être disparu avec le trousseau.
key-missing-do = Ne réinstallez pas cet ordinateur. Appelez votre administrateur, qui peut remettre la clé. Ce qui a été envoyé auparavant est au centre.
store-damaged-title = Ce qui est enregistré ici ne peut pas être lu
store-damaged-what = Le fichier qui contient les réclamations de ce poste est abîmé ou n’est pas ce qu’il devrait être.
store-damaged-do = Laissez l’ordinateur tel quel et appelez votre administrateur. Ce qui a été envoyé auparavant est au centre.
store-busy-title = Le poste est déjà ouvert
store-busy-what = Un autre programme de cet ordinateur a ouvert les réclamations de ce poste.
store-busy-do = Cherchez une seconde fenêtre du poste, ou attendez la fin d’une sauvegarde. Puis réessayez.
nothing-deleted = Rien n’a été effacé.

## Agents

first-clerk-title = Qui est responsable de ce bureau ?
first-clerk-intro = Cet ordinateur appartient maintenant à { $office }. Le premier agent est responsable du bureau et peut ajouter les autres.
clerk-name = Nom
clerk-name-hint = Tel qu’il doit figurer dans l’historique de chaque réclamation.
clerk-pin = Code PIN
clerk-pin-again = Le même code PIN encore une fois
clerk-pin-differs = Les deux ne sont pas identiques. Saisissez-les de nouveau.
clerk-role = Rôle
role-head = Responsable du bureau
role-clerk = Agent d’accueil
role-trainee = Stagiaire
first-clerk-button = Commencer
clerks-title = Les agents de ce bureau
clerks-intro = Chacun se connecte avec un nom et un code PIN. Ce que quelqu’un fait est noté sous ce nom.
clerk-added = { $name } peut maintenant se connecter.
clerk-disable = Retirer l’accès
clerk-disable-what = { $name } ne pourra plus se connecter, sur aucun ordinateur de ce bureau. Ce que { $name } a fait reste tel quel.
clerk-disable-yes = Oui, retirer l’accès
clerk-keep = Garder
clerk-disabled = { $name } ne peut plus se connecter.
sign-in-who = Qui êtes-vous ?
sign-in-title = Se connecter
sign-in-pin-hint = Fonctionne sans connexion.

## La ligne d’état

status-all-sent = Tout est envoyé.
status-waiting = { $count ->
    [one] { $count } en attente.
   *[other] { $count } en attente.
}
status-nothing-waits = Rien n’attend.
status-kept-here = { $count ->
    [one] { $count } en attente, gardée sur cet ordinateur.
   *[other] { $count } en attente, gardées sur cet ordinateur.
}
status-last-exchange = Dernier échange { $when }
status-no-exchange-yet = Pas encore d’échange
status-next-soon = Prochain échange dans moins d’une minute.
status-next-minutes = { $count ->
    [one] Prochain échange dans { $count } minute.
   *[other] Prochain échange dans { $count } minutes.
}
status-next-hours = { $count ->
    [one] Prochain échange dans { $count } heure.
   *[other] Prochain échange dans { $count } heures.
}
status-sending = Envoi en cours, { $confirmed } sur { $total } confirmées.
status-offline = Pas de connexion. Rien n’attend.
status-offline-waiting = { $count ->
    [one] Pas de connexion. { $count } en attente, gardée sur cet ordinateur.
   *[other] Pas de connexion. { $count } en attente, gardées sur cet ordinateur.
}
status-too-long = { $days ->
    [one] Pas de connexion depuis { $days } jour. Rien n’attend.
   *[other] Pas de connexion depuis { $days } jours. Rien n’attend.
}
status-too-long-waiting = { $days ->
    [one] Pas de connexion depuis { $days } jour. { $count } en attente, sur cet ordinateur.
   *[other] Pas de connexion depuis { $days } jours. { $count } en attente, sur cet ordinateur.
}
status-oldest-since = La plus ancienne depuis { $when }
status-refused = { $refused ->
    [one] { $refused } non acceptée, gardée ici.
   *[other] { $refused } non acceptées, gardées ici.
}
status-refused-waiting = { $refused ->
    [one] { $refused } non acceptée, gardée ici. { $count } en attente.
   *[other] { $refused } non acceptées, gardées ici. { $count } en attente.
}
status-see-why = Voir pourquoi
status-clock-ahead-minutes = { $count ->
    [one] L’horloge de cet ordinateur avance de { $count } minute.
   *[other] L’horloge de cet ordinateur avance de { $count } minutes.
}
status-clock-ahead-hours = { $count ->
    [one] L’horloge de cet ordinateur avance de { $count } heure.
   *[other] L’horloge de cet ordinateur avance de { $count } heures.
}
status-clock-behind-minutes = { $count ->
    [one] L’horloge de cet ordinateur retarde de { $count } minute.
   *[other] L’horloge de cet ordinateur retarde de { $count } minutes.
}
status-clock-behind-hours = { $count ->
    [one] L’horloge de cet ordinateur retarde de { $count } heure.
   *[other] L’horloge de cet ordinateur retarde de { $count } heures.
}
status-work-goes-on = Le travail continue
status-trouble-protocol_version = Ce poste et le centre ne se comprennent pas.
status-trouble-protocol_version-then = L’un des deux a besoin d’une mise à jour. Appelez votre administrateur
status-trouble-not_admitted = Le centre ne connaît pas cet ordinateur.
status-trouble-not_admitted-then = Appelez votre administrateur
status-trouble-diverged = Le centre et cet ordinateur ne concordent pas après une restauration.
status-trouble-diverged-then = Vous pouvez continuer à travailler. Appelez votre administrateur
status-trouble-not_a_centre = Autre chose répond à la place du centre.
status-trouble-not_a_centre-then = Le réseau demande peut-être une connexion
status-trouble-disk_full = Cet ordinateur n’a plus de place.
status-trouble-disk_full-then = Faites de la place avant de continuer
status-trouble-past_changed = Le registre du centre a changé pour un jour passé.
status-trouble-past_changed-then = Vous pouvez continuer à travailler. Appelez votre administrateur
status-trouble-shut_out = Le centre a exclu cet ordinateur.
status-trouble-shut_out-then = Ce qui a été enregistré ici reste. Appelez votre administrateur
status-trouble-quarantined = Quelque chose venu du centre ne peut pas être montré ici.
status-trouble-quarantined-then = C’est gardé, et tout le reste fonctionne. Appelez votre administrateur

## Ce qui attend

panel-title-waiting = { $count ->
    [one] { $count } en attente, gardée sur cet ordinateur
   *[other] { $count } en attente, gardées sur cet ordinateur
}
panel-title-none = Rien n’attend
panel-reassure = Rien n’est perdu et vous pouvez continuer à travailler.
panel-all-confirmed = Le centre a confirmé tout ce qui a été enregistré ici.
panel-last-exchange = Dernier échange
panel-next-try = Prochain essai
panel-next-soon = dans moins d’une minute
panel-next-minutes = { $count ->
    [one] dans { $count } minute
   *[other] dans { $count } minutes
}
panel-next-hours = { $count ->
    [one] dans { $count } heure
   *[other] dans { $count } heures
}
panel-next-none = quand vous le demandez
panel-never = pas encore
panel-bytes = Envoyé et reçu
panel-bytes-saved = { $packed } au lieu de { $plain }
panel-try-now = Essayer maintenant
panel-trying = Essai en cours
panel-stick-out = Copier sur une clé USB…
panel-stick-in = Lire depuis une clé USB…
panel-stick-written = Écrit : { $file }. Opérations dedans : { $count }. Seul le centre peut le lire. Portez-le au centre et rapportez la réponse.
panel-stick-read = La réponse a été lue. Confirmées par le centre : { $count }. Arrivées : { $arrived }. Encore en attente : { $waiting }.
panel-stick-again = Le centre a été rétabli depuis une sauvegarde et il lui manque du travail plus ancien. Écrivez maintenant un nouveau fichier pour lui.
panel-show-all = Voir tout ce qui attend
waiting-title = En attente d’envoi
waiting-intro = Enregistré sur cet ordinateur et pas encore confirmé par le centre, le plus ancien d’abord.
waiting-empty = Rien n’attend
waiting-empty-why = Ce que vous enregistrez vient ici jusqu’à ce que le centre l’ait confirmé.
waiting-office = Ce bureau
operation-registered = Nouvelle réclamation
operation-routed = Transmission
operation-status_changed = Nouvel état
operation-answered = Réponse
operation-noted = Note
operation-withdrawn = Retrait
operation-corrected = Correction
operation-chosen = Choix entre deux versions
operation-document_added = Document
operation-document_requested = Document demandé
operation-clerk_added = Nouvelle personne au poste
operation-clerk_disabled = Personne qui ne se connecte plus
operation-other = Autre changement

## Enregistrer

register-title = Enregistrer une réclamation
register-kind = De quoi s’agit-il ?
kind-complaint = Réclamation
kind-request = Demande
kind-information = Demande de renseignement
kind-suggestion = Suggestion
register-citizen = Citoyen
register-citizen-hint = Chacun de ces champs peut rester vide.
citizen-surname = Nom de famille
citizen-other_names = Prénoms
citizen-nic = Numéro d’identité
citizen-phone = Téléphone
citizen-email = Courriel
citizen-address = Adresse
citizen-locality = Ville ou village
remark-nic-shape = Ce n’est pas la forme d’un numéro de carte d’identité. Regardez la carte. Vous pouvez l’enregistrer tel quel.
remark-nic-date = La date de ce numéro n’existe pas. Regardez la carte. Vous pouvez l’enregistrer tel quel.
remark-nic-check = Le dernier caractère ne convient pas. Regardez la carte. Vous pouvez l’enregistrer tel quel.
remark-phone-shape = Ce n’est pas un numéro de téléphone de ce pays. Vous pouvez l’enregistrer tel quel.
remark-phone-short = Ce numéro de téléphone est trop court. Vous pouvez l’enregistrer tel quel.
remark-phone-long = Ce numéro de téléphone est trop long. Vous pouvez l’enregistrer tel quel.
remark-locality = Ce lieu n’est pas dans la liste. Il est gardé tel quel.
register-matter-part = De quoi il s’agit
matter = Catégorie
matter-hint = Tapez un mot, dans n’importe quelle langue, et choisissez dans la liste.
matter-list = Catégories
category-title = { $group } : { $name }
matter-none = Aucune catégorie ne correspond à ces mots. Essayez un autre mot.
localities-list = Villes et villages
suggestions-shown = { $count ->
    [one] { $count } dans la liste. Choisissez avec les flèches et Entrée.
   *[other] { $count } dans la liste. Choisissez avec les flèches et Entrée.
}
register-text = Ce qui s’est passé, avec les mots du citoyen
register-subject = En quelques mots
register-subject-hint = Vide : les premiers mots du texte sont repris.
register-place = Lieu
register-place-hint = Si ce n’est pas à l’adresse du citoyen.
register-language = Langue du citoyen
goes-to = Transmise à
answer-by = Réponse habituelle avant le { $date }, { $days }
working-days = { $count ->
    [one] { $count } jour ouvrable
   *[other] { $count } jours ouvrables
}
no-clock = Aucun jour n’est fixé pour la réponse.
matter-restricted = Peu de personnes verront cette réclamation.
documents-needed = Pièces à fournir
documents-none = Aucune pièce n’est nécessaire.
matter-first = Choisissez la catégorie : vous verrez ici à qui la réclamation est transmise, quand une réponse est habituelle et quelles pièces il faut.
register-telling = Comment prévenir le citoyen
register-telling-hint = Demandez ce que le citoyen accepte.
contact-phone = Téléphone
contact-sms = SMS
contact-letter = Lettre
contact-email = Courriel
contact-visit = À la prochaine visite
contact-no-phone = Il n’y a pas encore de numéro de téléphone.
contact-no-email = Il n’y a pas encore d’adresse de courriel.
contact-no-address = Il n’y a pas encore d’adresse.
register-notice = À lire au citoyen
notice-read = Lu au citoyen
notice-read-in = Lu en { $language }.
emergency-line = En danger ? Pas ici, appelez :
emergency-police = police { $number }
emergency-ambulance = ambulance { $number }
emergency-fire = pompiers { $number }
emergency-other = { $service } { $number }
save-and-print = Enregistrer et imprimer le récépissé
keep-as-draft = Garder en brouillon
draft-saved = Brouillon sauvegardé sur cet ordinateur à { $time }
draft-not-saved = Le brouillon n’a pas pu être sauvegardé. Ce que vous avez saisi est encore à l’écran.
missing-title = { $count ->
    [one] Il manque { $count } chose
   *[other] Il manque { $count } choses
}
missing-category = Choisissez la catégorie dans la liste
missing-text = Dites ce qui s’est passé, une phrase suffit
missing-notice = Lisez l’avis au citoyen et cochez la case

## Le récépissé

saved-title = Enregistrée. Référence
saved-what-next = Elle part avec le prochain échange. La référence ne change jamais.
saved-due = Une réponse est attendue au plus tard le { $date }.
access-code = Code d’accès
access-code-hint = Pour le citoyen seul, pour suivre la réclamation.
receipt-title = Récépissé
receipt-duplicate = Déjà imprimé : cet exemplaire porte le mot « duplicata ».
receipt-page = Récépissé, page { $page } sur { $pages }
receipt-language = Langue du document
print = Imprimer
print-failed = L’imprimante ne répond pas. Le récépissé est enregistré ; imprimez-le de nouveau depuis la réclamation.
save-as-pdf = Enregistrer en PDF
saved-at-path = Enregistré sous
next-complaint = Réclamation suivante
open-complaint = Ouvrir la réclamation

## Listes

filter-label = Afficher
filter-all = Toutes
filter-news = Nouvelles
filter-due = À échéance
filter-waiting = En attente
list-none = Aucune réclamation
list-all = { $count ->
    [one] { $count } réclamation, la plus récente d’abord
   *[other] { $count } réclamations, les plus récentes d’abord
}
list-news = { $count ->
    [one] { $count } avec du nouveau, le plus récent d’abord
   *[other] { $count } avec du nouveau, le plus récent d’abord
}
list-due = { $count ->
    [one] { $count } avec une échéance, la plus urgente d’abord
   *[other] { $count } avec une échéance, les plus urgentes d’abord
}
list-waiting = { $count ->
    [one] { $count } avec quelque chose en attente d’envoi
   *[other] { $count } avec quelque chose en attente d’envoi
}
list-range = { $from } à { $to } sur { $total }
list-keys = ↑ ↓ pour se déplacer, Entrée pour ouvrir
next-page = { $count } suivantes
previous-page = { $count } précédentes
came-in = { $count ->
    [one] { $count } arrivée.
   *[other] { $count } arrivées.
}
show-them = Les afficher
column-complaint = Réclamation
column-citizen = Citoyen
column-with = Chez
column-status = État
column-due = Échéance
column-reference = Référence
column-exchange = Échange
news = Nouveau
no-name = Sans nom
empty-all = Pas encore de réclamation
empty-all-why = Les réclamations que vous enregistrez viennent ici.
empty-news = Rien de nouveau
empty-news-why = Quand le centre ou une institution répond, la réclamation vient ici.
empty-due = Rien à échéance
empty-due-why = Les réclamations ouvertes qui ont une échéance viennent ici, les plus urgentes d’abord.
empty-waiting = Rien n’attend
empty-waiting-why = Ce que vous enregistrez vient ici jusqu’à ce que le centre l’ait confirmé.
search-title = Rechercher
search-found = { $count ->
    [one] { $count } résultat pour « { $words } »
   *[other] { $count } résultats pour « { $words } »
}
search-most = Les { $count } premiers résultats pour « { $words } ». Tapez plus pour en trouver moins.
search-none = Aucun résultat
search-none-why = Essayez une partie du nom, la référence, le numéro d’identité, le téléphone ou un mot du texte.
search-how-title = Que cherchez-vous ?
search-how = Tapez un nom, une référence, un numéro d’identité, un numéro de téléphone ou des mots du texte.
drafts-title = Brouillons
drafts-intro = Gardés sur cet ordinateur jusqu’à ce qu’ils soient enregistrés ou jetés.
drafts-empty = Aucun brouillon
drafts-empty-why = Ce que vous tapez est gardé ici pendant que vous le tapez.
draft-continue = Continuer
draft-discard = Jeter
draft-discarded = Le brouillon a été jeté.
draft-untitled = Encore sans texte
undo = Annuler la dernière action

## Marques, état, échéance

mark-waiting = En attente d’envoi
mark-waiting-short = En attente
mark-sent = Envoyé
mark-refused = Non accepté
state-received = Reçue
state-checked = Vérifiée
state-passed_on = Transmise
state-waiting_documents = En attente de pièces
state-in_progress = En cours de traitement
state-answered = Réponse donnée
state-resolved = Résolue
state-closed = Clôturée
state-reopened = Rouverte
state-withdrawn = Retirée
due-today = Aujourd’hui
due-over = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
due-in = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}

## Une réclamation

story = Ce qui s’est passé
said-by-citizen = Avec les mots du citoyen
step-registered = { $name } l’a enregistrée au guichet.
step-routed = { $name } l’a transmise à { $institution }.
step-status_changed = { $name } a changé l’état en « { $status } ».
step-answered-final = { $name } a donné la réponse définitive :
step-answered-interim = { $name } a donné une réponse d’attente :
step-noted-internal = { $name } a écrit une note pour les collègues :
step-noted-citizen = { $name } a écrit une note pour le citoyen :
step-withdrawn = { $name } l’a retirée à la demande du citoyen.
step-corrected = { $name } a corrigé : { $field }.
step-corrected-short = Correction : { $field }
step-values = Avant : « { $from } » · Maintenant : « { $to } »
step-chosen = { $name } a choisi entre deux versions différentes : { $field }.
step-document_added = { $name } a ajouté un document :
step-document_requested = { $name } a demandé un document au citoyen :
step-told = { $way ->
    [phone] { $name } a prévenu le citoyen par téléphone.
    [sms] { $name } a prévenu le citoyen par SMS.
    [letter] { $name } a prévenu le citoyen par lettre.
    [email] { $name } a prévenu le citoyen par courriel.
   *[visit] { $name } a prévenu le citoyen au guichet.
}
step-not-reached = { $way ->
    [phone] { $name } a téléphoné. Personne n’a répondu.
   *[other] { $name } a essayé de prévenir le citoyen, sans succès.
}
step-rated = { $name } a noté l’avis du citoyen : { $stars } sur 5.
step-handed_over = { $name } l’a transférée au bureau { $office }.
step-escalated = { $name } a saisi { $to } :
step-escalated-centre = l’unité centrale
step-linked = { $name } a noté qu’elle va avec { $reference }.
step-retracted = { $name } a annulé l’opération.
step-assigned = { $name } l’a confiée à { $to }.
step-assigned-nobody = { $name } a noté que personne en particulier ne la traite.
step-triaged = { $how ->
    [both] { $name } l’a marquée urgente et réservée.
    [urgent] { $name } l’a marquée urgente.
    [restricted] { $name } l’a marquée réservée : seuls ceux qui la traitent la voient.
   *[neither] { $name } a noté qu’elle n’est ni urgente ni réservée.
}
step-merged = { $name } a noté qu’elle est traitée avec { $reference }.
step-unknown = { $name } a fait quelque chose que cette version du poste ne connaît pas encore. C’est gardé.
step-place-centre = { $name }, centre
step-place-citizen = { $name }, sur le portail
step-place-automatic = Le centre, selon une règle
step-taken-back = Annulée. Elle ne compte plus.
step-refused = Non accepté par le centre. Le texte est gardé.
due-heading = Réponse définitive attendue
due-none = Aucun jour n’est fixé.
citizen-heading = Citoyen
fact-name = Nom
fact-nic = Carte d’identité
fact-phone = Téléphone
fact-email = Courriel
fact-address = Adresse
fact-speaks = Parle
fact-contact = Prévenir par
fact-code = Code d’accès
with-heading = Chez
fact-now = Maintenant
fact-hotline = Téléphone
fact-office = Bureau
fact-registered = Enregistrée
fact-when = Quand
no-citizen = Le citoyen n’a donné ni nom ni adresse.
note-for-citizen = Aussi pour le citoyen
note-for-citizen-hint = Sinon, seuls les collègues la lisent.
print-again = Réimprimer le récépissé
live-changed = Il y a du nouveau : { $what }
refused-title = { $count ->
    [one] { $count } changement n’a pas été accepté
   *[other] { $count } changements n’ont pas été acceptés
}
refused-text = Votre texte est gardé ci-dessous. Vous pouvez l’écrire de nouveau comme note.
field-surname = nom de famille
field-other_names = prénom
field-nic = numéro de carte d’identité
field-phone = téléphone
field-email = courriel
field-address = adresse
field-locality = localité
field-place = lieu
field-subject = objet
field-text = ce qui s’est passé
field-category = matière
field-other = un champ que cette version ne connaît pas encore
field-empty = rien
differ-title = Deux versions différentes : { $field }
differ-intro = Elles ont été écrites en même temps. Demandez à qui le sait, puis choisissez.
differ-which = Qu’est-ce qui est juste ?
differ-other = Autre chose
differ-other-label = Ce qui est juste
differ-save = Garder ceci
differ-missing = Choisissez ce qui est juste, ou écrivez-le.
correct = Corriger quelque chose
correct-which = Quelle partie
correct-value = Ce que cela doit être
correct-save = Enregistrer la correction
correct-refused = Ceci ne peut pas être changé dans l’état de la réclamation, ou ne peut pas être vide.
documents = Documents
documents-empty = Pas encore de document
document-unnamed = Document sans nom
document-size = { $size } ko
document-on-its-way = En route : { $percent } % sont ici
document-waiting = Ici ; en attente d’envoi
document-to-centre = En route vers le centre : { $percent } % sont passés
document-not-here = Pas sur cet ordinateur
document-asked = Viendra au prochain échange
document-refused = Le centre n’accepte pas ce document ; il reste sur cet ordinateur
document-fetch = Faire venir
document-here = Ici et au centre
document-show = Montrer
document-save = Enregistrer
document-add = Ajouter un document
tasks = À régler
tasks-title = À régler
tasks-intro = Ce qui demande une décision. Rien n’est perdu ici, et rien d’autre n’attend.
tasks-differ = Deux versions différentes
tasks-differ-in = Ce qui diffère : { $fields }
tasks-refused = Non accepté par le centre
tasks-empty = Rien à régler
tasks-empty-why = Ce que le centre n’accepte pas vient ici avec son texte, ainsi que ce que deux personnes ont écrit différemment en même temps.
task-refused = Non accepté : { $reason }
task-refused-again = Ce n’est toujours pas accepté dans l’état de la réclamation. Regardez la réclamation, puis notez ceci comme réglé.
task-again = Refaire
task-draft = En faire un brouillon
task-done = C’est réglé
refusal-not_registered = le centre n’a pas cette réclamation.
refusal-already_registered = la réclamation était déjà enregistrée.
refusal-overtaken = quelqu’un d’autre avait déjà changé l’état.
refusal-not_possible = cet état ne mène pas là.
refusal-finished = la réclamation est terminée.
refusal-other_office = un autre bureau détient la réclamation.
refusal-unreadable = le centre n’a pas pu la lire.
refusal-disabled = le compte de son auteur avait été désactivé avant son arrivée.
refusal-field_fixed = ceci ne peut plus être corrigé dans l’état de la réclamation.
refusal-field_empty = ceci ne peut pas être vide.
refusal-repeated = elle y figure déjà.
refusal-retracted = son auteur l’a annulée.
refusal-other = pour une raison que cette version ne connaît pas.

## Erreurs

error-generic = Un problème est survenu. Rien de ce que vous avez saisi n’est perdu.
error-internal = Un problème est survenu dans ce programme. Rien de ce que vous avez saisi n’est perdu ; réessayez, ou appelez votre administrateur.
error-code_wrong = Le centre ne connaît pas ce code. Comparez-le avec votre feuille, caractère par caractère.
error-code_used = Ce code a déjà servi. Demandez-en un nouveau à votre administrateur.
error-code_expired = Ce code est trop ancien. Demandez-en un nouveau à votre administrateur.
error-code_of_another_office = Ce code est pour un autre bureau. Demandez à votre administrateur un code de ce bureau.
error-unreachable = Le centre ne répond pas. Vérifiez le câble ou le réseau sans fil et l’adresse, puis réessayez.
error-not_a_centre = Quelque chose répond à cette adresse, mais ce n’est pas un centre. Vérifiez l’adresse ; le réseau demande peut-être d’abord une connexion.
error-protocol_version = Ce poste et le centre ne se comprennent pas : l’un des deux a besoin d’une mise à jour. Appelez votre administrateur.
error-keyring_unavailable = Le trousseau de cet ordinateur ne répond pas. Déverrouillez-le, ou utilisez une phrase secrète.
error-passphrase_wrong = Cette phrase secrète n’ouvre pas le poste. Regardez les majuscules et les minuscules, et saisissez-la de nouveau.
error-passphrase_short = La phrase secrète doit avoir au moins 12 caractères.
error-pin_wrong = Le code PIN n’est pas le bon. Saisissez-le de nouveau.
error-pin_short = Le code PIN compte au moins { $count } chiffres.
error-locked_out = Trop d’essais. Attendez quelques minutes, puis réessayez.
error-name_missing = Indiquez le nom.
error-name_taken = Quelqu’un se connecte déjà ici avec ce nom. Ajoutez un second prénom ou une lettre.
error-text_missing = Dites ce qui s’est passé, une phrase suffit.
error-category_missing = Choisissez la catégorie dans la liste.
error-notice_missing = Lisez l’avis au citoyen et cochez la case.
error-not_found = Ceci n’est plus sur cet ordinateur.
error-not_signed_in = Le poste est verrouillé. Connectez-vous et continuez là où vous étiez.
error-not_allowed = Vous n’avez pas le droit de faire cela. Demandez au responsable du bureau.
error-disk_full = Cet ordinateur n’a plus de place. Ce que vous avez enregistré avant est en sûreté ; faites de la place, puis enregistrez de nouveau.
error-carry_not_a_carry_file = Ce n’est pas un fichier que Guichet a écrit pour une clé USB. Choisissez la réponse du centre.
error-carry_newer = Ce fichier a été écrit par une version plus récente de Guichet. Il faut d’abord mettre cet ordinateur à jour.
error-carry_is_request = Ce fichier va au centre. Choisissez la réponse que le centre a écrite.
error-carry_is_reply = Ce fichier est une réponse du centre. Elle se lit au bureau qui a demandé.
error-carry_sealed_to_another = Cette réponse est pour un autre ordinateur et ne peut pas être ouverte ici.
error-carry_damaged = Le fichier est abîmé. Ce qui était entier est gardé ; copiez-le de nouveau.
error-carry_too_short = Le fichier s’arrête trop tôt. Ce qui était entier est gardé ; copiez-le de nouveau.
error-carry_no_key = Le sceau du centre ne peut pas être utilisé. Appelez votre administrateur.
error-carry_would_overwrite = Il y a déjà un autre fichier de ce nom. Choisissez un autre nom.
error-carry_full = La clé n’a plus de place. Rien n’est perdu ; faites de la place ou prenez une autre clé.
error-carry_read_only = On ne peut rien écrire à cet endroit. La clé est-elle verrouillée ?
error-carry_too_large = La clé n’accepte pas un fichier de cette taille. Prenez-en une formatée en exFAT.
error-carry_failed = La clé ne peut être ni lue ni écrite. Remettez-la et recommencez.
error-carry_no_recipient = Cet ordinateur ne connaît pas encore le sceau du centre. Laissez-le échanger une fois par la ligne.
error-carry_other_state = Cette réponse appartient à un autre état de cet ordinateur. Écrivez un nouveau fichier et portez-le au centre.
error-carry_not_taken = Le centre n’accepte pas le fichier.
error-store_damaged = Ce qui est enregistré ici ne peut pas être lu. Rien n’a été effacé ; appelez votre administrateur.
error-store_busy = Un autre programme a ouvert les réclamations. Fermez-le, puis réessayez.
error-key_missing = La clé de ce poste manque. Rien n’a été effacé ; appelez votre administrateur.
error-address_wrong = Ce n’est pas une adresse. Elle ressemble à centre.example.mu, comme sur votre feuille.
error-refused = Le centre a refusé. Appelez votre administrateur.
error-text_too_long = Ceci est trop long. Raccourcissez-le, ou écrivez le reste comme note.
error-document_empty = Le fichier est vide. Choisissez-en un autre.
error-document_too_large = Le fichier est trop grand. Numérisez-le avec moins de détail, ou comme image.
error-document_kind = Ce genre de fichier n’est pas pris. Prenez une image (JPEG, PNG, WebP) ou un PDF.
error-document_damaged = Le fichier est abîmé ou n’est pas ce qu’il dit. Numérisez la page de nouveau.
error-document_on_its_way = Le document est encore en route. Il s’ouvre quand il est ici en entier.
error-in_conflict = Il y a là deux versions différentes. Ouvrez la réclamation et choisissez.
error-not_again = Ceci ne peut pas être refait ici. Notez-le comme réglé.
error-field_wrong = Ce champ n’existe pas.
error-no_conflict = Il n’y a plus rien à choisir.
error-last_head = Le dernier responsable du bureau ne peut être désactivé ni recevoir une autre fonction. Nommez d’abord quelqu’un d’autre.
error-no_such_clerk = Personne de ce nom ne se connecte ici.
error-server_missing = Indiquez l’adresse du centre.
error-one_time_code_missing = Indiquez le code à usage unique.
error-summary = Il y a un problème

## Papers: letters, registers, reports, and checking a receipt

papers = Papiers
papers-title = Papiers
papers-intro = Un récépissé que quelqu’un rapporte, le registre d’un jour, le rapport d’un mois.
paper-size = Papier
paper-size-a5 = A5
paper-size-a4 = A4
paper-size-roll80 = Rouleau de 80 mm
paper-show = Afficher
paper-own-language = Comme à l’écran

letters-title = Lettres
letter-acknowledgement = Accusé de réception
letter-documents = Demande de documents
letter-answer = Réponse
letter-closing = Lettre de clôture
letter-hand_over = Bordereau de transmission
letter-about-receipt = Avec la référence, le code d’accès et le code carré pour le vérifier
letter-about-acknowledgement = Au citoyen, sur l’enregistrement
letter-about-acknowledgement-with = Au citoyen ; dossier chez { $with }
letter-about-documents = Au citoyen, demandés par ce bureau
letter-about-documents-with = Au citoyen, demandés par { $with }
letter-about-answer = Au citoyen, réponse de ce bureau
letter-about-answer-with = Au citoyen, réponse de { $with }
letter-about-closing = Au citoyen, sur la fin de l’affaire
letter-about-closing-with = Au citoyen, sur la fin de l’affaire, { $with }
letter-about-hand_over = Accompagne les papiers
letter-about-hand_over-with = Accompagne les papiers vers { $with }
letter-written = Imprimée { $when } par { $by } : toute autre copie porte « duplicata »

check-title = Vérifier un récépissé
check-label = Code carré du récépissé
check-hint = Placez le curseur ici et scannez le code. Il commence par GC1. Aucune connexion n’est nécessaire.
check-deed = Vérifier
check-claims = Le récépissé lui-même dit :
check-reference = Référence
check-office = Bureau
check-received = Reçue
check-matter = Objet
check-due = Réponse promise au plus tard le
check-genuine = Ce récépissé est authentique.
check-genuine-means = Il a été établi par ce bureau, et la réclamation est ici. Il prouve qu’elle a été déposée ce jour-là, et à quel sujet. Il ne dit pas qui a raison.
check-other_registration = Authentique, mais le registre diffère ici.
check-other_registration-means = Un ordinateur de ce bureau l’a signé. Le registre nomme ici un autre enregistrement de cette réclamation : l’ordinateur a été réinstallé, ou quelque chose a été changé. Prévenez le centre.
check-not_here = Authentique ; la réclamation n’est pas sur cet ordinateur.
check-not_here-means = Un ordinateur de ce bureau l’a signé. La réclamation viendra avec le prochain échange.
check-shut_out = Signé par un ordinateur exclu.
check-shut_out-means = La réclamation n’est pas ici non plus. Ne vous y fiez pas ; demandez au centre.
check-issuer_unknown = Cela ne peut pas être vérifié ici.
check-issuer_unknown-means = Il a été signé par un ordinateur inconnu ici, d’un autre bureau peut-être. Demandez au centre, qui les connaît tous.
check-not_genuine = Ce récépissé n’est pas authentique.
check-not_genuine-means = Ce qu’il dit n’est pas ce qui a été signé : il a été modifié. Gardez-en une copie et prévenez le responsable du bureau.
check-not_a_receipt = Ce n’est pas le code carré d’un récépissé.
check-not_a_receipt-means = Son texte commence par GC1. Scannez le grand carré du récépissé.
check-damaged = Le code n’a pas été lu en entier.
check-damaged-means = Scannez-le à nouveau. Si cela se répète, le lecteur tape avec un autre clavier que cet ordinateur : réglez-le sur le même.

day-register-title = Registre d’un jour
day-register-label = Jour
day-register-hint = Par exemple 24/11/2026
month-report-title = Rapport d’un mois
month-report-label = Mois
month-report-hint = Par exemple 11/2026
error-period_wrong = Écrivez l’année, le mois et le jour en chiffres, comme dans l’exemple.
error-no_such_letter = La réclamation a avancé et cette lettre ne convient plus. Revenez aux lettres.

## The morning

morning = Matin
morning-as-of = État du dernier échange : { $when }
morning-waiting = { $count ->
    [one] { $count } en attente d’envoi, depuis { $when }
   *[other] { $count } en attente d’envoi, la plus ancienne depuis { $when }
}
morning-holiday = Jour férié : { $name }. Aucun délai ne court aujourd’hui.
morning-figures = La journée en chiffres
figure-overdue = en retard
figure-due-today = à échéance aujourd’hui
figure-to-decide = à décider
figure-to-tell = citoyens à prévenir
figure-came-in = arrivées
morning-changed = Quelque chose a changé depuis l’ouverture de cette page.
morning-due = En retard et à échéance aujourd’hui
morning-due-none = Rien n’est en retard et rien n’arrive à échéance aujourd’hui.
morning-news = Arrivées
morning-news-none = Rien de nouveau. Les réponses et les questions du centre viennent ici.
morning-waits = En attente de vous
morning-waits-none = Rien ne vous attend.
morning-differs = Quelle version est la bonne : { $field } ?
morning-tasks = { $count ->
    [one] { $count } changement n’a pas été accepté
   *[other] { $count } changements n’ont pas été acceptés
}
morning-tasks-why = Le texte est gardé. Refaites-le, ou notez que c’est réglé.
morning-draft = Brouillon : { $subject }
morning-draft-saved = Enregistré { $when }
morning-owed = { $count ->
    [one] { $count } document demandé
   *[other] { $count } documents demandés
}
morning-owed-since = Le plus ancien depuis le { $day }
news-centre = le centre
news-answered = Réponse de { $who }
news-noted = Une note de { $who }
news-routed = Transmise par { $who } à { $institution }
news-status_changed = Nouvel état par { $who } : { $status }
news-document_requested = { $who } demande un document
news-document_added = Un document de { $who }
news-corrected = Corrigée par { $who }
news-told = Citoyen prévenu par { $who }
news-handed_over = Confiée par { $who }
news-escalated = Portée plus haut par { $who }
news-registered = Enregistrée par { $who }
news-other = Changée par { $who }
sent-title = Envoyé aujourd’hui
sent-intro = Enregistré aujourd’hui sur cet ordinateur et confirmé par le centre, le plus récent d’abord.
sent-empty = Rien d’envoyé aujourd’hui
sent-empty-why = Ce que vous enregistrez vient ici quand le centre l’a confirmé.

## Citizens to tell

to-tell-title = Citoyens à prévenir
to-tell-intro = { $count ->
    [one] { $count } réclamation a avancé. Elle compte comme annoncée quand vous l’indiquez ici.
   *[other] { $count } réclamations ont avancé. Elles comptent comme annoncées quand vous l’indiquez ici.
}
to-tell-empty = Personne à prévenir
to-tell-empty-why = Quand une réclamation reçoit une réponse, est résolue ou clôturée, son citoyen vient ici jusqu’à ce qu’on l’ait prévenu.
tell-by-phone = Par téléphone
tell-by-sms = Par SMS, envoyé par le centre
tell-by-letter = Par lettre
tell-by-email = Par courriel
tell-by-visit = À la prochaine visite
tell-not-tried = pas essayé
tell-in-vain = { $count ->
    [one] sans réponse une fois
   *[other] sans réponse { $count } fois
}
tell-no-phone = pas de téléphone
tell-gone-short = prévenu entre-temps
tell-gone = Un collègue l’a annoncé entre-temps, ou l’a annulé. Il n’y a plus rien à faire ici.
tell-hint-phone = Appels sans réponse : { $count }. Après trois, une lettre remplace le téléphone.
tell-hint-sms = Le centre l’envoie. Vous pouvez aussi appeler : cela compte alors comme annoncé.
tell-hint-letter = Appels sans réponse : { $count }. Cela compte comme annoncé quand la lettre est postée.
tell-hint-email = Cela compte comme annoncé quand le courriel est envoyé.
tell-hint-visit = Il n’y a pas d’autre moyen. Dites-le quand le citoyen passe.
tell-read-out = À lire à voix haute
tell-read-out-language = Langue à lire
tell-said = Ce que le citoyen a dit
tell-told-phone = Prévenu par téléphone
tell-told-sms = Prévenu par SMS
tell-told-letter = Lettre postée
tell-told-email = Courriel envoyé
tell-told-visit = Prévenu au guichet
tell-no-answer = Pas de réponse
tell-another-way = Prévenu autrement
tell-done = Prévenu : { $name }.
tell-noted = Noté, pas de réponse : { $name }.
told-short-closed = Réclamation clôturée
told-short-resolved = Affaire réglée
told-short-final = Réponse définitive
told-short-interim = Réponse provisoire
told-short-document = Il faut : { $document }
told-short-waits = En attente de pièces
told-short-note = Note pour le citoyen
script-hello-phone = Bonjour { $name }. Je m’appelle { $clerk }, je vous appelle du { $office }.
script-hello-phone-unnamed = Bonjour. Je m’appelle { $clerk }, je vous appelle du { $office }.
script-hello = Bonjour { $name }. J’ai des nouvelles pour vous du { $office }. Je m’appelle { $clerk }.
script-hello-unnamed = Bonjour. J’ai des nouvelles pour vous du { $office }. Je m’appelle { $clerk }.
script-matter = Vous êtes venu chez nous { $when }. C’était au sujet de : { $subject }.
script-answered-final = { $institution } a donné sa réponse définitive :
script-answered-final-us = Voici la réponse définitive :
script-answered-interim = { $institution } a répondu et s’en occupe encore :
script-answered-interim-us = Voici une première réponse ; nous nous en occupons encore :
script-document = Il nous faut encore une chose de votre part : { $document }.
script-document-until = Apportez-le-nous jusqu’au { $day }. D’ici là, le délai de réponse est arrêté.
script-status-waiting_documents = Votre réclamation attend un document de votre part. D’ici là, le délai de réponse est arrêté.
script-status-resolved = L’affaire est réglée.
script-status-closed = Votre réclamation est maintenant clôturée. Si vous n’êtes pas d’accord, dites-le-nous et nous la rouvrirons.
script-end = Votre référence est { $reference }. Voulez-vous dire quelque chose ?

## The deadline and the deeds on a complaint

clock-stands = Le délai est arrêté
clock-stands-since = En attente du document du citoyen depuis { $day }
clock-over = { $count ->
    [one] { $count } jour ouvrable de retard
   *[other] { $count } jours ouvrables de retard
}
clock-left = { $count ->
    [one] { $count } jour ouvrable restant
   *[other] { $count } jours ouvrables restants
}
clock-left-then = { $count ->
    [one] { $count } jour ouvrable restera ensuite
   *[other] { $count } jours ouvrables resteront ensuite
}
clock-picture = Jours ouvrables utilisés : { $used }. Non comptés en attente du citoyen : { $stopped }. Restants : { $left }.
clock-used = utilisés
clock-stopped = en attente du citoyen
clock-left-key = restants
step-clock-stopped = Le délai s’est arrêté.
step-clock-on = Le délai a repris.
step-until = Jusqu’au { $day }.
story-earlier = { $count ->
    [one] Montrer { $count } étape antérieure
   *[other] Montrer { $count } étapes antérieures
}
more-deeds = Plus
deed-note = Écrire une note
deed-note-title = Écrire une note
deed-note-save = Enregistrer la note
deed-ask_for_document = Demander un document
deed-ask_for_document-title = Demander un document au citoyen
deed-ask_for_document-save = Le demander
deed-document_brought = Document apporté
deed-document_brought-title = Le citoyen a apporté le document
deed-document_brought-save = Le délai reprend
deed-resolve = Régler ici
deed-resolve-title = Régler dans ce bureau
deed-resolve-save = C’est réglé
deed-thank = Remercier le citoyen
deed-thank-title = Remercier pour la suggestion
deed-thank-save = Enregistrer le remerciement
deed-pass_on = Transmettre
deed-pass_on-title = Transmettre à une institution
deed-pass_on-save = Transmettre
deed-hand_over = Confier à un autre bureau
deed-hand_over-title = La confier à un autre bureau
deed-hand_over-save = Confier
deed-escalate = Porter plus haut
deed-escalate-title = La porter plus haut
deed-escalate-save = La porter
deed-reopen = Rouvrir
deed-reopen-title = Rouvrir cette réclamation
deed-reopen-save = Rouvrir
deed-close = Clôturer
deed-close-title = Clôturer cette réclamation
deed-close-save = Clôturer la réclamation
deed-rate = L’avis du citoyen
deed-rate-title = L’avis du citoyen
deed-rate-save = Le noter
deed-link = Lier à une autre réclamation
deed-link-title = La lier à une autre réclamation
deed-link-save = Lier
deed-withdraw = Retirer
deed-withdraw-title = Retirer cette réclamation
deed-withdraw-save = Retirer la réclamation
deed-tell = Prévenir le citoyen
deed-text = En quelques mots
deed-note-text = Note
deed-resolve-text = Ce qui a été fait, tel que le citoyen doit l’entendre
deed-thank-text = Le remerciement, tel que le citoyen doit l’entendre
deed-thank-words = Merci pour votre suggestion. Elle a été notée.
deed-document_brought-text = Remarque
deed-pass_on-text = Remarque
deed-hand_over-text = Remarque
deed-close-text = Remarque
deed-escalate-text = Pourquoi
deed-reopen-text = Pourquoi
deed-withdraw-text = Pourquoi le citoyen la retire
deed-withdraw-text-hint = Seulement si le citoyen lui-même le veut. La réclamation reste dans l’historique.
deed-rate-text = Dans les mots du citoyen
deed-what = Quel document
deed-until = À apporter avant le
deed-until-none = Sans date
deed-to = Institution
deed-hand_over-to = Bureau
deed-escalate-to = Devant qui
deed-to-centre = L’unité centrale
deed-to-choose = Choisissez dans la liste
deed-reference = Référence de l’autre réclamation
deed-relation = Quel est leur lien
relation-same = La même affaire
relation-related = Elles ont un rapport
relation-continues = Celle-ci continue l’autre
relation-part = Les deux n’en faisaient qu’une et ont été séparées
deed-stars = Le citoyen est-il satisfait ?
stars-0 = Pas demandé
stars-1 = 1, pas du tout
stars-2 = 2, peu
stars-3 = 3, en partie
stars-4 = 4, plutôt
stars-5 = 5, tout à fait
deed-opinion = Dans les mots du citoyen
deed-told = Le citoyen est ici et vient d’être prévenu
deed-done = Enregistré : { $what }
deed-refused = Ce n’est pas possible dans l’état actuel de la réclamation. Votre texte est gardé.
undo-what = Annuler : { $what }
undo-done = Annulé.
operation-told = Citoyen prévenu
operation-rated = Avis du citoyen
operation-handed_over = Confiée
operation-escalated = Portée plus haut
operation-linked = Lien
operation-retracted = Annulation

## Lists of the day

filter-overdue = En retard
list-overdue = { $count ->
    [one] { $count } en retard, la plus ancienne d’abord
   *[other] { $count } en retard, les plus anciennes d’abord
}
empty-overdue = Rien n’est en retard
empty-overdue-why = Les réclamations dont l’échéance est passée viennent ici.
filter-due_today = Aujourd’hui
list-due_today = { $count } à échéance aujourd’hui
empty-due_today = Rien à échéance aujourd’hui
empty-due_today-why = Les réclamations qui doivent recevoir une réponse aujourd’hui viennent ici.
filter-owed = Documents demandés
list-owed = { $count ->
    [one] { $count } attend un document de son citoyen
   *[other] { $count } attendent un document de leur citoyen, les plus anciennes d’abord
}
empty-owed = Aucun document n’est attendu
empty-owed-why = Les réclamations dont le citoyen doit apporter un document viennent ici.
filter-conflicts = Deux versions
list-conflicts = { $count } avec deux versions différentes
empty-conflicts = Pas de versions différentes
empty-conflicts-why = Ce que deux personnes ont écrit différemment en même temps vient ici.
filter-to_tell = Citoyens à prévenir
list-to_tell = { $count } à prévenir, les plus anciennes d’abord
empty-to_tell = Personne à prévenir
empty-to_tell-why = Les réclamations dont le citoyen est à prévenir viennent ici.

## Errors of the deeds on a complaint

error-document_missing = Dites quel document il faut.
error-until_wrong = Choisissez un jour à venir.
error-words_missing = Dites-le en quelques mots.
error-institution_missing = Choisissez l’institution dans la liste.
error-office_missing = Choisissez un autre bureau dans la liste.
error-other_missing = Il n’y a pas d’autre réclamation avec cette référence sur cet ordinateur. Comparez-la caractère par caractère.
error-relation_missing = Choisissez leur lien.
error-stars_missing = Choisissez entre 1 et 5.
error-nothing_to_tell = Un collègue l’a annoncé entre-temps. Il n’y a plus rien à faire.
error-way_missing = Choisissez comment le citoyen a été prévenu.
error-cannot_undo = Quelqu’un a continué, ou c’est envoyé depuis un moment : cela ne peut plus être annulé. Corrigez-le par une nouvelle action.
error-not_settled_here = Le bureau ne règle pas lui-même ce genre de réclamation. Transmettez-la.

## People, settings, backups, learning

## Signing in, people

sign-in-secret = Code PIN ou phrase secrète
sign-in-draft-of = brouillon de { $time } gardé
sign-in-draft-kept = brouillon gardé
sign-in-locked-at = Verrouillé à { $time }. Ce que vous avez saisi est gardé et s’ouvre là où vous l’avez laissé.
sign-in-forgotten = Je l’ai oublié
sign-in-forgotten-help = Le responsable du bureau vous en donne un autre, à la page « Les agents de ce bureau ». Vos brouillons restent.
sign-in-not-listed = Quelqu’un d’autre
sign-in-not-listed-help = Le responsable du bureau vous ajoute, à la page « Les agents de ce bureau ».
pin-hint-digits = Au moins { $digits } chiffres. Fonctionne sans connexion.
pin-hint-both = Au moins { $digits } chiffres, ou une phrase secrète d’au moins { $characters } caractères. Fonctionne sans connexion.
pin-old = Le code PIN ou la phrase secrète d’aujourd’hui
pin-new = Le nouveau
pin-new-again = Le nouveau, encore une fois
pin-save = Garder le nouveau
pin-change = Changer mon code PIN ou ma phrase secrète
pin-changed = Dès maintenant vous ouvrez avec le nouveau, sur chaque ordinateur de ce bureau après son prochain échange.
clerk-pin-new = Nouveau code PIN
clerk-pin-new-what = { $name } ouvre aussitôt avec ce code. L’ancien ne fonctionne plus.
clerk-pin-reset = { $name } a un nouveau code PIN. Ne le dites à personne d’autre.
clerk-role-changed = { $name } : { $role } dès maintenant.
operation-clerk_changed = Rôle ou code PIN d’une personne
left-title = Vous aviez saisi ceci avant que quelqu’un d’autre prenne le guichet
left-what = Ce n’était pas encore enregistré. Remettez-le à sa place.
left-done = C’est fait

## What I did

done-title = Ce que j’ai fait
done-who = Qui
done-day-before = Jour avant
done-day-after = Jour après
done-count = { $count ->
    [one] { $count } action
   *[other] { $count } actions, dans leur ordre
}
done-empty = Rien ce jour-là
done-empty-why = Ce que vous enregistrez, notez ou réglez se trouve ici, à votre nom.

## Settings

settings-title = Réglages
settings-intro = Comment cet ordinateur travaille pour vous. Rien ici ne change une réclamation.
settings-pin = Votre code PIN
settings-computer = Cet ordinateur
settings-paper = Papier des récépissés
settings-paper-hint = Celui qui se trouve dans l’imprimante.
settings-paper-usual = { $paper }, comme d’habitude
settings-scanner = Dossier du scanner
settings-scanner-hint = L’endroit où le scanner met ses images.
settings-proxy = Chemin vers le centre
settings-proxy-hint = À changer seulement si votre administrateur le demande.
settings-proxy-system = Comme réglé sur cet ordinateur
settings-proxy-none = Directement
settings-proxy-address = Par un proxy
settings-proxy-at = Adresse du proxy
settings-proxy-at-hint = Comme sur la feuille de votre administrateur, par exemple 10.0.0.1:3128.
settings-save = Garder ces réglages
settings-saved = Les réglages sont gardés.
settings-learning = Apprendre
settings-about = À propos de ce guichet
choose = Choisir…
about-version = Version
about-size = Gardé ici
about-checked = Dernier contrôle
check-now = Tout contrôler
check-working = Contrôle en cours
check-never = pas encore
check-good = Tout ce qui est gardé ici est intact.
check-bad = { $count ->
    [one] { $count } chose ne va pas. Écrivez le fichier de diagnostic et appelez votre administrateur
   *[other] { $count } choses ne vont pas. Écrivez le fichier de diagnostic et appelez votre administrateur
}
diagnostics-write = Écrire un fichier de diagnostic…
diagnostics-hint = Pour votre administrateur : versions, nombres et codes d’erreur. Aucun nom ni mot d’un citoyen n’y figure.
diagnostics-written = Écrit : { $file }

## Backups

backup-title = Sauvegardes
backup-none = Aucune sauvegarde n’est prévue. Le responsable du bureau choisit un endroit.
backup-none-head = Aucune sauvegarde n’est prévue. Choisissez une clé USB ou un second disque : chaque jour une copie chiffrée y va d’elle-même.
backup-last = Dernière sauvegarde trouvée intacte
backup-never = aucune encore
backup-place = Endroit
backup-place-hint = Un dossier sur une clé USB ou sur un second disque.
backup-place-missing = Choisissez où vont les sauvegardes.
backup-away = Il n’est pas là maintenant. Branchez la clé ; la prochaine sauvegarde se fera d’elle-même.
backup-old = Il n’y a pas eu de sauvegarde depuis un moment. Branchez la clé et faites-en une maintenant.
backup-files = Copies à cet endroit
backup-passphrase = Phrase secrète des sauvegardes
backup-passphrase-hint = Au moins 12 caractères. Quatre ou cinq mots se retiennent facilement.
backup-passphrase-stays = Laissée vide, elle reste la même. Les copies déjà faites gardent la leur.
backup-passphrase-warning = Notez-la et gardez-la dans le coffre du bureau, pas avec la clé. Sans elle personne ne peut rétablir une sauvegarde.
backup-set-up = Prévoir des sauvegardes
backup-change = Changer l’endroit ou la phrase
backup-save = Garder ceci
backup-set-up-said = Les sauvegardes vont là dès maintenant. Faites la première tout de suite.
backup-now = Sauvegarder maintenant
backup-working = Copie et relecture en cours
backup-made = La sauvegarde est faite, relue et intacte.
restore-open = Rétablir plutôt une sauvegarde
restore-title = Rétablir une sauvegarde
restore-intro = Cet ordinateur devient ce que contient la sauvegarde. Ce qui a été fait depuis revient du centre au prochain échange, si cela avait été envoyé.
restore-file = Fichier de la sauvegarde
restore-file-missing = Choisissez le fichier de la sauvegarde.
restore-passphrase-hint = Elle est dans le coffre du bureau.
restore-passphrase-missing = Saisissez la phrase secrète des sauvegardes.
restore-button = La rétablir
restore-working = Lecture de la sauvegarde

## The sample office

sample-office = Bureau d’exemple.
sample-band = Réclamations inventées pour s’exercer. Rien n’est envoyé, rien ne compte.
sample-learning = Vous apprenez ? Rien de ce que vous y faites n’est envoyé.
sample-open = Ouvrir le bureau d’exemple
sample-leave = Quitter le bureau d’exemple
sample-reset = Le recommencer
sample-reset-what = Ce que vous avez fait ici pour apprendre est jeté.
sample-reset-yes = Oui, recommencer
sample-pin = Dans le bureau d’exemple, le code PIN est 000000 pour tous.
status-sample = Bureau d’exemple. Rien n’est envoyé.

## Keys and the tour

keys-settings = Réglages
keys-next = Aller au champ ou bouton suivant ; avec Maj au précédent
keys-space = Appuyer sur un bouton, cocher une case
tour-title = Visite guidée
tour-begin = Suivre la visite de cinq minutes
tour-go-on = Reprendre la visite, étape { $step }
tour-step = Étape { $step } sur { $steps }
tour-next = Étape suivante
tour-back = Étape précédente
tour-leave = Arrêter pour l’instant
tour-end = Terminer la visite
tour-welcome-title = Vos réclamations
tour-welcome-text = Tout ce qui a été enregistré dans ce bureau est dans cette liste. Les flèches déplacent, Entrée ouvre. F6 vous mène de la page à cette visite et retour.
tour-register-title = Enregistrer une réclamation
tour-register-text = Ctrl N ouvre ce formulaire où que vous soyez. Demandez, saisissez les mots du citoyen, choisissez le sujet : vous voyez aussitôt où cela va et quels papiers il faut.
tour-draft-title = Rien de saisi ne se perd
tour-draft-text = Une demi-seconde après chaque touche, votre texte est gardé sur cet ordinateur, même si le courant est coupé. Il attend dans Brouillons.
tour-save-title = Enregistrer et imprimer
tour-save-text = Ctrl Entrée enregistre et imprime le récépissé. La référence est là aussitôt et ne change jamais, avec ou sans connexion.
tour-status-title = La ligne du bas dit la vérité
tour-status-text = Elle dit ce que le centre a confirmé, ce qui attend ici et quand a eu lieu le dernier échange. Appuyez dessus pour voir ce qui attend ou le mettre sur une clé USB.
tour-search-title = Retrouver quelqu’un
tour-search-text = Ctrl F, puis un nom, une référence, un téléphone ou un mot. La recherche suit votre frappe, même sans accents.
tour-settle-title = Ce qui demande une décision
tour-settle-text = Quand deux personnes ont écrit des choses différentes, ou que le centre n’a pas accepté quelque chose, cela vient ici avec son texte. Rien n’est écrasé sans être vu.
tour-tell-title = À qui il faut le dire
tour-tell-text = Les personnes sans internet dont la réclamation a avancé sont ici, avec le moyen de les joindre. C’est dit quand quelqu’un le coche.
tour-morning-title = Le matin
tour-morning-text = Ce qui est arrivé, ce qui est dû aujourd’hui et ce qui vous attend, sur une page. Chaque journée commence ici.
tour-done-title = Ce que vous avez fait aujourd’hui
tour-done-text = Chaque action est à votre nom, jour par jour.
tour-lock-title = Verrouillez en partant
tour-lock-text = Ctrl L verrouille le guichet, et un collègue peut s’asseoir. En revenant vous retrouvez la page et tout ce que vous avez saisi. Laissé seul, le guichet se verrouille.
tour-keys-title = Toutes les touches sur une feuille
tour-keys-text = Appuyez sur ? là où vous n’écrivez pas. La visite y est aussi, et le bureau d’exemple pour s’exercer est dans Réglages.

## More errors: what, why, what next

error-pin_not_digits = Le code PIN n’est fait que de chiffres.
error-sign_in_passphrase_short = Une phrase secrète compte au moins { $count } caractères. Ou prenez un code PIN fait de chiffres.
error-not_for_trainees = Ceux qui apprennent ne peuvent pas le faire. Demandez-le à un agent ou au responsable du bureau.
error-sample_office = C’est le bureau d’exemple. Quittez-le d’abord.
error-backup_not_set_up = Aucune sauvegarde n’est prévue. Choisissez d’abord un endroit et une phrase secrète.
error-backup_place_away = Cet endroit n’est pas là. Branchez la clé ou choisissez un autre endroit.
error-backup_running = Une sauvegarde est déjà en cours. Attendez qu’elle soit finie.
error-backup_unreadable = La phrase secrète n’ouvre pas cette sauvegarde. Vérifiez majuscules et minuscules, ou essayez une autre copie.
error-backup_none = Il n’y a pas de sauvegarde à cet endroit. Choisissez à nouveau le fichier.
error-backup_damaged = Cette sauvegarde est abîmée. Prenez-en une plus ancienne, et faites-en une nouvelle sur une autre clé.
error-paper_wrong = Choisissez le papier dans la liste.
error-folder_missing = Ce dossier n’existe pas. Choisissez-le à nouveau.
error-proxy_wrong = Ce n’est pas l’adresse d’un proxy. Elle ressemble à 10.0.0.1:3128, comme sur votre feuille.
error-already_enrolled = Cet ordinateur appartient déjà à un bureau. Ce qui y est gardé est resté tel quel.
error-centre_busy = Le centre est occupé. Un nouvel essai se fera de lui-même.
error-diverged = Le centre et cet ordinateur ne sont pas d’accord après un rétablissement. Rien n’est perdu ici ; continuez et appelez votre administrateur.
error-file_failed = Le fichier n’a pas pu être lu ou écrit. Choisissez un autre endroit, ou vérifiez qu’il y a de la place.
error-key_store_other = Les clés de cet ordinateur sont gardées autrement. Appelez votre administrateur.
error-key_wrong = La clé ne correspond pas à ce qui est gardé ici. Rien n’a été changé ; appelez votre administrateur.
error-kind_missing = Choisissez dans la liste.
error-not_admitted = Le centre ne connaît pas cet ordinateur. Ce qui est gardé reste ici ; appelez votre administrateur.
error-not_enrolled = Cet ordinateur n’est pas encore relié à un centre. Reliez-le d’abord.
error-other_operation = Le récépissé appartient à un autre enregistrement. Comparez caractère par caractère.
error-passphrase_needed = La phrase secrète est nécessaire. Saisissez-la.
error-profile_wrong = Ce qui est venu du centre contient des erreurs. Appelez votre administrateur.
error-program_old = Ce qui est gardé ici a été écrit par une version plus récente. Il faut d’abord mettre à jour cet ordinateur.
error-receipt_line_wrong = Ce n’est pas la ligne du registre d’un récépissé. Elle ressemble à 417-K7PM-3XQT-9AB2-51.
error-reference_wrong = Ce n’est pas une référence. Comparez-la avec le récépissé, caractère par caractère.
error-rejected = Le centre n’a pas pris ce qui a été envoyé. C’est gardé ici ; appelez votre administrateur.
error-store_failed = Le disque de cet ordinateur ne répond pas comme il faut. Réessayez, et appelez votre administrateur si cela dure.
error-store_read_only = Rien ne peut être écrit sur le disque de cet ordinateur. Appelez votre administrateur.
error-too_many_tries = Trop d’essais. Attendez un moment, puis réessayez.

## Documents en cours d’ajout
document-ways = Ou déposez des fichiers n’importe où sur cette page, ou collez une image avec Ctrl+V.
document-drop-here = Déposez les fichiers ici pour les ajouter à
document-camera = Utiliser la caméra
document-pasted = Image collée
document-photo = Photo
documents-in-hand = { $count ->
    [one] 1 page est choisie et pas encore ajoutée
   *[other] { $count } pages sont choisies et pas encore ajoutées
}
documents-continue = Continuer
take-title = Avant de l’ajouter
take-title-page = Avant de les ajouter : page { $page } sur { $pages }
take-later = Plus tard
take-page = Page { $page } sur { $pages }
take-before = Page précédente
take-next = Page suivante
take-picture = La page telle qu’elle sera ajoutée
take-first-page = La première page
take-name = Nom du document
take-name-all = Nom du document, pour toutes les pages
take-name-hint = La liste montre ce qu’il faut d’habitude pour cette affaire.
take-together = { $count ->
    [one] La page est un document
   *[other] Les { $count } pages vont ensemble : 1/{ $count }, 2/{ $count } …
}
take-turn = Tourner
take-turned = Tournée d’un quart
take-whole = Image entière
take-cut-hint = Tirez les bords, ou déplacez-les avec Tab et les flèches ; Maj va plus loin.
take-pdf = { $pages ->
    [one] Un PDF de 1 page. Il est ajouté tel quel.
   *[other] Un PDF de { $pages } pages. Il est ajouté tel quel.
}
take-acting = Ce PDF contient des scripts ou d’autres fichiers. Seules ses pages sont ajoutées, comme images.
take-colour = Ce que c’est
take-grey = Une page, en gris
take-photo = Une photo, en couleur
take-before-size = Le fichier
take-after-size = Ce qui est envoyé
take-cost-seconds = { $count ->
    [one] { $size } ko, environ 1 seconde sur la ligne d’aujourd’hui
   *[other] { $size } ko, environ { $count } secondes sur la ligne d’aujourd’hui
}
take-cost-minutes = { $count ->
    [one] { $size } ko, environ 1 minute sur la ligne d’aujourd’hui
   *[other] { $size } ko, environ { $count } minutes sur la ligne d’aujourd’hui
}
take-keep = { $count ->
    [one] Ajouter à la réclamation
   *[other] Ajouter { $count } pages à la réclamation
}
take-kept = { $count ->
    [one] Ajouté : 1 page
   *[other] Ajouté : { $count } pages
}
take-leave-out = Laisser cette page
take-left-out = Page laissée. Le fichier reste où il est.
cut-frame = Ce qui est gardé. Les flèches déplacent le cadre
cut-left = Bord gauche
cut-top = Bord du haut
cut-right = Bord droit
cut-bottom = Bord du bas
cut-at = à { $percent } %
camera-title = Image avec la caméra
camera-seen = Ce que voit la caméra
camera-take = Prendre l’image
camera-taken = { $count ->
    [one] 1 image prise
   *[other] { $count } images prises
}
camera-done = { $count ->
    [one] Continuer avec 1 image
   *[other] Continuer avec { $count } images
}
camera-away = Aucune caméra ne peut servir ici.
camera-away-hint = Prenez l’image avec un téléphone ou un scanner, et choisissez le fichier.
camera-file = Choisir un fichier
scanner-title = Du scanner
scanner-choose = Choisir le dossier où le scanner dépose ses pages
scanner-choose-other = Choisir un autre dossier
scanner-away = Le dossier du scanner ne peut pas être lu :
scanner-empty = Rien de nouveau. Une page numérisée apparaît ici.
scanner-new = { $count ->
    [one] 1 nouvelle page du scanner
   *[other] { $count } nouvelles pages du scanner
}
scanner-writing = Le scanner l’écrit encore
scanner-take = Prendre
scanner-leave = Pas pour ce bureau
scanner-done = { $count ->
    [one] 1 fichier traité est encore dans le dossier
   *[other] { $count } fichiers traités sont encore dans le dossier
}
scanner-again = Reprendre
scanner-delete = Supprimer du dossier
scanner-delete-sure = Supprimer ce fichier du dossier du scanner pour de bon ?
scanner-delete-yes = Supprimer
scanner-delete-no = Garder
scanner-deleted = Supprimé du dossier : { $name }
show-page = { $name }, page { $page } sur { $pages }
show-larger = Plus grand
show-smaller = Plus petit
show-zoomed = { $percent } %
error-document_heic = C’est une image du genre HEIC, qui ne se lit pas ici. Réglez l’appareil photo du téléphone sur JPEG (« le plus compatible »), ou envoyez-vous l’image en JPEG.
error-document_office = C’est un fichier de bureautique, comme Word ou Excel. Enregistrez-le là-bas en PDF et choisissez celui-ci, ou imprimez et numérisez.
error-document_tiff = Cette numérisation est du genre TIFF. Réglez le scanner sur JPEG ou PDF et recommencez.
error-document_locked = Ce PDF est fermé par un mot de passe. Ouvrez-le avec le mot de passe, imprimez et numérisez, ou demandez-en un sans.
error-document_acts = Ce PDF contient des scripts ou d’autres fichiers. Ses pages peuvent être ajoutées comme images.
error-document_many_pages = Ce PDF a plus de pages qu’on n’en prend. Imprimez celles qu’il faut dans un nouveau PDF.
error-document_huge = Cette image a plus de points qu’aucune page. Numérisez avec moins de détail, 150 à 300 points par pouce.
error-hands_full = Trop de pages sont choisies et pas encore ajoutées. Ajoutez-les ou laissez-les d’abord.
error-not_in_hand = Cette page a été ajoutée ou laissée entre-temps. Choisissez le fichier de nouveau s’il manque.
error-scan_gone = Le fichier n’est plus dans le dossier du scanner. Numérisez la page de nouveau.
## Enregistrer et trouver

citizen-find = Nom, numéro d’identité, téléphone ou référence
citizen-find-hint = Qui est déjà venu est trouvé pendant que vous tapez.
citizen-find-list = Personnes connues de ce bureau
citizen-new = Une nouvelle personne : « { $words } »
citizen-filled = Rempli : { $name }. Vérifiez avec le citoyen.
citizen-nic-ends = Numéro d’identité finissant par { $end }
register-for-another = Pour quelqu’un d’autre
register-came = Qui est venu
representative-name = Nom
representative-relation = Lien avec le citoyen
register-discretion = Qui peut connaître le nom
discretion-open = Tous ceux qui traitent la réclamation
discretion-confidential = Pas l’institution
discretion-anonymous = Personne : aucun nom n’est demandé
discretion-anonymous-what = Ni nom, ni numéro, ni adresse ne sont demandés ou gardés. Le citoyen suit la réclamation avec la référence et le code d’accès du récépissé.
missing-discretion = Cette catégorie ne l’accepte pas. Choisissez qui peut connaître le nom, ou une autre catégorie
error-discretion_not_offered = Cette catégorie ne l’accepte pas. Choisissez qui peut connaître le nom, ou une autre catégorie.
error-name_too_long = Le nom est trop long. Prenez au plus 40 lettres.
register-point = Point sur la carte
register-point-hint = Latitude et longitude, ou un lien copié d’une carte.
point-read = Point : { $point }
remark-point = On n’y trouve aucun point. Cela est gardé en mots, comme vous l’avez écrit.
remark-point-far = Ce point est loin d’ici. Les deux nombres sont peut-être inversés.
goes-other = Une autre institution
goes-choose = Quelle institution
goes-usual = Pour cette catégorie
goes-all = Toutes les autres
fee-heading = Ce que cela coûte
twin-title = Peut-être déjà enregistrée
twin-person = Même personne, même catégorie, encore ouverte.
twin-person_finished = Même personne, même catégorie, traitée il y a peu.
twin-text = Les mêmes mots : { $percent } %.
twin-nearby = Mots semblables au même endroit, en deux mois : { $percent } %.
twin-since = { $date }, par { $name }
twin-recorded = Depuis
twin-add = Ajouter à celle-ci
twin-link = Enregistrer les deux, liées
twin-other = C’est une autre affaire
twin-linked = Sera liée à { $reference }
twin-added = Ajouté à { $reference } sous forme de note. Aucune nouvelle réclamation n’est enregistrée.
twin-live = { $count ->
    [one] { $count } réclamation concerne peut-être la même chose.
   *[other] { $count } réclamations concernent peut-être la même chose.
}
known-complaints = { $count ->
    [one] { $count } réclamation
   *[other] { $count } réclamations
}
column-clerk = Enregistrée par
filters = Filtres
filter-state = État
filter-matter = Catégorie
filter-with = Chez
filter-clerk = Agent
filter-registered = Enregistrée
filter-due-when = Échéance
filter-any = { $what } : tout
filter-set = { $what } : { $value }
filter-mine = Les miennes
period-today = Aujourd’hui
period-week = 7 derniers jours
period-month = 30 derniers jours
period-year = Cette année
period-days = Entre deux jours
period-from = Du
period-until = Au
due-when-over = En retard
due-when-today = Échéance aujourd’hui
due-when-week = Échéance dans 7 jours
filters-clear = Effacer les filtres
list-more = plus de { $count }
list-narrowed = { $total } avec ces filtres
search-with = { $total } pour « { $words } »
range-of = { $from } à { $to } sur { $total }
empty-narrowed = Rien avec ces filtres
empty-narrowed-why = Retirez un filtre, ou effacez-les tous.
view-save = Garder cette vue
view-name = Nom de la vue
view-name-hint = Elle sera parmi vos onglets.
view-keep = Garder
view-forget = Oublier cette vue
view-saved = Gardée : { $name }
view-gone = La vue { $name } a été retirée.
view-missing = Donnez un nom à la vue.
export-open = Enregistrer en tableau
export-what = La liste telle qu’elle est filtrée. Le fichier n’est pas chiffré : gardez-le avec le même soin que les réclamations. On note qui l’a enregistré.
export-xlsx = Classeur (XLSX)
export-csv = Tableau texte (CSV)
export-done = { $count ->
    [one] { $count } réclamation enregistrée dans { $file }
   *[other] { $count } réclamations enregistrées dans { $file }
}
export-recorded = Enregistrée le
export-kind = Type
export-clerk = Agent
export-restricted = (accès restreint)
error-day_wrong = Ce n’est pas un jour.

## Connecting with the file of the office
office-file-open = Cet ordinateur n’a pas de ligne : utiliser le fichier d’une clé
office-file-title = Connecter avec le fichier du bureau
office-file-intro = Le centre a préparé un fichier pour ce bureau. Le code qui l’ouvre est sur une lettre arrivée à part.
office-file = Fichier du bureau
office-file-hint = Son nom finit par .guichet.
office-file-missing = Choisissez le fichier du bureau.
office-file-code = Code de la lettre
office-file-code-hint = Quinze lettres et chiffres. Il n’ouvre que ce fichier.
error-office_file_other = Ce n’est pas le fichier d’un bureau. Choisissez le fichier dont le nom finit par .guichet.
error-office_file_code_wrong = Ce code n’ouvre pas le fichier. Comparez-le avec la lettre, caractère par caractère ; il ne vaut que pour un seul fichier.
error-office_file_damaged = Le fichier est abîmé. Copiez-le de nouveau depuis la clé, ou demandez-en un nouveau au centre.
# Le poste : petits chemins
tell-print-letter = Imprimer la lettre
twins-of-link = La lier à celle-ci
twins-of-other-said = { $reference } est une autre affaire. Elle n’est plus indiquée ici.
status-restored = Vérification avec le centre après le rétablissement d’une sauvegarde.
status-restored-then = Vous pouvez continuer à travailler
trouble-restore = Rétablir une sauvegarde
trouble-restore-what = Si votre bureau garde des sauvegardes, l’une d’elles peut être rétablie ici. Ce qui ne s’ouvre pas maintenant est mis de côté et conservé.

## Lists on paper, printers, the privacy notice as a sheet
list-print = Imprimer la liste
list-paper-title = La liste sur papier
privacy-paper-title = Avis sur les données personnelles
privacy-paper-what = Version { $version }, sur une feuille A5 à emporter.
print-sent = Transmis à l’imprimante { $printer }.
print-no-printer = Cet ordinateur ne connaît aucune imprimante
print-no-printer-then = Rien n’est perdu. Enregistrez en PDF et imprimez sur un autre ordinateur, ou faites installer une imprimante et réessayez.
error-printer_failed = L’imprimante n’a pas accepté le papier. Voyez si elle est allumée, choisissez-en une autre dans les réglages, ou enregistrez en PDF.
settings-sheet-printer = Imprimante pour les feuilles (A4, A5)
settings-roll-printer = Imprimante pour les récépissés sur rouleau (80 mm)
settings-printer-hint = Les papiers y partent aussitôt. Sans choix, le système demande chaque fois.
settings-printer-none = Cet ordinateur ne connaît aucune imprimante. Les papiers peuvent être enregistrés en PDF.
settings-printer-untold = Ce système demande à chaque impression.
settings-printer-ask = Demander chaque fois
settings-printer-gone = { $printer } (absente en ce moment)
error-document_cut_short = La lecture du fichier a été interrompue. Rien n’est perdu : réessayez, ou numérisez la page de nouveau.

## Un fichier d'une clé, ouvert hors de la fenêtre

panel-opened = Ce fichier a été ouvert : { $file }. La réponse du centre se lit ici.
panel-opened-read = Lire ce fichier

## What the administrator has set for this computer

policy-set = Réglé par votre administrateur.
policy-mistakes = Le fichier de l’administrateur pour cet ordinateur contient une erreur. Vous pouvez continuer à travailler ; prévenez votre administrateur.
policy-mistake = { $file }, ligne { $line }, « { $key } » : { $what }
policy-mistake-unread = le fichier est illisible. Donnez à tous le droit de le lire, en texte UTF-8.
policy-mistake-syntax = ce n’est pas du TOML. Écrivez CLÉ = VALEUR, le texte entre guillemets droits.
policy-mistake-unknown = rien de ce nom ne se règle. Sont connus centre, office, proxy, languages, lock_after_minutes, scanner_folder et backup_place.
policy-mistake-text = écrivez un texte entre guillemets droits.
policy-mistake-address = écrivez l’adresse du centre, qui commence par https://.
policy-mistake-office = écrivez les deux chiffres d’un bureau, par exemple « 12 ».
policy-mistake-proxy = écrivez « system », « none » ou une adresse comme http://10.0.0.1:3128.
policy-mistake-languages = écrivez une liste prise dans en, fr, mfe et ar-MA.
policy-mistake-minutes = écrivez des minutes entières de 1 à 240, sans guillemets.
policy-mistake-folder = écrivez le chemin entier d’un dossier, depuis la racine ou la lettre du lecteur.
settings-lock = Le poste se verrouille
settings-lock-minutes =
    { $count ->
        [one] Après { $count } minute sans usage.
       *[other] Après { $count } minutes sans usage.
    }
error-set_by_policy = Votre administrateur a réglé cela pour l’ordinateur. Demandez-lui de le changer.
error-office_of_policy = Ce code ou ce fichier est d’un autre bureau que celui que l’administrateur a fixé pour cet ordinateur. Demandez celui de votre bureau.

## Une imprimante arrêtée ou muette
print-sending = Envoi à l’imprimante. Cela peut prendre quelques secondes.
error-printer_stopped = Cette imprimante est arrêtée et rien n’est sorti. Faites-la remettre en marche, choisissez-en une autre dans les réglages, ou enregistrez en PDF.
error-printer_silent = L’imprimante ne répond pas et rien n’est sorti. Voyez si elle est allumée et branchée, puis imprimez encore une fois.
typed-day-wrong = Tapez le jour, le mois et l’année en chiffres, comme 24/11/2026.
typed-month-wrong = Tapez le mois et l’année en chiffres, comme 11/2026.
morning-backup-none = Aucune sauvegarde n’est prévue
morning-backup-old = Pas de sauvegarde depuis un certain temps
morning-backup-why = Ce qui n’est pas envoyé n’existe que sur cet ordinateur.
morning-backup-last = La dernière trouvée intacte : { $when }. Branchez la clé USB.
known-to-tell = à prévenir
known-to-tell-title = { $name } attend encore une nouvelle
known-to-tell-then = La personne est ici maintenant. Ce qui est tapé ici reste en brouillon.
known-to-tell-deed = Voir ce qu’il faut dire
citizen-filled-to-tell = { $name } est rempli et attend encore une nouvelle.
