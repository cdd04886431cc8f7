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
letters-receipt-portal = Anrezistre lor portal.
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

## The square code of the receipt

letters-receipt-seal = Avek sa kod kare-la, ninport ki biro CAB kapav verifie sa resi-la, mem san koneksion.
# Read out where the code cannot be seen
letters-receipt-seal-alt = Kod kare pou verifie sa resi-la

## Letters about one complaint

letters-letter-reference = Referans
letters-letter-received = Resevwar le
letters-letter-matter = Size
letters-letter-subject = An rezime
letters-letter-open = Madam, Misie,
letters-letter-close = Resevwar, Madam, Misie, nou salitasion respektie.
letters-letter-ask-visit = Pou kone kot li finn arive, vinn avek nimero referans-la dan ninport ki biro CAB.
letters-letter-ask-call = Pou kone kot li finn arive, apel { $phone } ek lir nimero referans-la, ouswa vinn dan ninport ki biro CAB.
letters-letter-ask-online = Avek internet, al lor { $url }, met nimero referans ek kod akse ki lor ou resi.

letters-acknowledgement-title = { $kind ->
    [request] Nou finn resevwar ou demann
    [suggestion] Nou finn resevwar ou propozision
   *[complaint] Nou finn resevwar ou plint
}
letters-acknowledgement-received = { $kind ->
    [request] Nou finn resevwar ou demann le { $date } ek nou finn anrezistre li anba nimero { $reference }.
    [suggestion] Nou finn resevwar ou propozision le { $date } ek nou finn anrezistre li anba nimero { $reference }.
   *[complaint] Nou finn resevwar ou plint le { $date } ek nou finn anrezistre li anba nimero { $reference }.
}
letters-acknowledgement-institution = { $kind ->
    [request] Ou demann kot { $institution }.
    [suggestion] Ou propozision kot { $institution }.
   *[complaint] Ou plint kot { $institution }.
}
letters-acknowledgement-due = Ou pou gagn enn repons pa pli tar ki { $date }.

letters-documents-title = { $kind ->
    [request] Dokiman ki bizin pou ou demann
    [suggestion] Dokiman ki bizin pou ou propozision
   *[complaint] Dokiman ki bizin pou ou plint
}
letters-documents-needed = { $kind ->
    [request] Pou kontinie ar ou demann, { $institution } bizin:
    [suggestion] Pou kontinie ar ou propozision, { $institution } bizin:
   *[complaint] Pou kontinie ar ou plint, { $institution } bizin:
}
letters-documents-until = Silvouple amenn sa dan nou biro pa pli tar ki { $date }.
letters-documents-soon = Silvouple amenn sa dan nou biro pli vit posib.

letters-answer-title = { $kind ->
    [request] Repons pou ou demann
    [suggestion] Repons pou ou propozision
   *[complaint] Repons pou ou plint
}
letters-answer-given = { $kind ->
    [request] { $institution } finn reponn ou demann le { $date }:
    [suggestion] { $institution } finn reponn ou propozision le { $date }:
   *[complaint] { $institution } finn reponn ou plint le { $date }:
}
letters-answer-definitive = Sa repons-la definitif.
letters-answer-first = { $kind ->
    [request] Sa se enn premie repons. Nou ankor pe okip ou demann.
    [suggestion] Sa se enn premie repons. Nou ankor pe okip ou propozision.
   *[complaint] Sa se enn premie repons. Nou ankor pe okip ou plint.
}
letters-answer-disagree = Si pou ou sa pa regle zafer-la, vinn avek nimero referans-la dan ninport ki biro CAB.

letters-closing-title = { $kind ->
    [request] Ou demann finn ferme
    [suggestion] Ou propozision finn ferme
   *[complaint] Ou plint finn ferme
}
letters-closing-settled = { $kind ->
    [request] Zafer-la finn regle le { $date }. Ou demann finn ferme.
    [suggestion] Zafer-la finn regle le { $date }. Ou propozision finn ferme.
   *[complaint] Zafer-la finn regle le { $date }. Ou plint finn ferme.
}
letters-closing-closed = { $kind ->
    [request] Ou demann finn ferme le { $date }.
    [suggestion] Ou propozision finn ferme le { $date }.
   *[complaint] Ou plint finn ferme le { $date }.
}
letters-closing-withdrawn = { $kind ->
    [request] Ou finn tir ou demann le { $date }. Nou pa pou fer nanye ankor lor la.
    [suggestion] Ou finn tir ou propozision le { $date }. Nou pa pou fer nanye ankor lor la.
   *[complaint] Ou finn tir ou plint le { $date }. Nou pa pou fer nanye ankor lor la.
}
letters-closing-noted = Seki finn note
letters-closing-again = Si problem-la retourne, vinn avek nimero referans-la dan ninport ki biro CAB.

letters-slip-title = Papie transfer
letters-slip-to = Pou
letters-slip-from = Sorti
letters-slip-address = Ladres
letters-slip-phone = Telefonn
letters-slip-text = { $kind ->
    [request] Demann-la, mo pou mo
    [suggestion] Propozision-la, mo pou mo
   *[complaint] Plint-la, mo pou mo
}
letters-slip-documents = Bann dokiman ki al ansam
letters-slip-no-documents = Pena dokiman ki al ansam.
letters-slip-handed-over = Done par
letters-slip-received = Resevwar par (nom, dat, siniatir)

## The register of a day, the report of a month

# Whose name stands in the gap of the clerk printed it
letters-tables-printed = Inprime par { $clerk } { $date } a { $time }.
letters-register-title = Rezis { $date }
letters-register-time = Ler
letters-register-state = Leta
letters-register-clerk = Resevwar par
letters-register-empty = Nanye pa finn anrezistre sa zour-la.
letters-register-seen = Sef biro finn gete (nom, dat, siniatir)

letters-report-title = Rapor { $month }
letters-report-registered = Anrezistre
letters-report-in-time = Reponn aler
letters-report-late = Reponn an retar
letters-report-ended = Fini san repons
letters-report-open = Pankor reponn
letters-report-due-over = Ladan an retar
letters-report-by-category = Par size
letters-report-by-institution = Par linstitision
letters-report-by-status = Par leta
letters-report-empty = Nanye pa finn anrezistre sa mwa-la.
letters-report-note = Nou konte seki sa biro-la finn anrezistre dan sa mwa-la, parey kouma li ete le { $date }. Reponn: avek enn repons definitif. Aler: pa pli tar ki zour ki lor resi-la, ouswa kot pa ti promet okenn zour.

## The letter with the code for a new computer

letters-admission-title = Kod pou ou nouvo ordinater
letters-admission-intro = Ou biro pe gagn enn ordinater ki marse san lign depi premie zour. Enn fisie pou li pe vini lor enn pendrive. Sa let-la amenn kod ki ouver sa fisie-la.
letters-admission-apart = Sa let-la ek kle-la pa bizin vwayaz dan mem lanvlop, ni ar mem dimounn. Sakenn ki ena toule-de, li kapav pas pou sa ordinater-la.
letters-admission-code = Kod
letters-admission-seal = Mem kod pou enn skaner
letters-admission-file = Fisie lor kle-la
letters-admission-computer = Ordinater
letters-admission-server = Sant
letters-admission-steps = Ki pou fer
letters-admission-step-stick = Atann ziska ki kle-la osi finn arive. Met li dan nouvo ordinater-la ek demar Guichet.
letters-admission-step-file = Peze « { office-file-open } » ek swazir fisie { $file } lor kle-la.
letters-admission-step-code = Tap kod ki lor sa let-la, ouswa skann kare-la. Gran let ouswa ti let, pa fer nanye.
letters-admission-step-head = Sef biro-la met so non ek enn PIN. Ordinater-la kapav anrezistre depi aster.
letters-admission-step-destroy = Desir sa let-la ek efas fisie lor kle-la. Kod-la nepli servi ou.
letters-admission-trouble = Si sa let-la ti deza ouver kan li arive, ouswa kle-la pa finn vini, pa servi okenn ek dir sant-la. Ou pou gagn enn lot fisie ek enn lot kod.
letters-admission-trouble-phone = Si sa let-la ti deza ouver kan li arive, ouswa kle-la pa finn vini, pa servi okenn ek telefonn { $phone }. Ou pou gagn enn lot fisie ek enn lot kod.
## Lists of the desk, and the privacy notice as a sheet
letters-list-filter = { $filter }: { $value }
letters-list-words = Bann mo
letters-list-count = { $count } lign
letters-list-cut = premie { $shown } lign; ena lezot
letters-list-how = Kouma
letters-list-told = Informe le, par
letters-list-what = Ki ete
letters-list-text = Seki ti ekrir
letters-list-why = Kifer non
letters-list-when = Kan
letters-list-who = Par
letters-notice-title = Ou bann done personel
letters-notice-version = Version { $version } sa not-la, inprime { $date }.
