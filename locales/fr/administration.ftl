# What only administrators read and write at the centre. README.md says how texts are written.

## Where administrators change the profile

agents-view-profile = Paramètres
profile-what = Institutions, catégories, délais, bureaux et jours fériés. Les changements vont dans un brouillon ; rien ne change pour personne avant sa mise en vigueur.
profile-nav = Ce qui peut être changé
profile-categories = Catégories et délais
profile-categories-what = Sur quoi peut porter une réclamation, qui la traite, et en combien de jours ouvrables. Une réclamation garde la date qui lui a été promise.
profile-categories-add = Ajouter une catégorie
profile-institutions = Institutions
profile-institutions-what = Qui répond aux réclamations. Une institution est fermée à partir d’une date et jamais supprimée, car des réclamations la nomment.
profile-institutions-add = Ajouter une institution
profile-documents = Pièces demandées
profile-documents-what = Ce que les citoyens sont invités à apporter, par catégorie.
profile-documents-add = Ajouter une pièce
profile-routing = Acheminement
profile-routing-what = Où vont les réclamations d’une catégorie venant d’un lieu. Sans règle, c’est l’institution de la catégorie.
profile-routing-add = Ajouter une règle
profile-offices = Bureaux
profile-offices-what = Où les réclamations sont reçues. Le code figure dans chaque référence et n’est jamais donné à un autre bureau.
profile-offices-add = Ajouter un bureau
profile-holidays = Jours fériés
profile-holidays-what = Aucun délai ne court ces jours-là. Ce qui est passé reste tel quel.
profile-holidays-add = Ajouter un jour férié
profile-holiday-over = Ce jour est passé ou c’est aujourd’hui. Des délais ont été comptés avec lui, il reste donc.
profile-localities = Localités
profile-head = Autres réglages
profile-years = Années
profile-year-before = Année précédente
profile-year-after = Année suivante
profile-back = Retour à la liste
profile-save = Enregistrer dans le brouillon
profile-remove = Retirer
profile-none = Choisir
profile-everywhere = Partout
profile-heading-new = Une nouvelle rubrique (à écrire ci-dessous)
profile-in-language = { $what } ({ $language })
profile-cell = { $what } :
profile-closes = ferme le { $day }
profile-closed = fermé depuis le { $day }
profile-mark-new = nouveau
profile-mark-changed = modifié
profile-mark-gone = retiré
profile-done-saved = Enregistré dans le brouillon, pas encore en vigueur.
profile-done-removed = Retiré du brouillon.
profile-done-dropped = Le brouillon est jeté. Rien n’a changé.
profile-done-aside = Le dossier est mis de côté. Il reviendra s’il change.
profile-done-begun = Un brouillon est commencé. Regardez la différence avant la mise en vigueur.
profile-done-force = La nouvelle version est en vigueur. Les bureaux la reçoivent au prochain échange.
profile-review-link = La voir
profile-changes = { $count ->
    [one] Le brouillon de la prochaine version change { $count } ligne. Il n’est pas encore en vigueur.
   *[other] Le brouillon de la prochaine version change { $count } lignes. Il n’est pas encore en vigueur.
}
profile-review = Le brouillon
profile-review-what = Voici ce qui va changer. Ce qui était écrit avant est barré.
profile-draft-by = Modifié en dernier par { $name }, le { $day }
profile-no-draft = Il n’y a pas de brouillon
profile-no-draft-what = Changez quelque chose ; le brouillon commence alors.
profile-no-difference = Le brouillon dit ce qui est déjà en vigueur
profile-before = Avant :
profile-after = Après :
profile-nothing = rien
profile-yes = oui
profile-no = non
profile-sound = La vérification n’a rien trouvé à signaler.
profile-warnings = À regarder
profile-warnings-what = La version est utilisable. La vérification, qui écrit en anglais, a trouvé ceci :
profile-mistakes = Impossible d’enregistrer ainsi. La vérification, qui écrit en anglais, a trouvé ceci :
profile-force = Mettre en vigueur
profile-force-button = Mettre en vigueur
profile-drop = Jeter le brouillon
profile-note = Pourquoi
profile-note-hint = Une phrase. Elle reste dans la liste des versions.
profile-note-missing = Écrivez en une phrase pourquoi cette version vient.
profile-versions = Versions
profile-version = Version
profile-by = Par
profile-by-folder = le dossier, au démarrage du programme
profile-by-command = la ligne de commande
profile-in-force = en vigueur
profile-first = La première version, ou rien n’est différent
profile-back-to = Revenir à cette version
profile-back-to-what = Un brouillon commence, qui dit ce que disait cette version. Vous regardez la différence et la mettez en vigueur comme nouvelle version.
profile-back-to-button = Commencer un brouillon comme cette version
profile-offered = Le dossier du profil a changé
profile-offered-what = Le profil a aussi été changé sur ces pages, la version en vigueur est donc restée. Voici ce que le dossier dit autrement :
profile-offered-take = Commencer un brouillon à partir du dossier
profile-offered-aside = Mettre le dossier de côté
profile-overtaken = Quelqu’un d’autre a changé le brouillon entre-temps. Ce que vous avez écrit est encore là ; regardez le brouillon, puis enregistrez de nouveau.
profile-left-behind = Une autre version est entrée en vigueur depuis le début de ce brouillon. Il ne peut plus être mis en vigueur : jetez-le et recommencez.
profile-draft-in-the-way = Il y a déjà un brouillon. Mettez-le en vigueur ou jetez-le d’abord.
profile-fault-missing = Remplissez « { $field } ».
profile-fault-long = « { $field } » prend { $limit } caractères au plus.
profile-fault-number = « { $field } » prend un nombre entier de jours, ou rien.
profile-fault-day = « { $field } » prend une date, comme 2027-01-31.
profile-fault-past = Choisissez une date après aujourd’hui : ce qui a été promis jusqu’ici reste.
profile-fault-holiday-known = Ce jour est déjà férié.
profile-fault-code = Un code a des lettres a à z, des chiffres et des traits d’union, 40 au plus.
profile-fault-office-code = Le code d’un bureau a deux chiffres, de 01 à 99.
profile-fault-code-known = Ce code est déjà pris. Choisissez-en un autre.
profile-fault-heading = Choisissez une rubrique, ou écrivez-en une nouvelle dans chaque langue.
profile-fault-all-languages = Écrivez-le dans chaque langue, ou dans aucune.

## Where administrators change the profile: what a field is called

profile-column-code = Code
profile-column-name = Nom
profile-column-institutions-name = Nom officiel
profile-column-kind = Sorte d’organisme
profile-column-parent = Dépend de
profile-column-hotline = Téléphone
profile-column-closed-from = Fermé à partir du
profile-column-heading = Rubrique
profile-column-group = Nouvelle rubrique
profile-column-institution = Institution
profile-column-alternatives = Autres institutions
profile-column-rule = Comment choisir entre elles
profile-column-priority = Priorité
profile-column-ack-days = Jours ouvrables pour l’accusé de réception
profile-column-resolve-days = Jours ouvrables pour répondre
profile-column-confidential = Peut être déposée en confidentialité
profile-column-anonymous = Peut être déposée sans nom
profile-column-discretion = Discrétion
profile-column-restricted = Peu de personnes la voient
profile-column-office-resolves = Le bureau peut la régler lui-même
profile-column-fee = Ce qui est dit d’un frais
profile-column-path = Nom dans d’autres registres
profile-column-category = Catégorie
profile-column-copies = Comment l’apporter
profile-column-locality = Lieu
profile-column-address = Adresse
profile-column-hours = Heures d’ouverture
profile-column-phone = Téléphone
profile-column-date = Jour
profile-priority-urgent = urgente
profile-priority-high = haute
profile-priority-normal = normale
profile-priority-low = basse

## Where administrators change the profile: what stands below a field’s name

profile-hint-categories-code = Court, par exemple lampadaire. Les réclamations s’y réfèrent pour toujours.
profile-hint-institutions-code = Court, par exemple CWA. Les réclamations s’y réfèrent pour toujours.
profile-hint-offices-code = Deux chiffres de 01 à 99 qu’aucun bureau n’a eus.
profile-hint-categories-alternatives = Codes, séparés par une espace.
profile-hint-categories-rule = Pour les agents, en anglais.
profile-hint-categories-resolve-days = Vaut pour les réclamations enregistrées ensuite. Vide : pas de délai.
profile-hint-categories-group = Seulement pour une nouvelle rubrique.
profile-hint-categories-closed-from = À partir de ce jour, personne ne peut la choisir. Les réclamations existantes la gardent.
profile-hint-institutions-closed-from = À partir de ce jour, rien ne lui est transmis.
profile-hint-offices-closed-from = À partir de ce jour, personne n’y reçoit de réclamations. Ses ordinateurs et ses réclamations restent.
profile-hint-offices-name = Comme les citoyens le connaissent.

## What did not arrive

agents-view-undelivered = Non distribués
undelivered-what = Messages aux citoyens et aux agents qui ne sont pas arrivés. Le destinataire figure dans la réclamation.
undelivered-none = Tout est arrivé
undelivered-waiting = Nouveaux essais en cours
undelivered-given-up = Abandonnés
undelivered-given-up-what = Rien de leur contenu n’est gardé. Informez le citoyen par téléphone ou par lettre.
undelivered-no-complaint = Sans réclamation
undelivered-trouble = Ce qui n’a pas marché
undelivered-retry = Réessayer maintenant
undelivered-give-up = Abandonner
undelivered-done-retry = Il part au prochain envoi, dans la minute.
undelivered-done-give-up = Abandonné. Informez le citoyen autrement.
undelivered-gone = Il est parti ou a été abandonné entre-temps.
undelivered-email = E-mail
undelivered-sms = SMS
undelivered-webhook = Vers un autre système
undelivered-tries = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
