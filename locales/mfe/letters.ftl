### Receipts, letters, registers and reports.
### $kind is complaint, request or suggestion.

## The receipt that a citizen takes home

letters-receipt-title = { $kind ->
    [request] Resi demann
    [suggestion] Resi propozision
   *[complaint] Resi plint
}
# Printed in a frame beside the title whenever the receipt is printed again
letters-receipt-duplicate = Diplikata
letters-receipt-recorded = Nou finn resevwar li { $date } a { $time }.
letters-receipt-free = Sa servis-la gratis.
letters-receipt-reference = Nimero referans
letters-receipt-access-code = Kod akse

letters-receipt-citizen = Nom
letters-receipt-identity = Kart idantite
# The last characters of the number on the identity card
letters-receipt-identity-end = fini par { $end }
letters-receipt-matter = Size
letters-receipt-place = Landrwa
letters-receipt-institution = Pe al kot
letters-receipt-due = Repons
letters-receipt-due-by = pa pli tar ki { $date }

letters-receipt-bring = Dokiman ki bizin ankor
# What is needed, and how often: title deed, original and 1 copy
letters-receipt-paper = { $name }, { $copies }
letters-receipt-time-limit-stops = Dele-la arete pandan ki nou pe atann sa bann dokiman-la.

letters-receipt-follow = { $kind ->
    [request] Swiv ou demann
    [suggestion] Swiv ou propozision
   *[complaint] Swiv ou plint
}
letters-receipt-offline = San internet.
letters-receipt-offline-call = Apel { $phone } ek lir nimero referans-la. Ouswa vinn avek sa resi-la dan ninport ki biro CAB.
letters-receipt-offline-visit = Vinn avek sa resi-la dan ninport ki biro CAB.
letters-receipt-we-call = Nou pou apel ou lor { $phone } kan pou ena enn repons.
letters-receipt-online = Avek internet.
letters-receipt-online-visit = Al lor { $url }, met nimero referans ek kod-la.

letters-receipt-proves-heading = Seki sa resi-la prouve
letters-receipt-proves = { $kind ->
    [request] Li prouve ki ou finn depoz ou demann, kan ek lor ki size. Li pa promet ki li pou aksepte.
    [suggestion] Li prouve ki ou finn depoz ou propozision, kan ek lor ki size. Li pa promet ki nou pou swiv li.
   *[complaint] Li prouve ki ou finn depoz ou plint, kan ek lor ki size. Li pa dir kisannla ena rezon.
}
letters-receipt-code-secret = Montre kod akse-la zis enn dimounn ki ou fer konfians.
letters-receipt-keep = Gard sa resi-la.

letters-receipt-privacy = Ou bann done personel
# In which language, and in which of its versions, the notice was read out
letters-receipt-notice = { $language ->
    [fr] Finn lir sa mesaz-la an franse, version { $version }.
    [ar-MA] Finn lir sa mesaz-la an arab, version { $version }.
    [mfe] Finn lir sa mesaz-la an kreol, version { $version }.
   *[en] Finn lir sa mesaz-la an angle, version { $version }.
}

letters-receipt-clerk = Resevwar par { $clerk }, PC { $device }.
letters-receipt-device = Resevwar lor PC { $device }.
# Where the registration stands in the office's register, with a seal of it: 417-K7PM-3XQT-9AB2-51
letters-receipt-register = Leta rezis { $state }
letters-receipt-emergency = Sa servis-la pa pou irzans. Si ena danze, apel: { $numbers }.
letters-receipt-emergency-number = { $number } ({ $what })
# Between two numbers of the list
letters-receipt-emergency-separator = ,{ " " }
# Whom one calls, in brackets after the number
letters-emergency-police = lapolis
letters-emergency-ambulance = lanbilans
letters-emergency-fire = ponpie
