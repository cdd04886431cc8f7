### Receipts, letters, registers and reports.
### $kind is complaint, request or suggestion.

## The receipt that a citizen takes home

letters-receipt-title = { $kind ->
    [request] Récépissé de demande
    [suggestion] Récépissé de suggestion
   *[complaint] Récépissé de réclamation
}
# Printed in a frame beside the title whenever the receipt is printed again
letters-receipt-duplicate = Duplicata
letters-receipt-recorded = Reçue le { $date } à { $time }.
letters-receipt-free = Ce service est gratuit.
letters-receipt-reference = Numéro de référence
letters-receipt-access-code = Code d’accès

letters-receipt-citizen = Nom
letters-receipt-identity = Carte d’identité
# The last characters of the number on the identity card
letters-receipt-identity-end = finit par { $end }
letters-receipt-matter = Objet
letters-receipt-place = Lieu
letters-receipt-institution = Transmise à
letters-receipt-due = Réponse attendue
letters-receipt-due-by = au plus tard le { $date }

letters-receipt-bring = Encore à apporter
# What is needed, and how often: title deed, original and 1 copy
letters-receipt-paper = { $name }, { $copies }
letters-receipt-time-limit-stops = Le délai est suspendu en attendant ces documents.

letters-receipt-follow = { $kind ->
    [request] Suivre votre demande
    [suggestion] Suivre votre suggestion
   *[complaint] Suivre votre réclamation
}
letters-receipt-offline = Sans internet.
letters-receipt-offline-call = Appelez le { $phone } et lisez la référence. Ou venez avec ce récépissé dans n’importe lequel de nos bureaux.
letters-receipt-offline-visit = Venez avec ce récépissé dans n’importe lequel de nos bureaux.
letters-receipt-we-call = Nous vous appellerons au { $phone } quand il y aura une réponse.
letters-receipt-online = Avec internet.
letters-receipt-online-visit = Allez sur { $url } et saisissez la référence et le code.

letters-receipt-proves-heading = Ce que ce récépissé prouve
letters-receipt-proves = { $kind ->
    [request] Il prouve que vous avez déposé votre demande, quand et à quel sujet. Il ne promet pas qu’elle sera acceptée.
    [suggestion] Il prouve que vous avez déposé votre suggestion, quand et à quel sujet. Il ne promet pas qu’elle sera suivie.
   *[complaint] Il prouve que vous avez déposé votre réclamation, quand et à quel sujet. Il ne dit pas qui a raison.
}
letters-receipt-code-secret = Ne montrez le code d’accès qu’à une personne de confiance.
letters-receipt-keep = Conservez ce récépissé.

letters-receipt-privacy = Vos données personnelles
# In which language, and in which of its versions, the notice was read out
letters-receipt-notice = { $language ->
    [fr] Avis lu en français, version { $version }.
    [ar-MA] Avis lu en arabe, version { $version }.
    [mfe] Avis lu en kreol, version { $version }.
   *[en] Avis lu en anglais, version { $version }.
}

letters-receipt-clerk = Reçue par { $clerk }, PC { $device }.
letters-receipt-device = Reçue sur le PC { $device }.
letters-receipt-portal = Déposée sur le portail.
# Where the registration stands in the office's register, with a seal of it: 417-K7PM-3XQT-9AB2-51
letters-receipt-register = État du registre { $state }
letters-receipt-emergency = Ce service n’est pas destiné aux urgences. En cas de danger, appelez : { $numbers }.
letters-receipt-emergency-number = { $number } ({ $what })
# Between two numbers of the list
letters-receipt-emergency-separator = ,{ " " }
# Whom one calls, in brackets after the number
letters-emergency-police = police
letters-emergency-ambulance = ambulance
letters-emergency-fire = pompiers

## The square code of the receipt

letters-receipt-seal = Le code carré permet à chacun de nos bureaux de vérifier ce récépissé, même sans connexion.
# Read out where the code cannot be seen
letters-receipt-seal-alt = Code carré pour vérifier ce récépissé

## Letters about one complaint

letters-letter-reference = Référence
letters-letter-received = Reçue le
letters-letter-matter = Objet
letters-letter-subject = En bref
letters-letter-open = Madame, Monsieur,
letters-letter-close = Veuillez agréer, Madame, Monsieur, nos salutations distinguées.
letters-letter-ask-visit = Pour savoir où elle en est, venez avec la référence dans n’importe lequel de nos bureaux.
letters-letter-ask-call = Pour savoir où elle en est, appelez le { $phone } et lisez la référence, ou venez dans n’importe lequel de nos bureaux.
letters-letter-ask-online = Avec internet, allez sur { $url } et saisissez la référence et le code d’accès de votre récépissé.

letters-acknowledgement-title = { $kind ->
    [request] Nous avons reçu votre demande
    [suggestion] Nous avons reçu votre suggestion
   *[complaint] Nous avons reçu votre réclamation
}
letters-acknowledgement-received = { $kind ->
    [request] Nous avons reçu votre demande le { $date } et l’avons enregistrée sous le numéro { $reference }.
    [suggestion] Nous avons reçu votre suggestion le { $date } et l’avons enregistrée sous le numéro { $reference }.
   *[complaint] Nous avons reçu votre réclamation le { $date } et l’avons enregistrée sous le numéro { $reference }.
}
letters-acknowledgement-institution = { $kind ->
    [request] Organisme chargé de votre demande : { $institution }.
    [suggestion] Organisme chargé de votre suggestion : { $institution }.
   *[complaint] Organisme chargé de votre réclamation : { $institution }.
}
letters-acknowledgement-due = Vous aurez une réponse au plus tard le { $date }.

letters-documents-title = { $kind ->
    [request] Documents nécessaires pour votre demande
    [suggestion] Documents nécessaires pour votre suggestion
   *[complaint] Documents nécessaires pour votre réclamation
}
letters-documents-needed = { $kind ->
    [request] Pour traiter votre demande, il manque à l’organisme { $institution } :
    [suggestion] Pour traiter votre suggestion, il manque à l’organisme { $institution } :
   *[complaint] Pour traiter votre réclamation, il manque à l’organisme { $institution } :
}
letters-documents-until = Veuillez les apporter à notre bureau au plus tard le { $date }.
letters-documents-soon = Veuillez les apporter à notre bureau dès que possible.

letters-answer-title = { $kind ->
    [request] Réponse à votre demande
    [suggestion] Réponse à votre suggestion
   *[complaint] Réponse à votre réclamation
}
letters-answer-given = { $kind ->
    [request] Réponse donnée à votre demande le { $date } ({ $institution }) :
    [suggestion] Réponse donnée à votre suggestion le { $date } ({ $institution }) :
   *[complaint] Réponse donnée à votre réclamation le { $date } ({ $institution }) :
}
letters-answer-definitive = Cette réponse est définitive.
letters-answer-first = { $kind ->
    [request] C’est une première réponse. Le traitement de votre demande continue.
    [suggestion] C’est une première réponse. Le traitement de votre suggestion continue.
   *[complaint] C’est une première réponse. Le traitement de votre réclamation continue.
}
letters-answer-disagree = Si cela ne règle pas l’affaire pour vous, venez avec la référence dans n’importe lequel de nos bureaux.

letters-closing-title = { $kind ->
    [request] Votre demande est close
    [suggestion] Votre suggestion est close
   *[complaint] Votre réclamation est close
}
letters-closing-settled = { $kind ->
    [request] L’affaire a été réglée le { $date }. Votre demande est close.
    [suggestion] L’affaire a été réglée le { $date }. Votre suggestion est close.
   *[complaint] L’affaire a été réglée le { $date }. Votre réclamation est close.
}
letters-closing-closed = { $kind ->
    [request] Votre demande a été close le { $date }.
    [suggestion] Votre suggestion a été close le { $date }.
   *[complaint] Votre réclamation a été close le { $date }.
}
letters-closing-withdrawn = { $kind ->
    [request] Vous avez retiré votre demande le { $date }. Il n’y sera plus donné suite.
    [suggestion] Vous avez retiré votre suggestion le { $date }. Il n’y sera plus donné suite.
   *[complaint] Vous avez retiré votre réclamation le { $date }. Il n’y sera plus donné suite.
}
letters-closing-noted = Ce qui a été noté
letters-closing-again = Si le problème revient, venez avec la référence dans n’importe lequel de nos bureaux.

letters-slip-title = Bordereau de transmission
letters-slip-to = À
letters-slip-from = De
letters-slip-address = Adresse
letters-slip-phone = Téléphone
letters-slip-text = { $kind ->
    [request] La demande, mot pour mot
    [suggestion] La suggestion, mot pour mot
   *[complaint] La réclamation, mot pour mot
}
letters-slip-documents = Documents joints
letters-slip-no-documents = Aucun document n’est joint.
letters-slip-handed-over = Remis par
letters-slip-received = Reçu par (nom, date, signature)

## The register of a day, the report of a month

# Whose name stands in the gap of the clerk printed it
letters-tables-printed = Imprimé par { $clerk } le { $date } à { $time }.
letters-register-title = Registre du { $date }
letters-register-time = Heure
letters-register-state = État
letters-register-clerk = Reçue par
letters-register-empty = Rien n’a été enregistré ce jour-là.
letters-register-seen = Vu par le responsable du bureau (nom, date, signature)

letters-report-title = Rapport de { $month }
letters-report-registered = Enregistrées
letters-report-in-time = Répondues à temps
letters-report-late = Répondues en retard
letters-report-ended = Terminées sans réponse
letters-report-open = Sans réponse encore
letters-report-due-over = Dont en retard
letters-report-by-category = Par objet
letters-report-by-institution = Par organisme
letters-report-by-status = Par état
letters-report-empty = Rien n’a été enregistré ce mois-là.
letters-report-note = Est compté ce que ce bureau a enregistré dans le mois, tel qu’il se présente le { $date }. Répondues : avec une réponse définitive. À temps : au plus tard le jour inscrit sur le récépissé, ou quand aucun jour n’était promis.

## The letter with the code for a new computer

letters-admission-title = Le code de votre nouvel ordinateur
letters-admission-intro = Votre bureau reçoit un ordinateur qui travaille sans ligne dès le premier jour. Un fichier pour lui arrive sur une clé USB. Cette lettre apporte le code qui ouvre ce fichier.
letters-admission-apart = Cette lettre et la clé ne doivent voyager ni dans la même enveloppe, ni avec la même personne. Qui a les deux est cet ordinateur.
letters-admission-code = Code
letters-admission-seal = Le même code pour un lecteur
letters-admission-file = Fichier sur la clé
letters-admission-computer = Ordinateur
letters-admission-server = Centre
letters-admission-steps = Que faire
letters-admission-step-stick = Attendez que la clé soit arrivée aussi. Branchez-la sur le nouvel ordinateur et lancez Guichet.
letters-admission-step-file = Appuyez sur « { office-file-open } » et choisissez le fichier { $file } sur la clé.
letters-admission-step-code = Tapez le code de cette lettre, ou scannez le carré. Majuscules ou minuscules, peu importe.
letters-admission-step-head = Le chef de bureau saisit un nom et un code PIN. L’ordinateur peut enregistrer dès maintenant.
letters-admission-step-destroy = Déchirez cette lettre et effacez le fichier sur la clé. Le code ne vous sert plus à rien.
letters-admission-trouble = Si cette lettre a été ouverte avant de vous parvenir, ou si la clé n’est pas arrivée, n’utilisez ni l’une ni l’autre et prévenez le centre. Vous recevrez un autre fichier et un autre code.
letters-admission-trouble-phone = Si cette lettre a été ouverte avant de vous parvenir, ou si la clé n’est pas arrivée, n’utilisez ni l’une ni l’autre et appelez le { $phone }. Vous recevrez un autre fichier et un autre code.
## Lists of the desk, and the privacy notice as a sheet
letters-list-filter = { $filter } : { $value }
letters-list-words = Mots
letters-list-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
letters-list-cut = les { $shown } premières lignes ; il y en a d’autres
letters-list-how = Comment
letters-list-told = Informé le, par
letters-list-what = Quoi
letters-list-text = Ce qui était écrit
letters-list-why = Pourquoi non
letters-list-when = Quand
letters-list-who = Par
letters-notice-title = Vos données personnelles
letters-notice-version = Version { $version } de cet avis, imprimée le { $date }.
