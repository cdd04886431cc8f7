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
