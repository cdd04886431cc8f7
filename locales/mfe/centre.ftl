### The pages of the centre: the citizens’ portal and the agents’ desk.

centre-title = Portay plint

## What every page has

centre-skip = Al direk lor konteni
centre-languages = Lang
centre-free = Sa servis-la gratis.
centre-problem = Ena enn problem
centre-day-time = { $date } a { $time }
centre-optional = (pa oblize)
centre-home = Al lor premie paz
centre-not-found-title = Sa paz-la pa existe
centre-not-found = Verifie ladres-la, ouswa rekoumans lor premie paz.
centre-trouble-title = Ena enn problem
centre-trouble = Seki ou finn avoye avan-la an sekirite. Retourn an aryer ek esey ankor dan detrwa minit.
centre-too-large-title = Li tro long
centre-too-large = Ena plas pou { $limit } karakter. Retourn an aryer ek fer text-la pli kourt.
centre-text-long = Sa text-la ena { $length } karakter. Ena plas pou { $limit }.
centre-text-marks = Nou finn tir bann karakter ki pa trouve dan sa text-la. Lir li ankor ek reavoy li.

## What a complaint is, and where it stands. $kind is complaint, request or suggestion

centre-kind-complaint = Plint
centre-kind-request = Demann
centre-kind-information = Demann linformasion
centre-kind-suggestion = Propozision
centre-status-received = { $kind ->
   *[complaint] Finn resevwar
}
centre-status-checked = { $kind ->
   *[complaint] Finn verifie
}
centre-status-passed_on = { $kind ->
   *[complaint] Finn avoy kot linstitision
}
centre-status-waiting_documents = { $kind ->
   *[complaint] Pe atann bann dokiman
}
centre-status-in_progress = { $kind ->
   *[complaint] Pe okip li
}
centre-status-answered = { $kind ->
   *[complaint] Finn reponn
}
centre-status-resolved = { $kind ->
   *[complaint] Finn rezoud
}
centre-status-closed = { $kind ->
   *[complaint] Finn ferme
}
centre-status-reopened = { $kind ->
   *[complaint] Finn ouver ankor
}
centre-status-withdrawn = { $kind ->
   *[complaint] Finn retire
}
centre-fact-reference = Referans
centre-fact-kind = Kalite
centre-fact-matter = Kategori
# A category of the profile after its heading: Water: No water
centre-matter = { $group }: { $name }
centre-fact-status = Leta
centre-fact-with = Kot
centre-fact-registered = Finn anrezistre le
centre-fact-due = Repons pa pli tar ki le
centre-fact-office = Biro
centre-fact-place = Landrwa
centre-due-none = Pena dat fixe
centre-due-stopped = Dele arete
centre-due-over = Finn reponn
centre-due-today = Pou fini zordi
centre-days-left = Res { $count } zour travay
centre-days-late = { $count } zour retar

## The first page

portal-home-title = Bann plint ek demann pou servis piblik
portal-home-lead = Dir seki pa bon dan ninport ki nou biro: dilo, larout, pansion, lalimier. Nou avoy li kot minister ouswa konsey ki bizin reponn, ek isi ou trouv sak letap.
portal-follow-title = Swiv enn plint
portal-follow-lead = Toulede lor ou resi. Pa bizin kont.
portal-reference = Nimero referans
portal-reference-hint = Par exanp { $example }
portal-code = Kod akse
portal-code-hint = Wit let ek sif, par exanp { $example }
portal-follow-button = Swiv
portal-talk-title = San internet, ouswa ou prefer koze?
# $office is the profile’s name for an office: Citizens Advice Bureau
portal-talk = Dan ninport ki { $office }, enn dimounn fer tousala avek ou. Amenn ou resi, ek ou kart idantite si ou ena enn.
portal-offices-link = Trouv enn biro
portal-offices-title = Nou bann biro
portal-danger-title = Ou an danze? Pa ekrir isi.
portal-danger = Apel:
portal-emergency-police = Lapolis
portal-emergency-ambulance = Lanbilans
portal-emergency-fire = Ponpie
portal-privacy-title = Ou bann done personel
portal-privacy-version = Version { $version } sa mesaz-la.
portal-privacy-link = Done personel
portal-agents-link = Pou bann azan
portal-footer = Plis lor sa servis-la

## Following a complaint

portal-reference-missing = Met nimero referans-la. Li lor ou resi.
portal-code-missing = Met kod akse-la. Li lor ou resi.
portal-reference-shape = Enn nimero referans kouma { $example }. Lir li ankor lor ou resi.
portal-reference-check = Enn let ouswa enn sif dan referans-la pa bon. Lir li ankor.
portal-not-right = Nimero referans ouswa kod akse pa bon. Lir toulede ankor lor ou resi.
portal-too-many = Ou finn eseye tro boukou fwa. Esey ankor a { $time }.
portal-now-received = { $kind ->
    [request] Nou finn resevwar ou demann
    [suggestion] Nou finn resevwar ou propozision
   *[complaint] Nou finn resevwar ou plint
}
portal-now-checked = { $kind ->
   *[complaint] Finn verifie, pou avoy li kot linstitision
}
portal-now-passed_on = { $kind ->
   *[complaint] Nou finn avoy li kot { $institution }
}
portal-now-waiting_documents = Pe atann ou bann dokiman
portal-now-in_progress = { $institution } pe okip li
portal-now-answered = Ou ena enn repons
portal-now-resolved = { $kind ->
   *[complaint] Finn rezoud
}
portal-now-closed = { $kind ->
   *[complaint] Finn ferme
}
portal-now-reopened = { $kind ->
   *[complaint] Finn ouver ankor
}
portal-now-withdrawn = { $kind ->
   *[complaint] Finn retire
}
portal-due = Ou bizin gagn enn repons pa pli tar ki { $date }.
portal-due-passed = Ou ti bizin gagn repons-la pa pli tar ki { $date }, li an retar. Demann nouvel dan ninport ki nou biro.
portal-due-stopped = Dele-la arete pandan ki nou pe atann ou bann dokiman. Avoy zot isi, ouswa amenn zot dan ninport ki nou biro.
portal-due-none = Pena dat fixe pou enn repons.
portal-facts-title = { $kind ->
    [request] Ou demann
    [suggestion] Ou propozision
   *[complaint] Ou plint
}
portal-story-title = Seki finn arive
portal-step-registered = { $kind ->
    [request] Ou finn depoz demann-la
    [suggestion] Ou finn depoz propozision-la
   *[complaint] Ou finn depoz plint-la
}
portal-step-at = Kot: { $office }
portal-step-routed = { $kind ->
   *[complaint] Nou finn avoy li kot { $institution }
}
portal-step-answer-interim = Premie repons
portal-step-answer-final = Repons final
portal-step-note = Enn mesaz pou ou
portal-step-document = Enn dokiman finn azoute
portal-step-document-requested = Nou pe demann ou enn dokiman
portal-step-handed-over = Finn transfer li dan { $office }
portal-step-escalated = Finn amenn li devan { $to }
portal-step-escalated-centre = inite dan sant
portal-step-from = Depi: { $sender }
portal-step-withdrawn = { $kind ->
    [request] Finn retir demann-la
    [suggestion] Finn retir propozision-la
   *[complaint] Finn retir plint-la
}
portal-next-by = Pa pli tar ki { $date }
portal-ask-title = Enn kestion?
portal-ask-visit = Vinn avek ou resi kot { $office }, ouswa dan ninport ki lot nou biro.
portal-ask-call = Ouswa apel { $phone } ek lir nimero referans-la.
portal-another = Swiv enn lot plint

## The agents’ desk: signing in

agents-title = Biro bann azan
agents-sign-in = Konekte
agents-sign-out = Dekonekte
agents-login = Nom pou konekte
agents-password = Mo de pas
agents-login-missing = Met ou nom pou konekte.
agents-password-missing = Met ou mo de pas.
agents-sign-in-wrong = Nom ouswa mo de pas pa bon.
agents-signed-out = Ou finn dekonekte.
agents-session-over = Ou finn dekonekte, kapav parski nanye pa ti pe arive. Nanye pa finn sove sa fwa-la.
agents-kept = Seki ou ti ekrir
agents-kept-hint = Kopie li avan ou kontinie.

## The agents’ desk: the list

agents-menu = Meni
agents-nav = Bann lalis
agents-view-open = Ouver
agents-view-mine-unit = Pou avoye
agents-view-mine-institution = Pou reponn
agents-view-overdue = An retar
agents-view-finished = Finn fini
agents-view-all = Tou
agents-filter = Filtre
agents-filter-institution = Kot
agents-filter-any = Tou bann linstitision
agents-filter-words = Bann mo
agents-filter-hint = Referans, nom, landrwa ouswa text
agents-filter-button = Montre
agents-filter-clear = Montre tou ankor
agents-queue-count = { $count } dan sa lalis-la, seki pli irzan avan.
agents-queue-latest = { $count } dan sa lalis-la, dernie sanzman avan.
agents-column-complaint = Plint
agents-column-registered = Anrezistre
agents-column-due = Dat limit
agents-urgent = irzan
agents-restricted = restrin
agents-pages = Bann paz
agents-page = Paz { $page } lor { $pages }
agents-previous = 25 avan
agents-next = 25 apre
agents-empty = Pena nanye isi
agents-empty-why = Bann plint vini isi kan enn biro anrezistre zot ouswa kan avoy zot kot ou.
agents-empty-filtered = Pa finn trouv nanye. Esey enn lot mo, ouswa enn lot lalis anler.

## The agents’ desk: one complaint

agents-words = Dan prop mo sitwayen-la
agents-documents = Dokiman
agents-document-unnamed = Dokiman san nom
agents-document-size = { $size } kB
agents-document-on-its-way = Lor sime depi { $office }: { $have } lor { $size } kB finn arive
agents-document-not-taken = Li pli gran ki seki sant-la pran, li pa pou vini.
agents-document-save = Sove
agents-story = Seki finn arive
agents-due = Repons avan
agents-about = Lor la
agents-citizen = Sitwayen
agents-name = Nom
agents-nic = Kart idantite
agents-phone = Telefonn
agents-email = Imel
agents-address = Ladres
agents-language = Lang
agents-contact = Inform par
agents-contact-phone = Telefonn
agents-contact-sms = SMS
agents-contact-letter = Let
agents-contact-email = Imel
agents-contact-visit = Kan li vini
agents-no-name = San nom
agents-centre = sant
agents-step-registered = Finn anrezistre li
agents-step-routed = Finn avoy li kot { $institution }
agents-step-status = Nouvo leta: { $status }
agents-step-answer-interim = Premie repons
agents-step-answer-final = Repons final
agents-step-note-inside = Not intern
agents-step-note-citizen = Not pou sitwayen-la
agents-step-corrected = Finn korize: { $field }
agents-step-corrected-values =
    Avan: { $from }
    Aster: { $to }
agents-step-chosen = De version diferan, enn finn swazir: { $field }
agents-step-document = Finn azout enn dokiman
agents-step-document-requested = Finn demann sitwayen-la enn dokiman
agents-field-surname = nom fami
agents-field-other_names = prenom
agents-field-nic = nimero kart idantite
agents-field-phone = telefonn
agents-field-email = imel
agents-field-address = ladres
agents-field-locality = lokalite
agents-field-place = plas
agents-field-subject = size
agents-field-text = text
agents-field-category = kategori
agents-field-other = enn kitsoz ki sa version-la pankor kone
agents-field-empty = nanye
agents-differ = De version diferan: { $field }
agents-differ-hint = De dimounn finn ekrir sa anmemtan. Biro-la swazir.
agents-differ-value = { $value } ({ $name }, { $date })
agents-step-withdrawn = Finn retir li parski sitwayen-la ti anvi
agents-step-told = { $way ->
    [phone] Finn inform sitwayen-la par telefonn
    [sms] Finn inform sitwayen-la par SMS
    [letter] Finn inform sitwayen-la par let
    [email] Finn inform sitwayen-la par imel
   *[visit] Finn inform sitwayen-la kot biro
}
agents-step-not-reached = { $way ->
    [phone] Finn telefone; personn pa finn reponn
   *[other] Finn sey inform sitwayen-la, me pa finn resi
}
agents-step-rated = Sitwayen-la donn li { $stars } lor 5
agents-step-handed-over = Finn transfer li dan { $office }
agents-step-escalated = Finn amenn li devan { $to }
agents-step-linked = Al ansam avek { $reference }
agents-step-retracted = Aksion-la finn anile
agents-step-unknown = Enn kitsoz ki sa version-la pankor kone. Nou gard li.
agents-refused = Pa finn aksepte: { $reason }
agents-refusal-not_registered = plint-la pa finn anrezistre.
agents-refusal-already_registered = li ti deza anrezistre.
agents-refusal-overtaken = enn lot dimounn ti finn sanz leta-la avan.
agents-refusal-not_possible = sa leta-la pa amenn lor lot-la.
agents-refusal-finished = plint-la finn fini. Ouver li ankor avan.
agents-refusal-other_office = enn lot biro ena sa plint-la.
agents-refusal-unreadable = pa finn kapav lir li.
agents-refusal-disabled = kont sa dimounn-la ti finn ferme avan.
agents-refusal-field_fixed = pa kapav koriz sa isi ankor. Avoy li kot bon linstitision.
agents-refusal-field_empty = sa pa kapav vid.
agents-refusal-repeated = li deza la.
agents-refusal-retracted = dimounn ki ti fer li finn anil li.
agents-refusal-other = pou enn rezon ki sa version-la pa kone.
agents-twins = Plizier plint ena sa referans-la. Ou pe trouv enn; lezot:

## The agents’ desk: what an agent does

agents-deeds = Seki ou kapav fer
agents-answer = Reponn
agents-answer-text = Repons pou sitwayen-la
agents-answer-hint = Lang sitwayen-la: { $language }. Sitwayen-la lir sa text-la kouma ou ekrir li.
agents-answer-which = Ki repons sa?
agents-answer-interim = Premie repons, pou ena lot
agents-answer-final = Final
agents-answer-button = Avoy repons-la
agents-answer-missing = Ekrir repons-la.
agents-answer-which-missing = Swazir si li premie repons ouswa repons final.
agents-route = Avoy kot linstitision
agents-route-to = Linstitision
agents-route-choose = Swazir enn linstitision
agents-route-now = Aster li kot: { $institution }
agents-remark = Remark
agents-remark-hint = Zis bann koleg lir li. Seki sitwayen-la bizin kone al dan enn not pou sitwayen-la.
agents-route-button = Avoy kot linstitision-la
agents-route-missing = Swazir linstitision-la dan lalis-la.
agents-status = Sanz leta-la
agents-status-to = Nouvo leta
agents-status-button = Sov nouvo leta-la
agents-status-missing = Swazir nouvo leta-la.
agents-note = Ekrir enn not
agents-note-text = Not
agents-note-who = Kisannla lir li?
agents-note-inside = Zis bann koleg
agents-note-citizen = Sitwayen-la osi
agents-note-button = Sov not-la
agents-note-missing = Ekrir not-la.
agents-note-who-missing = Swazir kisannla lir not-la.
agents-done-answer = Repons-la finn sove. Sitwayen-la kapav lir li aster.
agents-done-route = Finn avoye.
agents-done-status = Nouvo leta-la finn sove.
agents-done-note = Not-la finn sove.
agents-overtaken-title = Kitsoz finn sanze pandan ki ou ti pe ekrir
agents-overtaken = Nanye pankor sove. Nou finn gard ou text anba. Get seki nouvo ek reavoy li si li ankor bon.
agents-refused-title = Sa pa finn aksepte
agents-token = Sa form-la tro vie. Nou finn gard ou text anba: reavoy li.
agents-gone-title = Sa plint-la pa kot ou
agents-gone = Kapav finn avoy li kot enn lot linstitision pandan ki ou ti pe ekrir. Nanye pa finn sove.
agents-gone-back = Retourn lor lalis-la
agents-not-allowed = Ou pena drwa fer sa. Demann linite dan sant.

## The agents’ desk: files from sticks

agents-carry = Bann pendrive
agents-carry-title = Bann fisie lor pendrive
agents-carry-what = Bann biro ki pena laliny avoy zot plint dan enn fisie lor enn pendrive. Donn li isi: sant-la pran seki ladan, ek ou browser sov larepons ki retourn dan biro-la. Fisie-la sele; donn mem fisie de fwa pa fer nanye.
agents-carry-file = Fisie ki sorti dan biro
agents-carry-limit = Enn fisie, pa plis ki 4 GB. Enn gro fisie pran letan; les sa paz-la ouver.
agents-carry-button = Donn fisie-la ek sov larepons
agents-carry-next = Met larepons lor pendrive ek amenn li dan biro-la, ki lir li lor so ordinater.
agents-carry-missing = Swazir fisie ki biro-la finn met lor pendrive.
agents-carry-cut = Fisie-la arete tro boner: kapav finn tir pendrive-la. Operasion ki finn pran ziska aster: { $count }. Kopie fisie-la ankor ek donn li enn lot fwa.
agents-carry-other-file = Sa pa enn fisie ki Guichet finn ekrir pou enn pendrive.
agents-carry-is-reply = Sa enn larepons enn sant. Lir li dan biro; donn fisie ki sorti laba.
agents-carry-other-centre = Sa fisie-la sele pou enn lot sant, pa kapav ouver li isi.
agents-carry-newer = Enn version Guichet pli nouvo finn ekrir sa fisie-la. Bizin met sant-la azour avan.
agents-carry-too-large = Fisie-la depas 4 GB. Biro-la bizin avoy li par laliny.
agents-carry-damaged = Fisie-la abime. Kopie li ankor, ouswa demann biro-la ekrir li ankor.
agents-carry-stranger = Sant-la pa konn ordinater ki finn ekrir sa fisie-la, ouswa finn blok li. Nanye pa finn pran.

## Who did a step that is neither of an office nor of an institution
centre-capacity-citizen = Sitwayen, lor portay
centre-capacity-automatic = Otomatikman, dapre enn reg

## Steps of the unit at the centre
agents-step-assigned = Finn donn { $name }
agents-step-assigned-nobody = Pa finn donn personn an partikilie
agents-step-triaged-both = Irzan ek reservé
agents-step-triaged-urgent = Irzan
agents-step-triaged-restricted = Reservé: zis seki pe okip li trouv li
agents-step-triaged-neither = Ni irzan ni reservé
agents-step-merged = Pe okip li ansam avek { $reference }
portal-step-merged = Pe okip li ansam avek enn lot lor mem zafer

## A host name that no commune has

centre-nobody-title = Pena servis lor sa ladres-la
centre-nobody = Get ladres-la lor ou resi ouswa ou let, ek ekrir li ankor.
