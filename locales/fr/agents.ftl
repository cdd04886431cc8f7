# What agents read and write at the centre, beyond what stands in centre.ftl. README.md says how texts are written.

## The agents’ desk: what each role has at hand

agents-view-filter = À trier
agents-view-assigned = Les miennes
agents-view-register = Enregistrer
agents-view-overview = Vue d’ensemble
agents-view-templates = Textes types
agents-view-looks = Qui a consulté
agents-view-people = Agents
agents-role-csu = Citizen Support Unit
agents-role-agent = Agent d’une institution
agents-role-head = Responsable d’une institution
agents-role-cab = Bureau en ligne
agents-role-task_force = Groupe de suivi
agents-role-admin = Administrateur
agents-role-auditor = Auditeur

## The agents’ desk: more about the list

agents-due-filter = Filtrer par délai
agents-due-any = Tous les délais
agents-due-overdue = En retard
agents-due-today = À répondre aujourd’hui
agents-due-week = Cette semaine
agents-due-stopped = En attente de pièces
agents-export = Télécharger en tableau (CSV)
agents-column-assignee = Traitée par
agents-merged = avec une autre
agents-page-before = Page précédente
agents-page-after = Page suivante

## The agents’ desk: after a deed

agents-done-ask = La demande est envoyée. Le délai est suspendu jusqu’à la réception du document.
agents-done-back = Renvoyée, avec votre motif.
agents-done-assign = La personne chargée est notée.
agents-done-take = Vous en êtes maintenant chargé.
agents-done-triage = Les marques sont enregistrées.
agents-done-over = Transférée au bureau.
agents-done-escalate = Portée à l’échelon supérieur.
agents-done-tell = Il est noté que le citoyen a été informé.
agents-done-link = Les deux sont liées.
agents-done-together = Réunies. Chacune garde son historique.
agents-done-continues = Il est noté que celle-ci fait suite à l’autre.
agents-done-apart = Ce sont deux affaires. Elles ne seront plus rapprochées.
agents-done-withdraw = Elle est retirée à la demande du citoyen.
agents-done-retract = Votre action est annulée. Elle reste dans l’historique.
agents-done-split = La nouvelle est enregistrée ; la voici. Chacune cite l’autre.
agents-done-pass = Transmise. Voici la suivante.

## The agents’ desk: more about one complaint

agents-stopped-since = Suspendu depuis le { $date }
agents-days-over = { $count ->
    [one] { $count } jour ouvrable de retard
   *[other] { $count } jours ouvrables de retard
}
agents-kin = En lien avec
agents-kin-same = La même affaire :
agents-kin-related = A un rapport avec :
agents-kin-continues = Fait suite à :
agents-kin-part = Issue d’une séparation :
agents-kin-into = Traitée avec :
agents-kin-merged = Répondue ici aussi :
agents-channel-counter = Au guichet
agents-channel-portal = Sur le portail
agents-channel-open311 = Par Open311
agents-channel-import = D’un ancien registre
agents-channel-web_desk = Au guichet, en ligne
agents-channel-split = Séparée d’une autre
centre-fact-assignee = Traitée par
centre-fact-channel = Arrivée
agents-receipt = Récépissé
agents-retract-button = Annuler cette action
agents-retract-missing = Cette étape ne peut plus être annulée.
agents-no-longer-possible = Ce choix n’est plus possible. Relisez la page et choisissez de nouveau.
agents-open-case = Ouvrir le dossier complet

## The agents’ desk: more that an agent does

agents-template-start = Partir d’un texte type
agents-template-none = Choisir un texte
agents-template-insert = Insérer
agents-template-choose = Choisissez le texte à insérer.
agents-ask = Demander un document
agents-ask-what = Quel document ?
agents-ask-hint = Le citoyen lit ce texte tel quel. Le délai est suspendu jusqu’à la réception.
agents-ask-until = Avant quel jour ? (facultatif)
agents-ask-until-hint = Aujourd’hui ou plus tard.
agents-ask-until-wrong = Choisissez aujourd’hui ou un jour ultérieur, ou laissez vide.
agents-ask-button = Demander au citoyen
agents-ask-missing = Indiquez le document nécessaire.
agents-back = Pas de notre ressort
agents-back-what = Elle n’est jamais close pour cela : elle retourne à l’unité ou va à qui de droit.
agents-back-to = Où va-t-elle ?
agents-back-unit = Retour à l’unité du centre
agents-back-why = Pourquoi n’est-elle pas de votre ressort ?
agents-back-button = La renvoyer
agents-back-where-missing = Choisissez la destination.
agents-back-why-missing = Écrivez pourquoi elle n’est pas de votre ressort.
agents-assign = Qui s’en charge
agents-assign-nobody = Personne en particulier
agents-assign-now = Actuellement : { $name }
agents-assign-to = Confier à
agents-assign-button = Enregistrer la personne chargée
agents-assign-missing = Choisissez une personne de la liste.
agents-take-what = Personne ne s’en charge encore.
agents-take-button = Je m’en charge
agents-tell = Informer le citoyen
agents-tell-what = Reste à communiquer :
agents-tell-way = Comment ?
agents-tell-reach = Quel résultat ?
agents-tell-reached = Informé, ou envoyé
agents-tell-not-reached = Personne n’a répondu
agents-tell-button = Enregistrer
agents-tell-way-missing = Choisissez le moyen utilisé.
agents-tell-reach-missing = Choisissez le résultat.
agents-triage = Urgente ou restreinte
agents-triage-urgent = Urgente : avant toutes les autres
agents-triage-restricted = Restreinte : santé, violence, enfant
agents-triage-button = Enregistrer les marques
agents-over = Transférer à un bureau
agents-over-to = Bureau
agents-over-hint = Ce bureau s’occupe alors du citoyen.
agents-over-choose = Choisir un bureau
agents-over-button = Transférer
agents-over-missing = Choisissez le bureau dans la liste.
agents-escalate = Porter à l’échelon supérieur
agents-escalate-to = Devant qui ?
agents-escalate-unit = L’unité du centre
agents-escalate-why = Pourquoi ?
agents-escalate-button = Porter
agents-escalate-missing = Choisissez dans la liste devant qui la porter.
agents-escalate-why-missing = Écrivez pourquoi.
agents-link = Une autre réclamation
agents-link-reference = Sa référence
agents-link-reference-hint = Comme sur le récépissé, par exemple 12-2-00417-D.
agents-link-how = Quel est leur lien ?
agents-link-button = Enregistrer
agents-link-how-missing = Choisissez leur lien.
agents-link-reference-wrong = Aucune autre réclamation ne porte cette référence. Vérifiez chaque caractère.
agents-relation-related = Elles ont un rapport
agents-relation-continues = Celle-ci fait suite à l’autre
agents-relation-together = La même affaire : les traiter ensemble
agents-split = La séparer en deux
agents-split-what = Si elle parle de deux affaires, la seconde devient une réclamation à part. Le citoyen, le bureau et le jour restent les mêmes.
agents-split-text = La seconde affaire
agents-split-text-hint = Dans les mots du citoyen, pour ce qui la concerne.
agents-split-documents = Documents à joindre
agents-split-button = Enregistrer la seconde
agents-split-text-missing = Décrivez la seconde affaire.
agents-category-choose = Choisir la catégorie
agents-category-missing = Choisissez la catégorie dans la liste.
agents-kind-missing = Choisissez de quoi il s’agit.
agents-subject = En quelques mots
agents-subject-optional = En quelques mots (facultatif)
agents-subject-long = Cette ligne est trop longue : 200 caractères au plus.
agents-withdraw = Retirer à la demande du citoyen
agents-withdraw-why = Motif donné par le citoyen (facultatif)
agents-withdraw-sure = Le citoyen le souhaite
agents-withdraw-button = Retirer
agents-withdraw-sure-missing = Cochez que le citoyen le souhaite.
agents-remark-optional = Remarque pour les collègues (facultatif)

## The agents’ desk: filtering what came in

agents-filter-count = { $count ->
    [one] { $count } arrivée, pas encore transmise.
   *[other] { $count } arrivées, pas encore transmises. Les urgentes d’abord, puis les plus anciennes.
}
agents-filter-empty = Rien à trier
agents-filter-empty-why = Les réclamations arrivent ici dès qu’un bureau ou un citoyen les enregistre, ou qu’une institution en renvoie une.
agents-filter-list = Ce qui est arrivé
agents-perhaps-twice = peut-être en double
agents-simple = simple
agents-show-all = Toutes
agents-show-urgent = Urgentes
agents-show-twice = Peut-être en double
agents-show-offices = Des bureaux
agents-show-online = En ligne
agents-age-minutes = { $count ->
    [one] { $count } min
   *[other] { $count } min
}
agents-age-hours = { $count ->
    [one] { $count } h
   *[other] { $count } h
}
agents-age-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
agents-twin-this = Celle-ci
agents-twin-person = Peut-être la même : même personne, même type d’affaire.
agents-twin-person-finished = La même personne a eu récemment le même type d’affaire.
agents-twin-text = Peut-être la même : { $percent } % des mots concordent.
agents-twin-nearby = Peut-être la même : à proximité, et { $percent } % des mots concordent.
agents-put-together = Les réunir
agents-put-continues = Celle-ci y fait suite
agents-not-the-same = Pas la même
agents-goes-to = Destination
agents-pass-on = Transmettre
agents-pass-to = Transmettre à { $institution }
agents-proposal-none = Sujet inconnu ici. Choisissez la destination.
agents-proposal-open = Cela dépend du lieu ou de l’organisme concerné. Choisissez la destination.
agents-proposal-place = Proposé par la règle pour { $place }.
agents-proposal-category = Proposé par la règle de cette catégorie.
agents-skip = Passer
agents-ask-citizen = Demander au citoyen
agents-to-an-office = Retour à un bureau
agents-given-back = Renvoyée par { $institution } : { $why }

## The agents’ desk: an office on the centre’s pages

agents-register-what = Pour un bureau dont les ordinateurs sont en panne. Tout leur revient dès qu’ils fonctionnent.
agents-register-text-hint = Ce qui s’est passé, où et depuis quand.
agents-register-place = Lieu des faits, si ailleurs que chez le citoyen (facultatif)
agents-register-citizen-hint = Chaque champ peut rester vide.
agents-register-surname = Nom de famille
agents-register-other-names = Prénoms
agents-register-locality = Ville, village ou quartier
agents-register-language-choose = Choisir la langue du citoyen
agents-register-language-missing = Choisissez la langue.
agents-register-discretion = Qui peut connaître le nom ?
agents-register-discretion-wrong = Ce sujet ne peut pas être pris ainsi. Choisissez autre chose.
agents-discretion-open = Toutes les personnes chargées
agents-discretion-confidential = Pas l’institution
agents-discretion-anonymous = Personne : aucun nom n’est gardé
agents-register-privacy = Avis sur les données personnelles, à lire
agents-register-notice = J’ai lu l’avis à voix haute
agents-register-notice-missing = Lisez l’avis et cochez la case.
agents-register-button = Enregistrer
agents-register-text-missing = Écrivez ce qui s’est passé.
agents-receipt-title = Récépissé pour le citoyen
agents-receipt-what = Imprimez cette page avec le navigateur et remettez-la.

## The agents’ desk: figures

agents-overview-what = Ce qui est arrivé dans le mois et où cela en est, et ce qui est ouvert maintenant, quelle que soit la date d’arrivée.
agents-months = Mois
agents-month-before = Mois précédent
agents-month-after = Mois suivant
agents-count-came-in = Arrivées
agents-count-dealt-with = Dont traitées
agents-count-withdrawn = Dont retirées
agents-count-open = Ouvertes
agents-count-overdue = Dont en retard
agents-count-waiting = Dont en attente de pièces
agents-count-all = Ensemble

## The agents’ desk: who looked at restricted complaints

agents-looks-what = Chaque consultation d’une réclamation restreinte est notée, la vôtre aussi.
agents-looks-count = { $count ->
    [one] { $count } consultation.
   *[other] { $count } consultations, les plus récentes d’abord.
}
agents-looks-reference = Référence d’une réclamation
agents-look-when = Quand
agents-look-who = Qui
agents-look-case = Ouverte
agents-look-document = Document ouvert

## The agents’ desk: who may sign in

agents-people-role = Rôle
agents-people-role-choose = Choisir un rôle
agents-people-role-missing = Choisissez le rôle.
agents-people-place = Institution ou bureau
agents-people-place-hint = Les agents et responsables ont une institution, un bureau en ligne a un bureau, les autres n’ont ni l’un ni l’autre.
agents-people-no-place = Ni l’un ni l’autre
agents-people-institutions = Institutions
agents-people-offices = Bureaux
agents-people-change = Modifier
agents-people-password = Créer un nouveau mot de passe
agents-people-enable = Réautoriser l’accès
agents-people-disable = Retirer l’accès
agents-people-disabled = accès retiré
agents-people-one-time = mot de passe pas encore choisi
agents-people-role-button = Enregistrer le rôle
agents-people-add = Ajouter une personne
agents-people-add-button = Ajouter
agents-people-name = Nom
agents-people-name-hint = Tel qu’il figurera dans les historiques.
agents-people-name-missing = Indiquez le nom, 100 caractères au plus.
agents-people-login-hint = Lettres a à z, chiffres, et . - _ @
agents-people-login-wrong = Seulement lettres a à z, chiffres et . - _ @, 64 au plus.
agents-people-login-taken = Ce nom est déjà utilisé. Choisissez-en un autre.
agents-people-institution-missing = Choisissez l’institution pour ce rôle.
agents-people-office-missing = Choisissez le bureau pour ce rôle.
agents-people-drawn = Un mot de passe a été créé
agents-people-drawn-what = Il n’est affiché qu’une fois. Transmettez-le de vive voix ; la personne en choisira un autre à la première connexion.
agents-people-done-disable = Déconnecté, accès retiré.
agents-people-done-enable = L’accès est rétabli.
agents-people-done-role = Le nouveau rôle est enregistré. Il vaut dès la prochaine connexion.
agents-password-title = Choisir un mot de passe
agents-password-first = Le mot de passe reçu ne sert qu’une fois. Choisissez-en un que vous seul connaissez.
agents-password-old = Mot de passe actuel
agents-password-new = Nouveau mot de passe
agents-password-again = Nouveau mot de passe encore une fois
agents-password-hint = Au moins 10 caractères. Plusieurs mots se retiennent bien.
agents-password-button = Enregistrer le nouveau mot de passe
agents-password-done = Le nouveau mot de passe est enregistré.
agents-password-old-missing = Indiquez le mot de passe de votre connexion.
agents-password-old-wrong = Ce n’est pas le mot de passe de votre connexion.
agents-password-new-wrong = Choisissez un autre mot de passe d’au moins 10 caractères.
agents-password-again-wrong = Les deux ne concordent pas. Saisissez-le de nouveau.
agents-password-later = Trop d’essais erronés. Réessayez dans 15 minutes.

## The agents’ desk: texts that answers start from

agents-templates-what = Les agents partent de ces textes et les adaptent.
agents-templates-done = Le texte est enregistré.
agents-templates-back = Tous les textes
agents-template-title = Titre
agents-template-for = Pour
agents-template-whose = De
agents-template-written = Écrit par
agents-template-retired = retiré
agents-template-retire = Retirer ce texte
agents-template-new = Un nouveau texte
agents-template-text = Texte
agents-template-hint = Sont remplacés : { $reference }, { $name } (le citoyen) et { $institution }.
agents-template-button = Enregistrer le texte
agents-template-versions = Versions précédentes
agents-template-everybody = Tout le monde
agents-template-deed-missing = Choisissez l’usage.
agents-template-title-missing = Indiquez un titre, 100 caractères au plus.
agents-template-text-missing = Écrivez le texte.

## Lists that are longer than a list is

agents-queue-more = Plus de { $count }. Affinez la liste pour voir la suite.
agents-queue-more-words = Beaucoup de réclamations contiennent ces mots : les plus récentes ont été parcourues. { $count } sont dans cette liste ; un mot de plus l’affine.
agents-filter-more = Plus de { $count } sont arrivées et ne sont encore allées nulle part. Les urgentes d’abord, puis les plus anciennes.

## The agents’ desk: working by the keyboard

agents-keys-open = Clavier
agents-keys = Travailler au clavier
agents-keys-move = Réclamation suivante et précédente d’une liste
agents-keys-enter-name = Entrée
agents-keys-enter = Ouvrir la réclamation choisie
agents-keys-pages = Page suivante et précédente d’une liste
agents-keys-search = Vers le champ de recherche
agents-keys-back = Retour à la liste
agents-keys-help = Afficher cette liste
agents-keys-on = Utiliser des touches seules
agents-keys-hint = Désactivez-les si vous dictez à votre ordinateur ou touchez souvent une touche par erreur. Tabulation, Entrée et les touches de votre navigateur fonctionnent toujours.
agents-keys-close = Fermer
# Ce que l’on dit aux citoyens d’autres réclamations
agents-others-text = En d’autres mots, pour les autres
agents-others-hint = { $count ->
    [one] Ce texte va aussi au citoyen d’une autre réclamation.
   *[other] Ce texte va aussi aux citoyens de { $count } autres réclamations.
 } Laissez vide pour leur envoyer le même. Écrivez-en un autre ici quand le vôtre nomme quelqu’un.
agents-others-needed = Votre texte va aussi à d’autres citoyens, et il nomme celui de cette réclamation, ou peu de personnes peuvent voir cette affaire. Écrivez ici ce que l’on dit aux autres.
agents-others-on-its-page = Ce texte va aussi à d’autres citoyens, et il nomme celui de cette réclamation, ou peu de personnes peuvent voir l’affaire. Ouvrez la page de la réclamation et écrivez-y un autre texte pour eux. Rien n’a été envoyé.
agents-others-answer-first = La plus ancienne a reçu une réponse qui nomme son citoyen, ou peu de personnes peuvent voir l’affaire. Répondez d’abord à celle-ci avec ses propres mots, puis réunissez-les. Rien n’a été changé.
