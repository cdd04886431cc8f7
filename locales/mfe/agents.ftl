# What agents read and write at the centre, beyond what stands in centre.ftl. README.md says how texts are written.

## The agents’ desk: what each role has at hand

agents-view-filter = Pou triye
agents-view-assigned = Pou mwa
agents-view-register = Anrezistre
agents-view-overview = Rezime
agents-view-templates = Bann text
agents-view-looks = Kisannla finn gete
agents-view-people = Bann azan
agents-role-csu = Citizen Support Unit
agents-role-agent = Azan enn linstitision
agents-role-head = Sef enn linstitision
agents-role-cab = Biro lor internet
agents-role-task_force = Task force
agents-role-admin = Administrater
agents-role-auditor = Oditer

## The agents’ desk: more about the list

agents-due-filter = Triye par dele
agents-due-any = Tou dele
agents-due-overdue = An retar
agents-due-today = Pou zordi
agents-due-week = Sa semenn-la
agents-due-stopped = Pe atann dokiman
agents-export = Pran li kouma enn tablo (CSV)
agents-column-assignee = Kisannla okip li
agents-merged = ansam avek enn lot
agents-page-before = Paz avan
agents-page-after = Paz apre

## The agents’ desk: after a deed

agents-done-ask = Nou finn demann sitwayen-la. Dele-la arete ziska ki dokiman-la vini.
agents-done-back = Finn ranvway li, avek ou rezon.
agents-done-assign = Finn note kisannla okip li.
agents-done-take = Aster ou mem okip li.
agents-done-triage = Bann mark finn anrezistre.
agents-done-over = Finn transfer li dan biro-la.
agents-done-escalate = Finn amenn li devan nivo lao.
agents-done-tell = Finn note ki sitwayen-la finn gagn nouvel.
agents-done-link = Tou le de finn lie.
agents-done-together = Finn met zot ansam. Sakenn gard so zistwar.
agents-done-continues = Finn note ki sannla kontinie lot-la.
agents-done-apart = Zot de zafer diferan. Nou pa pou montre zot ansam ankor.
agents-done-withdraw = Li finn retire, kouma sitwayen-la finn demande.
agents-done-retract = Ou aksion finn anile. Li res dan zistwar-la.
agents-done-split = Nouvo-la finn anrezistre; ala li. Sakenn nom lot-la.
agents-done-pass = Finn avoye li. Ala swivan-la.

## The agents’ desk: more about one complaint

agents-stopped-since = Arete depi { $date }
agents-days-over = { $count } zour travay an retar
agents-kin = Ena lien avek
agents-kin-same = Mem zafer:
agents-kin-related = Ena rapor avek:
agents-kin-continues = Kontinie:
agents-kin-part = Finn separe avek:
agents-kin-into = Okipe ansam avek:
agents-kin-merged = Gagn repons isi osi:
agents-channel-counter = Dan kontwar
agents-channel-portal = Lor portal
agents-channel-open311 = Par Open311
agents-channel-import = Depi enn ansien rezis
agents-channel-web_desk = Dan kontwar, lor internet
agents-channel-split = Separe depi enn lot
centre-fact-assignee = Okipe par
centre-fact-channel = Finn arive
agents-receipt = Resi
agents-retract-button = Anil sa aksion-la
agents-retract-missing = Sa letap-la nepli kapav anile.
agents-no-longer-possible = Sa swa-la nepli posib. Get paz-la ankor ek swazir enn lot.
agents-open-case = Ouver tou dosie-la

## The agents’ desk: more that an agent does

agents-template-start = Koumans avek enn text
agents-template-none = Swazir enn text
agents-template-insert = Met li
agents-template-choose = Swazir text ki pou mete.
agents-ask = Demann enn dokiman
agents-ask-what = Ki dokiman?
agents-ask-hint = Sitwayen-la pou lir sa parey. Dele-la arete ziska li vini.
agents-ask-until = Avan ki zour? (si ou anvi)
agents-ask-until-hint = Zordi ouswa pli tar.
agents-ask-until-wrong = Swazir zordi ouswa enn zour apre, ouswa les li vid.
agents-ask-button = Demann sitwayen-la
agents-ask-missing = Ekrir ki dokiman bizin.
agents-back = Pa pou nou
agents-back-what = Nou zame ferm li akoz sa: li al kot linite ouswa kot dimounn ki responsab.
agents-back-to = Kot li pou ale?
agents-back-unit = Retourn kot linite dan sant
agents-back-why = Kifer li pa pou ou?
agents-back-button = Ranvway li
agents-back-where-missing = Swazir kot li pou ale.
agents-back-why-missing = Ekrir kifer li pa pou ou.
agents-assign = Kisannla okip li
agents-assign-nobody = Personn an partikilie
agents-assign-now = Aster: { $name }
agents-assign-to = Donn li
agents-assign-button = Anrezistre kisannla okip li
agents-assign-missing = Swazir enn dimounn dan lalis.
agents-take-what = Personn pankor okip li.
agents-take-button = Mo okip li
agents-tell = Inform sitwayen-la
agents-tell-what = Ankor pou dir:
agents-tell-way = Kouma?
agents-tell-reach = Ki finn arive?
agents-tell-reached = Finn dir, ouswa finn avoye
agents-tell-not-reached = Personn pa’nn reponn
agents-tell-button = Anrezistre
agents-tell-way-missing = Swazir kouma ou finn inform sitwayen-la.
agents-tell-reach-missing = Swazir ki finn arive.
agents-triage = Irzan ouswa restrin
agents-triage-urgent = Irzan: avan tou lezot
agents-triage-restricted = Restrin: lasante, violans, enn zanfan
agents-triage-button = Anrezistre bann mark
agents-over = Transfer dan enn biro
agents-over-to = Biro
agents-over-hint = Apre sa, sa biro-la okip sitwayen-la.
agents-over-choose = Swazir enn biro
agents-over-button = Transfere
agents-over-missing = Swazir biro-la dan lalis.
agents-escalate = Amenn li devan nivo lao
agents-escalate-to = Devan kisannla?
agents-escalate-unit = Linite dan sant
agents-escalate-why = Kifer?
agents-escalate-button = Amenn li
agents-escalate-missing = Swazir dan lalis devan kisannla pou amenn li.
agents-escalate-why-missing = Ekrir kifer.
agents-link = Enn lot plint
agents-link-reference = So referans
agents-link-reference-hint = Parey kouma lor resi-la, par exanp 12-2-00417-D.
agents-link-how = Ki lien zot ena?
agents-link-button = Anrezistre
agents-link-how-missing = Swazir ki lien zot ena.
agents-link-reference-wrong = Pena lot plint avek sa referans-la. Verifie sak let.
agents-relation-related = Zot ena rapor
agents-relation-continues = Sannla kontinie lot-la
agents-relation-together = Mem zafer: okip zot ansam
agents-split = Separ li an de
agents-split-what = Si li koz lor de zafer, deziem-la vinn enn plint apar. Sitwayen, biro ek zour res parey.
agents-split-text = Deziem zafer-la
agents-split-text-hint = Avek mo sitwayen-la, pou seki li dir lor la.
agents-split-documents = Dokiman ki al ansam
agents-split-button = Anrezistre deziem-la
agents-split-text-missing = Ekrir ki ete deziem zafer-la.
agents-category-choose = Swazir kategori-la
agents-category-missing = Swazir kategori-la dan lalis.
agents-kind-missing = Swazir ki li ete.
agents-subject = An de trwa mo
agents-subject-optional = An de trwa mo (si ou anvi)
agents-subject-long = Sa lalign-la tro long: maximum 200 karakter.
agents-withdraw = Retir li, kouma sitwayen-la demande
agents-withdraw-why = Rezon ki sitwayen-la finn done (si ou anvi)
agents-withdraw-sure = Sitwayen-la anvi sa
agents-withdraw-button = Retire
agents-withdraw-sure-missing = Kos ki sitwayen-la anvi sa.
agents-remark-optional = Remark pou bann koleg (si ou anvi)

## The agents’ desk: filtering what came in

agents-filter-count = { $count } finn arive, pankor avoye okenn plas. Irzan avan, apre pli ansien.
agents-filter-empty = Nanye pou triye
agents-filter-empty-why = Bann plint vinn isi kan enn biro ouswa enn sitwayen anrezistre zot, ouswa kan enn linstitision ranvway enn.
agents-filter-list = Seki finn arive
agents-perhaps-twice = kitfwa de fwa
agents-simple = sinp
agents-show-all = Tou
agents-show-urgent = Irzan
agents-show-twice = Kitfwa de fwa
agents-show-offices = Depi biro
agents-show-online = Lor internet
agents-age-minutes = { $count } min
agents-age-hours = { $count } er
agents-age-days = { $count } zour
agents-twin-this = Sannla
agents-twin-person = Kitfwa parey: mem dimounn, mem kalite zafer.
agents-twin-person-finished = Mem dimounn ti ena mem kalite zafer pena lontan.
agents-twin-text = Kitfwa parey: { $percent } % bann mo parey.
agents-twin-nearby = Kitfwa parey: dan mem landrwa, ek { $percent } % bann mo parey.
agents-put-together = Met zot ansam
agents-put-continues = Sannla kontinie li
agents-not-the-same = Pa parey
agents-goes-to = Al kot
agents-pass-on = Avoye
agents-pass-to = Avoy kot { $institution }
agents-proposal-none = Nou pa konn sa size-la. Swazir kot li pou ale.
agents-proposal-open = Li depann landrwa ouswa lorganizasion konserne. Swazir kot li pou ale.
agents-proposal-place = Propoze par lareg pou { $place }.
agents-proposal-category = Propoze par lareg sa kategori-la.
agents-skip = Sote
agents-ask-citizen = Demann sitwayen-la
agents-to-an-office = Retourn dan enn biro
agents-given-back = { $institution } finn ranvway li: { $why }

## The agents’ desk: an office on the centre’s pages

agents-register-what = Pou enn biro ki so bann ordinater anpann. Kan zot remarse, zot pou gagn tou.
agents-register-text-hint = Ki finn arive, kot ek depi kan.
agents-register-place = Kot li finn arive, si pa kot sitwayen-la (si ou anvi)
agents-register-citizen-hint = Ou kapav les sakenn vid.
agents-register-surname = Nom fami
agents-register-other-names = Lezot nom
agents-register-locality = Lavil, vilaz ouswa kartie
agents-register-language-choose = Swazir lang sitwayen-la
agents-register-language-missing = Swazir lang-la.
agents-register-discretion = Kisannla kapav konn nom-la?
agents-register-discretion-wrong = Pa kapav pran sa size-la koumsa. Swazir lot kitsoz.
agents-discretion-open = Tou dimounn ki okip li
agents-discretion-confidential = Pa linstitision
agents-discretion-anonymous = Personn: pa gard okenn nom
agents-register-privacy = Avi lor done personel, pou lir
agents-register-notice = Mo finn lir avi-la for
agents-register-notice-missing = Lir avi-la ek kos kaz-la.
agents-register-button = Anrezistre
agents-register-text-missing = Ekrir ki finn arive.
agents-receipt-title = Resi pou sitwayen-la
agents-receipt-what = Inprim sa paz-la avek ou navigater ek donn li.

## The agents’ desk: figures

agents-overview-what = Seki finn arive dan mwa-la ek kot li ete aster, ek seki ouver aster, ninport kan li finn arive.
agents-months = Bann mwa
agents-month-before = Mwa avan
agents-month-after = Mwa apre
agents-count-came-in = Finn arive
agents-count-dealt-with = Ladan finn trete
agents-count-withdrawn = Ladan finn retire
agents-count-open = Ouver aster
agents-count-overdue = Ladan an retar
agents-count-waiting = Ladan pe atann dokiman
agents-count-all = Tou ansam

## The agents’ desk: who looked at restricted complaints

agents-looks-what = Sak fwa enn dimounn get enn plint restrin, nou not sa, ou osi.
agents-looks-count = { $count } fwa finn gete, pli resan avan.
agents-looks-reference = Referans enn plint
agents-look-when = Kan
agents-look-who = Kisannla
agents-look-case = Finn ouver li
agents-look-document = Finn ouver enn so dokiman

## The agents’ desk: who may sign in

agents-people-role = Rol
agents-people-role-choose = Swazir enn rol
agents-people-role-missing = Swazir rol-la.
agents-people-place = Linstitision ouswa biro
agents-people-place-hint = Azan ek sef ena enn linstitision, biro lor internet ena enn biro, lezot pena nanye.
agents-people-no-place = Okenn
agents-people-institutions = Bann linstitision
agents-people-offices = Bann biro
agents-people-change = Sanze
agents-people-password = Fer enn nouvo mo de pas
agents-people-enable = Les rantre ankor
agents-people-disable = Nepli les rantre
agents-people-disabled = pa kapav rantre
agents-people-one-time = pankor swazir mo de pas
agents-people-role-button = Anrezistre rol-la
agents-people-add = Azout enn dimounn
agents-people-add-button = Azoute
agents-people-name = Nom
agents-people-name-hint = Parey kouma pou ekrir li dan zistwar.
agents-people-name-missing = Ekrir nom-la, maximum 100 karakter.
agents-people-login-hint = Let a ziska z, sif, ek . - _ @
agents-people-login-wrong = Zis let a ziska z, sif, ek . - _ @, maximum 64.
agents-people-login-taken = Enn lot dimounn servi sa nom-la. Swazir enn lot.
agents-people-institution-missing = Swazir linstitision pou sa rol-la.
agents-people-office-missing = Swazir biro pou sa rol-la.
agents-people-drawn = Enn mo de pas finn fer
agents-people-drawn-what = Nou montre li zis enn fwa. Donn li an personn ouswa par telefonn; kan li rantre, dimounn-la swazir so prop mo de pas.
agents-people-done-disable = Finn dekonekte, nepli kapav rantre.
agents-people-done-enable = Kapav rantre ankor.
agents-people-done-role = Nouvo rol-la finn anrezistre. Li valab depi prosin koneksion.
agents-password-title = Swazir enn mo de pas
agents-password-first = Mo de pas ki ou finn gagne valab zis enn fwa. Swazir enn ki zis ou konn.
agents-password-old = Mo de pas ziska aster
agents-password-new = Nouvo mo de pas
agents-password-again = Nouvo mo de pas ankor enn fwa
agents-password-hint = Omwin 10 karakter. Plizir mo fasil pou rapel.
agents-password-button = Anrezistre nouvo mo de pas
agents-password-done = Nouvo mo de pas finn anrezistre.
agents-password-old-missing = Ekrir mo de pas ki ou finn rantre avek.
agents-password-old-wrong = Se pa mo de pas ki ou finn rantre avek.
agents-password-new-wrong = Swazir enn lot mo de pas omwin 10 karakter.
agents-password-again-wrong = Tou le de pa parey. Tap nouvo mo de pas ankor enn fwa.
agents-password-later = Tro boukou move lese. Reesey dan 15 minit.

## The agents’ desk: texts that answers start from

agents-templates-what = Bann azan koumans enn repons avek sa bann text-la ek sanz seki bizin.
agents-templates-done = Text-la finn anrezistre.
agents-templates-back = Tou bann text
agents-template-title = Tit
agents-template-for = Pou
agents-template-whose = Pou kisannla
agents-template-written = Ekrir par
agents-template-retired = nepli servi
agents-template-retire = Nepli servi li
agents-template-new = Enn nouvo text
agents-template-text = Text
agents-template-hint = Nou ranplas { $reference }, { $name } (sitwayen-la) ek { $institution }.
agents-template-button = Anrezistre text-la
agents-template-versions = Bann version avan
agents-template-everybody = Tou dimounn
agents-template-deed-missing = Swazir pou ki li ete.
agents-template-title-missing = Ekrir enn tit, maximum 100 karakter.
agents-template-text-missing = Ekrir text-la.

## Lists that are longer than a list is

agents-queue-more = Plis ki { $count }. Retresi lalis-la pou get seki vini apre.
agents-queue-more-words = Boukou plint ena sa bann mo-la: nou finn get bann pli resan. { $count } dan sa lalis-la; enn lot mo retresi li.
agents-filter-more = Plis ki { $count } finn arive, pankor avoye okenn plas. Irzan avan, apre pli ansien.

## The agents’ desk: working by the keyboard

agents-keys-open = Klavie
agents-keys = Travay avek klavie
agents-keys-move = Plint apre ek avan dan enn lalis
agents-keys-enter-name = Enter
agents-keys-enter = Ouver plint ki finn swazir
agents-keys-pages = Paz apre ek avan dan enn lalis
agents-keys-search = Al dan plas resers
agents-keys-back = Retourn lor lalis
agents-keys-help = Montre sa lalis-la
agents-keys-on = Servi enn sel tous
agents-keys-hint = Tengn sa si ou koz ar ou ordinater ouswa si ou souvan tap enn tous par erer. Tab, Enter ek bann tous ou navigater touzour marse.
agents-keys-close = Ferme
# Seki sitwayen lezot plint tande
agents-others-text = Lor enn lot fason, pou lezot
agents-others-hint = Sa al osi kot sitwayen lezot plint ({ $count }). Les vid pou avoy zot mem text. Ekrir enn lot isi kan ou text nom kikenn.
agents-others-needed = Ou text al osi kot lezot sitwayen, ek li nom sitwayen sa plint-la, ouswa pa boukou dimounn gagn drwa trouv sa zafer-la. Ekrir isi seki lezot tande.
agents-others-on-its-page = Sa al osi kot lezot sitwayen, ek li nom sitwayen sa plint-la, ouswa pa boukou dimounn gagn drwa trouv sa zafer-la. Ouver paz plint-la ek ekrir enn lot text pou zot laba. Nou pa finn avoy nanye.
agents-others-answer-first = Pli vie-la finn gagn repons, ek sa repons-la nom so sitwayen, ouswa pa boukou dimounn gagn drwa trouv sa zafer-la. Reponn sann-la ar so prop mo avan, apre met zot ansam. Nanye pa finn sanze.
