### The citizens’ portal: filing, coming back to it, accounts. What every page of the centre has stands in centre.ftl.

## The first page

portal-home-lead-portal = Dir seki pa bon: dilo, larout, pansion, lalimier. Nou avoy li kot minister ouswa konsey ki bizin reponn, ek isi ou trouv sak letap.
portal-file-begin = Fer enn plint ouswa enn demann
portal-file-about = Apepre 5 minit. Pa bizin kont.
portal-hours-title = Ouver lizour kouma aswar
portal-hours = Ou kapav fer ek swiv ou plint isi 24 er lor 24, toulezour. Bann dimounn lir li bann zour travay.
portal-fees = Sa servis-la gratis. Si enn servis piblik demann so prop fre, par exanp pou enn permi, nou dir ou li avan ou avoy nanye.
portal-mine-title = Mo bann plint

## Filing: what stands around every page

portal-file-step = Letap { $number } lor { $count }
portal-file-first = Premie letap
portal-file-back = Retourne
portal-file-continue = Kontinie
portal-file-stop = Arete ek efas seki mo finn ekrir
portal-file-stopped-title = Finn efase
portal-file-stopped = Seki ou finn ekrir ek bann dokiman ki ou finn azoute nepli la. Nanye pa finn avoye.
portal-file-gone-title = Sa form-la nepli isi
portal-file-gone = Enn form gard trwazer, dan mem navigater kot ou finn koumans li. Navigater-la bizin aksepte cookie sa sit-la. Rekoumanse, ouswa al dan enn nou biro.
portal-file-cookie = Seki ou ekrir gard trwazer, zis pou ki ou kapav al-vini. Enn cookie sa sit-la retrouv li; li pa fer nanye lot.
portal-file-free = Li gratis.
portal-file-privacy = Zis bann servis ki okip ou dosie trouv seki ou ekrir.
portal-file-privacy-link = Mesaz lor done personel, version { $version }
portal-too-often-title = Pa aster
portal-too-often = Finn fer sa tro souvan depi ou koneksion. Esey ankor dan { $count } minit, ouswa al dan enn nou biro.

## Filing: what it is, and what it is about

portal-file-kind-title = Ki ou ena pou dir nou?
portal-file-kind-complaint = Enn kiksoz pa bon, ouswa pa finn fer.
portal-file-kind-request = Ou bizin enn kiksoz avek enn servis piblik.
portal-file-kind-information = Ou anvi konn enn kiksoz.
portal-file-kind-suggestion = Enn kiksoz kapav pli bon.
portal-file-kind-missing = Swazir ki ou ena pou dir nou.
portal-file-matter-title = Lor ki size?
portal-file-matter-lead = Swazir seki pli pros. Si pa bon, nou avoy li kot bon landrwa pou ou.
portal-file-matter-missing = Swazir size-la dan lalis.
portal-file-search = Rod avek enn mo
portal-file-search-hint = Par exanp: lalimier, pansion, lisien
portal-file-search-button = Rode
portal-file-search-none = Nanye pa apel koumsa. Esey enn lot mo, ouswa vid lakaz-la pou trouv tou.
portal-file-usual = normalman repons dan { $count } zour travay
portal-file-usual-none = pena dele
portal-file-goes-to = Al kot
portal-file-answer = Kan
portal-file-hotline = Zot telefonn
portal-file-needed = Bann dokiman ki pou bizin
portal-file-paper = { $name } ({ $copies })

## Filing: what happened

portal-file-story-title = { $kind ->
    [request] Ki ou bizin?
    [suggestion] Ki kapav pli bon?
   *[complaint] Ki finn arive?
}
portal-file-text = Dan ou prop mo
portal-file-text-hint = Ki, depi kan, ek ki dimounn ou finn deza demande. Dan ninport ki lang. Pa ekrir mo de pas ni nimero kart labank.
portal-file-text-missing = Ekrir lor ki size.
portal-file-place = Landrwa
portal-file-place-hint = Lari ek lokalite, ouswa seki ena akote
portal-file-point = Pwin lor kart
portal-file-point-hint = Enn lien enn kart, ouswa de sif kouma -20.4083, 57.7000
portal-file-point-shape = Nou pa trouv okenn landrwa ladan. Kopie enn lien depi enn kart, ouswa les li vid.

## Filing: who, and how an answer comes

portal-file-person-title = Ki ou ete, ek kouma nou reponn ou?
portal-file-discretion = Ki kapav kone ki se ou?
portal-file-discretion-open = Tou dimounn ki okip sa
portal-file-discretion-open-hint = Sa mem pli vit.
portal-file-discretion-confidential = Zis nou linite, an konfidans
portal-file-discretion-confidential-hint = Linstitision trouv size-la me pa ou nom.
portal-file-discretion-anonymous = Personn: san nom
portal-file-discretion-anonymous-hint = Nou pa gard seki ou ekrir anba, ek nou pa kapav amenn repons-la pou ou. Ou vinn get li isi avek referans ek kod-la.
portal-file-whom = Pou kisannla?
portal-file-whom-self = Pou momem
portal-file-whom-other = Pou enn lot dimounn
portal-file-helper-title = Si pou enn lot dimounn: lor ou
portal-file-helper = Dan so nom
portal-file-helper-name = Ou prop nom
portal-file-helper-missing = Ekrir ou prop nom, akoz li pou enn lot dimounn.
portal-file-helper-relation = Ki ou ete pou li
portal-file-helper-relation-hint = Tifi, vwazin, avoka
portal-file-helper-phone = Ou prop telefonn
portal-file-who = Dimounn-la
portal-file-name = Nom
portal-file-surname = Nom fami
portal-file-other-names = Prenom
portal-file-name-missing = Ekrir nom-la.
portal-file-nic = Nimero kart idantite
portal-file-nic-hint = Li ed nou pou trouv seki al ansam.
portal-file-ways-title = Repons-la
portal-file-ways = Kouma nou kapav dir ou?
portal-file-ways-hint = Swazir otan ki ou anvi, ouswa okenn. Isi ou kapav touzour gete.
portal-file-way-email = Par imel
portal-file-way-sms = Par SMS
portal-file-way-phone = Par telefonn
portal-file-way-letter = Par let
portal-file-way-none = Personn pa dir ou; ou get isi
portal-file-email = Ladres imel
portal-file-email-missing = Ekrir ladres imel-la, akoz ou anvi nou ekrir ou laba.
portal-file-email-shape = Enn ladres imel kouma nom@example.mu. Lir li ankor.
portal-file-phone = Nimero telefonn
portal-file-phone-missing = Ekrir nimero telefonn-la, akoz ou anvi nou apel ou.
portal-file-phone-shape = Sa pa enn nimero telefonn. Pou enn lot pei, koumans avek + ek so kod.
portal-file-address = Ladres
portal-file-street = Lari ek nimero
portal-file-address-missing = Ekrir ladres-la, akoz ou anvi enn let.
portal-file-locality = Lavil ouswa vilaz

## Filing: documents

portal-file-documents-title = Bann dokiman
portal-file-documents-lead = Enn foto bill-la, landrwa-la, enn let. Ou kapav azout zot plitar osi, ouswa pa met okenn.
portal-file-kept = Finn azoute ziska aster
portal-file-remove = Tire
portal-file-remove-name = Tire { $name }
portal-file-add = Azout sa bann dokiman-la
portal-file-no-documents = Okenn
portal-upload = Swazir bann fisie ouswa pran enn foto
portal-upload-hint = JPEG, PNG ouswa PDF, ziska { $limit } MB sakenn, maximum { $count } fisie. Nou tir dan foto-la landrwa kot finn pran li.
portal-upload-missing = Swazir omwin enn fisie.
portal-upload-empty = { $name } vid. Swazir li ankor.
portal-upload-large = { $name } pli gro ki { $limit } MB. Pran enn pli ti foto, ouswa skann avek mwins detay.
portal-upload-kind = { $name } pa enn JPEG, PNG ouswa PDF, ninport ki nom li ena. Pran enn foto, ouswa sov li an PDF.
portal-upload-damaged = { $name } pa antie. Swazir li ankor, ouswa pran enn lot foto.
portal-upload-locked = { $name } ouver zis avek enn mo de pas. Sov li san mo de pas ek swazir li ankor.
portal-upload-many = Ena plas pou { $limit } fisie. Leres pa finn pran.
portal-upload-cut = Koneksion-la finn koupe pandan fisie-la ti pe vini. Avoy li ankor.
portal-upload-taken = Sa bann-la deza la, pa bizin avoy zot ankor: { $names }
portal-upload-all = Sa mem tou seki finn demande
portal-upload-all-hint = Lerla dele-la rekoumanse.

## Filing: once more before it is sent

portal-file-review-title = Eski sa bon?
portal-file-change = Sanze
portal-file-change-what = Sanze: { $what }
portal-file-send = { $kind ->
    [request] Avoy demann-la
    [suggestion] Avoy propozision-la
   *[complaint] Avoy plint-la
}
portal-author = Sitwayen-la

## The receipt

portal-receipt-title = { $kind ->
    [request] Nou finn resevwar ou demann
    [suggestion] Nou finn resevwar ou propozision
   *[complaint] Nou finn resevwar ou plint
}
portal-receipt-new = Finn avoye, ek li anrezistre kot nou.
portal-receipt-keep = Not toulede, ouswa sov resi-la: avek zot ou swiv san kont. Montre kod-la zis enn dimounn ki ou fer konfians.
portal-receipt-pdf = Sov resi-la (PDF)
portal-receipt-print = Ou kapav osi inprim sa paz-la.
portal-receipt-follow = Swiv li
portal-receipt-see = Resi-la
portal-receipt-facts = Seki nou finn resevwar
portal-receipt-recorded = Finn resevwar le
portal-receipt-next = Ki pou arive apre
portal-receipt-next-check = Enn dimounn lir li prosin zour travay ek avoy li kot linstitision ki bizin reponn.
portal-receipt-next-due = Ou gagn enn repons pa pli tar ki { $date }. Si manke enn dokiman nou demann ou li, ek dele-la arete ziska li vini.
portal-receipt-next-told = Nou dir ou lor: { $where }
portal-receipt-next-look = Ou pa finn dir kouma nou kapav dir ou: get isi avek referans ek kod-la.
portal-receipt-next-after = Apre repons-la ou kapav dir si ou kontan, fer ouver li ankor, ouswa amenn li divan linite ki pli lao.
portal-receipt-account = Avek enn kont ou trouv tou ou bann plint dan enn sel landrwa.
portal-account-new = Fer enn kont

## Following, and what a citizen does

portal-follow-closed = Pou trouv sa paz-la, met referans ek kod akse-la, ouswa konekte. Ou navigater bizin aksepte cookie sa sit-la.
portal-ask-any = Vini avek ou resi dan ninport ki nou biro.
portal-merged = Enn lot dimounn finn dir nou mem zafer. Nou pe okip tou le de ansam. Ou gard ou referans, ek repons-la vinn isi osi.
portal-deeds-title = Seki ou kapav fer
portal-documents-title = Ou bann dokiman
portal-deed-until = Ziska { $date }
portal-asked-until = pa pli tar ki { $date }
portal-step-remark = Ou remark
portal-step-by-you = Depi ou
portal-step-rated-1 = Ou finn note: 1 lor 5
portal-step-rated-2 = Ou finn note: 2 lor 5
portal-step-rated-3 = Ou finn note: 3 lor 5
portal-step-rated-4 = Ou finn note: 4 lor 5
portal-step-rated-5 = Ou finn note: 5 lor 5
portal-deed-back = Retourn lor dosie-la
portal-deed-text = Dan ou prop mo
portal-deed-documents = Avoy bann dokiman
portal-deed-documents-lead = Zot al kot dimounn ki okip li.
portal-deed-documents-button = Avoy bann dokiman-la
portal-deed-remark = Ekrir enn remark
portal-deed-remark-lead = Enn kiksoz nouvo, ouswa enn kiksoz ki ou finn bliye. Li res dan dosie-la.
portal-deed-remark-button = Avoy remark-la
portal-deed-remark-missing = Ekrir remark-la.
portal-deed-rate = Dir si ou kontan
portal-deed-rate-lead = Kouma nou finn okip ou zafer? Sa ed nou fer pli bon, ek pa sanz nanye dan repons-la.
portal-deed-rate-button = Avoy not-la
portal-stars = Eski ou kontan?
portal-stars-5 = 5, net kontan
portal-stars-4 = 4, plito kontan
portal-stars-3 = 3, mwatie-mwatie
portal-stars-2 = 2, pa tro
portal-stars-1 = 1, ditou
portal-stars-missing = Swazir enn sif depi 1 ziska 5.
portal-deed-reopen = Fer ouver li ankor
portal-deed-reopen-lead = Kan repons-la pa finn regle li, ouswa li arive ankor. Mem linstitision get li ankor enn fwa.
portal-deed-reopen-button = Ouver li ankor
portal-deed-reopen-missing = Ekrir kifer bizin ouver li ankor.
portal-deed-appeal = Amenn li divan linite ki pli lao
portal-deed-appeal-lead = Kan ou panse repons-la pa bon. Linite dan sant get li, pa linstitision ki finn reponn.
portal-deed-appeal-button = Amenn li divan linite
portal-deed-appeal-missing = Ekrir seki pa bon dan repons-la.
portal-deed-withdraw = { $kind ->
    [request] Retir demann-la
    [suggestion] Retir propozision-la
   *[complaint] Retir plint-la
}
portal-deed-withdraw-lead = Apre sa personn pa travay lor la. Pandan enn moman ou kapav fer ouver li ankor.
portal-deed-withdraw-button = Retir li
portal-done-documents = Ou bann dokiman finn vini
portal-done-documents-next = Dimounn ki okip li trouv zot depi aster.
portal-done-remark = Ou remark finn vini
portal-done-remark-next = Dimounn ki okip li trouv li depi aster.
portal-done-rate = Ou not finn vini
portal-done-rate-next = Li konte dan nou bann sif, san ou nom.
portal-done-reopen = Li finn ouver ankor
portal-done-reopen-next = Nou dir ou kan ena nouvel. Isi ou trouv sak letap.
portal-done-appeal = Li divan linite dan sant
portal-done-appeal-next = Li get size-la depi koumansman. Nou dir ou kan ena nouvel.
portal-done-withdraw = { $kind ->
    [request] Demann-la finn retire
    [suggestion] Propozision-la finn retire
   *[complaint] Plint-la finn retire
}
portal-done-withdraw-next = Personn nepli travay lor la.
portal-refused-title = Pa kapav fer sa aster
portal-refused-documents = Li finn fini. Fer ouver li ankor, ouswa amenn bann dokiman dan enn nou biro.
portal-refused-remark = Li finn fini. Fer ouver li ankor, ouswa demann dan enn nou biro.
portal-refused-rate = Pankor ena repons, ou finn deza note, ouswa dele-la finn fini.
portal-refused-reopen = Li pankor fini, ouswa dele-la finn fini. Ou kapav touzour fer enn nouvo ki nom sa referans-la.
portal-refused-appeal = Pankor ena repons, ouswa dele-la finn fini. Demann dan enn nou biro.
portal-refused-withdraw = Li finn deza gagn repons, ouswa li finn fini.

## Accounts

portal-account-reached = Imel ouswa nimero portab
portal-account-reached-hint = Nou avoy enn kod laba, pou kone ki li pou ou. Ou konekte avek li.
portal-account-reached-missing = Ekrir imel ouswa nimero portab.
portal-account-reached-shape = Sa pa enn imel ni enn nimero telefonn. Lir li ankor.
portal-account-nic-hint = Avek li ou trouv osi seki finn anrezistre pou ou dan enn biro, enn fwa li konfirme.
portal-account-password = Mo de pas
portal-account-password-new = Nouvo mo de pas
portal-account-password-hint = Omwin { $count } let. Trwa ouswa kat mo fasil pou rapel.
portal-account-password-short = Swazir enn mo de pas omwin { $count } let.
portal-account-password-missing = Ekrir ou mo de pas.
portal-account-password-wrong = Sa pa ou mo de pas. Ekrir li ankor.
portal-account-have = Mo ena enn kont: konekte
portal-account-forgotten = Mo finn bliye mo mo de pas
portal-account-follow = Swiv enn plint san kont
portal-account-new-title = Fer enn kont
portal-account-new-lead = Tou ou plint dan enn sel landrwa. Pa bizin kont pou fer ni pou swiv plint.
portal-account-new-button = Avoy mwa kod-la
portal-account-code = Kod
portal-account-code-hint = Sis sif. Li bon pou { $count } minit.
portal-account-code-wrong = Sa pa kod-la. Lir li ankor.
portal-account-code-over = Sa kod-la nepli bon. Fer avoy enn nouvo.
portal-account-code-none = Pa finn gagn kod: esey ankor
portal-account-confirm-title = Met kod-la
portal-account-confirm-lead = Nou finn avoy li lor ladres ki ou finn done. Si ou ena deza enn kont laba, pena kod ki vini: konekte.
portal-account-confirm-button = Konfirme
portal-account-sign-in-title = Konekte
portal-account-sign-in-lead = Pou trouv tou ou plint.
portal-account-sign-in-button = Konekte
portal-account-sign-in-wrong = Ladres ouswa mo de pas pa bon. Ekrir toulede ankor, ouswa fer sanz mo de pas.
portal-account-sign-out = Dekonekte
portal-account-out = Ou finn dekonekte.
portal-account-forgotten-title = Enn nouvo mo de pas
portal-account-forgotten-lead = Nou avoy enn kod lor ladres ou kont.
portal-account-forgotten-button = Avoy mwa kod-la
portal-account-reset-title = Met kod-la ek enn nouvo mo de pas
portal-account-reset-lead = Si ena enn kont lor sa ladres-la, enn kod pe vini. Ou pou dekonekte partou lezot landrwa.
portal-account-reset-button = Sanz mo de pas
portal-account-details-title = Koriz mo done
portal-account-details-lead = Li korize osi dan ou bann plint ki ouver, kot zot dir mem zafer.
portal-account-details-button = Sove
portal-account-address-title = Lot imel ouswa portab
portal-account-address-lead = Nou avoy enn kod laba, pou kone ki li pou ou.
portal-account-address-now = Aster: { $where }
portal-account-address-sent = Nou finn avoy li lor ladres ki ou finn done, sof si enn lot kont ena sa ladres-la.
portal-account-address-button = Avoy mwa kod-la
portal-account-identity-title = Konfirm mo nimero idantite
portal-account-identity-lead = Met referans ek kod akse enn plint ki finn anrezistre pou ou dan enn biro ek ki ena ou nimero. Lerla tou plint ki ena sa nimero-la parete. Enn biro kapav inprim resi-la ankor.
portal-account-identity-button = Konfirme
portal-account-identity-not-proven = Sa plint-la pena ou nimero, ouswa personn pa finn get ou kart ler finn fer li. Pran enn resi depi enn biro.
portal-account-identity-taken = Enn lot kont ena sa nimero-la. Al dan enn biro avek ou kart.
portal-account-close-title = Ferm mo kont
portal-account-close-lead = Nou efas ou nom, ou bann ladres ek ou mo de pas dan kont-la. Ou bann plint res kot bann dimounn ki okip zot, avek seki ou finn ekrir: zot bann arsiv piblik, gard zot kouma mesaz lor done personel dir. Avek referans ek kod akse ou kapav swiv zot touzour. Pran ou bann done avan.
portal-account-close-button = Ferm kont-la
portal-account-closed-title = Ou kont finn ferme
portal-account-closed = Ou bann plint kontinie. Swiv zot avek referans ek kod akse.

## My complaints

portal-mine-open = Ouver
portal-mine-finished = Finn fini
portal-mine-due = repons pa pli tar ki { $date }
portal-mine-empty = Pankor ena nanye isi
portal-mine-empty-why = Seki ou fer kan ou konekte parete isi, ek seki ou azoute avek referans ek kod akse.
portal-mine-account = Mo kont
portal-mine-add = Azout enn plint avek referans ek kod
portal-mine-identity = Trouv seki finn anrezistre dan enn biro
portal-mine-done-new = Ou kont finn fer. Ou konekte.
portal-mine-done-password = Ou nouvo mo de pas finn mete. Ou konekte.
portal-mine-done-details = Ou bann done finn korize.
portal-mine-done-address = Nouvo ladres-la pou ou depi aster.
portal-mine-done-identity = Ou nimero finn konfirme. Seki finn anrezistre avek li dan lalis.
portal-data-title = Pran mo bann done
portal-data-lead = Tou seki nou gard lor ou: ou kont, ou bann plint avek sak letap, ek ou bann dokiman.
portal-data-button = Sov mo bann done (JSON)
portal-data-hint = Enn text ki lezot program osi kapav lir. Li ena ou bann kod akse: gard li pou ou.
portal-widget-all = Get sak letap

# Enn plint ki okip ansam ar enn lot
portal-merged-own = Sa mem zafer ar enn lot ki ou finn amene. Nou pe okip tou le de ansam, ek repons-la vinn pou tou le de. Lot-la:

# Tou dan enn fisie
portal-data-zip = Anrezistre tou (ZIP)
portal-data-zip-hint = Enn fisie ar ou lenformasion pou lir, mem zafer pou bann program, sak resi ek bann dokiman ki ou finn done. Li ena ou bann kod: gard li pou ou.
portal-data-page-title = Seki nou gard lor ou
portal-data-page-lead = Sa paz-la, my-data.json pou bann program, sak resi ek bann dokiman ki ou finn done dan enn sel dosie. Li ena seki ouver ou bann plint: gard li pou ou.
portal-data-made = Fer { $at }.
portal-data-account = Ou kont
portal-data-not-here = pa ankor arive
portal-data-taken-title = Finn deza pran
portal-data-taken = { $at } ({ $what })
portal-data-taken-hint = Si enn fwa pa ti ou, swazir enn nouvo mo de pas.

# Anrezistre ek kontinie pli tar
portal-file-save = Anrezistre ek arete pou lemoman
portal-saved-title = Ou form finn anrezistre
portal-saved-lead = Ou kapav kontinie li pli tar, isi ouswa lor enn lot telefonn, ar sa kod-la.
portal-saved-code = Kod ou form
portal-saved-until = Gard li ziska
portal-saved-where = Kontinie lor
portal-saved-keep = Not kod-la ouswa pran enn foto. Personn pa pou kapav redonn ou li. Si ou ti ena enn kod avan pou sa form-la, li nepli marse.
portal-saved-email = Nou finn avoy li osi lor { $where }.
portal-saved-not-sent = Nanye pa ankor avoye, ek personn pa lir li. Si ou pa kontinie, li pou efase apre sa zour-la.
portal-saved-code-missing = Met kod ou form.
portal-saved-code-wrong = Pena okenn form ar sa kod-la. Get sak let enn fwa ankor. Enn form efase apre zour ki nou finn dir ou.
portal-saved-sent-title = Sa form-la finn deza avoye
portal-saved-sent = Seki ou ti anrezistre finn avoye. Swiv li ar so referans ek so kod, ki lor resi.
portal-continue-link = Kontinie enn form ki mo finn anrezistre
portal-continue-title = Kontinie enn form ki finn anrezistre
portal-continue-lead = Ou finn gagn enn kod kan ou finn anrezistre li.
portal-continue-hint = Douz let ek sif, kouma { "7KQ2-\u20609XWD-\u206004TB" }
portal-continue-button = Ouver form-la
portal-continue-new = Mo pena kod: koumans enn nouvo form
