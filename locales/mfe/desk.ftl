### Biro ofisie. Mem lakle ek mem argiman dan kat lang. Kreol ena enn sel form pou tou nom.

## Kad

app-name = Guichet
skip-to-page = Al lor paz
search = Rode
register = Anrezistre
places = Landrwa
complaints = Plint
places-menu = Meni
on-this-computer = Lor sa ordinater-la
drafts = Brouyon
waiting = Pe atann
lock = Bloke
keys-button = Touch
language-and-display = Lang ek lekran
computer-number = PC { $number }
close = Ferme
cancel = Anile
back-to-complaints = Retourn lor bann plint
try-again = Esey ankor
open = Ouver
optional = (si anvi)
joined = { $first }, { $second }
add-clerk = Azout enn ofisie
go-on-hint = Seki ou finn ekrir finn garde. Ou kontinie kot ou ti ete.

## Lang ek lekran

display-language = Lang
display-colours = Kouler
display-theme-system = Kouma sa ordinater-la
display-theme-light = Kler
display-theme-dark = Som
display-theme-contrast = Kontras for
display-text-size = Grander let
display-percent = { $percent } %

## Touch

keys-title = Touch
keys-register = Anrezistre enn plint
keys-search = Rode
keys-lock = Blok lekran
keys-save = Sove ek inprim resi, sov enn not
keys-draft = Gard kouma brouyon
keys-rows = Bouze dan enn lalis
keys-open-row = Ouver
keys-panes = Al dan lot parti lafnet
keys-escape = Ferme, ouswa anile
keys-print = Inprim resi-la
keys-larger = Let pli gran ouswa pli tipti
keys-help = Montre sa bann touch-la
key-enter = Enter
key-space = Lespas

## Konekte ek sant

enrol-title = Konekte sa ordinater-la ek sant
enrol-intro = Ou administrater finn donn ou enn ladres ek enn kod pou sa ordinater-la.
enrol-next = Sa ordinater-la fer so prop lakle, ek kod-la nepli servi apre. Apre sa, sef biro swazir enn nom ek enn kod PIN.
enrol-server = Ladres sant
enrol-server-hint = Parey kouma lor papie ki administrater finn donn ou.
enrol-code = Kod pou enn sel fwa
enrol-code-hint = Li marse enn sel fwa, zis pou sa ordinater-la.
enrol-button = Konekte
enrol-working = Pe konekte ek sant
enrol-passphrase-title = Sa ordinater-la pena enn keyring
enrol-passphrase-intro = Normalman keyring ordinater-la gard lakle sa biro-la. Isi li pa reponn, alor enn fraz sekre pran so plas. Nou demann li sak fwa ki ou ouver.
enrol-passphrase-warning = Ekrir li ek gard li dan kof biro. San li person pa kapav ouver seki finn sove lor sa ordinater-la.
passphrase-new = Nouvo fraz sekre
passphrase-new-hint = Omwin 12 let. Kat ouswa sink mo fasil pou rapel.
passphrase-again = Mem fraz sekre ankor enn fwa
passphrase-differs = Sa de-la pa parey. Ekrir toulede ankor.

## Ouver

passphrase-title = Ouver Guichet
passphrase-intro = Seki finn sove lor sa ordinater-la fermen avek enn fraz sekre.
passphrase-label = Fraz sekre
passphrase-hint = Marse san koneksion.
keyring-away-title = Keyring-la pa reponn
keyring-away-what = Lakle Guichet dan keyring sa ordinater-la, ek keyring-la bloke ouswa pa pe marse.
keyring-away-do = Deblok keyring-la ouswa konekte lor ordinater-la ankor, apre esey ankor. Si li res koumsa, apel ou administrater.
key-missing-title = Lakle Guichet pa la
key-missing-what = Bann plint lor sa ordinater-la, me lakle ki ouver zot pa la. Kapav li finn ale ansam ek keyring-la.
key-missing-do = Pa refer sa ordinater-la. Apel ou administrater, li kapav remet lakle-la. Seki finn avoye avan, li dan sant.
store-damaged-title = Pa kapav lir seki finn sove isi
store-damaged-what = Fisie ki gard bann plint finn abime, ouswa li pa seki li bizin ete.
store-damaged-do = Les ordinater-la koumsa ek apel ou administrater. Seki finn avoye avan, li dan sant.
store-busy-title = Guichet deza ouver
store-busy-what = Enn lot program lor sa ordinater-la pe servi bann plint-la.
store-busy-do = Get si ena enn deziem lafnet Guichet, ouswa atann ki kopi sekirite fini. Apre esey ankor.
nothing-deleted = Nanye pa finn efase.

## Ofisie

first-clerk-title = Kisannla sef sa biro-la?
first-clerk-intro = Aster sa ordinater-la pou { $office }. Premie ofisie-la sef biro, ek li kapav azout lezot.
clerk-name = Nom
clerk-name-hint = Kouma li bizin paret dan listwar sak plint.
clerk-pin = Kod PIN
clerk-pin-again = Mem kod PIN ankor enn fwa
clerk-pin-differs = Sa de-la pa parey. Ekrir toulede ankor.
clerk-role = Travay
role-head = Sef biro
role-clerk = Ofisie
role-trainee = Stazier
first-clerk-button = Koumanse
clerks-title = Dimounn dan sa biro-la
clerks-intro = Sakenn konekte avek enn nom ek enn kod PIN. Seki enn dimounn fer, li anrezistre lor so nom.
clerk-added = { $name } kapav konekte aster.
clerk-disable = Dezaktive
clerk-disable-what = { $name } pa pou kapav konekte ankor, lor okenn ordinater sa biro-la. Seki { $name } finn fer res parey.
clerk-disable-yes = Wi, dezaktive
clerk-keep = Garde
clerk-disabled = { $name } nepli kapav konekte.
sign-in-who = Ki ou ete?
sign-in-title = Konekte
sign-in-pin-hint = Marse san koneksion.

## Liny eta

status-all-sent = Tou finn avoye.
status-waiting = { $count } pe atann.
status-nothing-waits = Nanye pa pe atann.
status-kept-here = { $count } pe atann, gard lor sa ordinater-la.
status-last-exchange = Dernie esanz { $when }
status-no-exchange-yet = Pankor fer esanz
status-next-soon = Prosin esanz dan mwins ki enn minit.
status-next-minutes = Prosin esanz dan { $count } minit.
status-next-hours = Prosin esanz dan { $count } er-tan.
status-sending = Pe avoye, { $confirmed } lor { $total } konfirme.
status-offline = Pena koneksion. Nanye pa pe atann.
status-offline-waiting = Pena koneksion. { $count } pe atann, gard lor sa ordinater-la.
status-too-long = Pena koneksion depi { $days } zour. Nanye pa pe atann.
status-too-long-waiting = Pena koneksion depi { $days } zour. { $count } pe atann, gard lor sa ordinater-la.
status-oldest-since = Pli vie depi { $when }
status-refused = { $refused } pa finn aksepte, gard isi.
status-refused-waiting = { $refused } pa finn aksepte, gard isi. { $count } pe atann.
status-see-why = Get kifer
status-clock-ahead-minutes = Revey sa ordinater-la { $count } minit an avans.
status-clock-ahead-hours = Revey sa ordinater-la { $count } er-tan an avans.
status-clock-behind-minutes = Revey sa ordinater-la { $count } minit an retar.
status-clock-behind-hours = Revey sa ordinater-la { $count } er-tan an retar.
status-work-goes-on = Travay kontinie
status-trouble-protocol_version = Guichet ek sant pa konpran zot kamarad.
status-trouble-protocol_version-then = Bizin met enn parmi a zour. Apel ou administrater
status-trouble-not_admitted = Sant-la pa konn sa ordinater-la.
status-trouble-not_admitted-then = Apel ou administrater
status-trouble-diverged = Sant-la ek sa ordinater-la pa dakor apre enn restorasion.
status-trouble-diverged-then = Ou kapav kontinie travay. Apel ou administrater
status-trouble-not_a_centre = Enn lot kitsoz pe reponn dan plas sant-la.
status-trouble-not_a_centre-then = Kapav rezo-la demann konekte
status-trouble-disk_full = Nepli ena plas lor sa ordinater-la.
status-trouble-disk_full-then = Fer plas avan ou kontinie
status-trouble-past_changed = Rezis sant-la finn sanze pou enn zour ki finn pase.
status-trouble-past_changed-then = Ou kapav kontinie travay. Apel ou administrater
status-trouble-shut_out = Sant-la finn bar sa ordinater-la.
status-trouble-shut_out-then = Seki finn anrezistre res isi. Apel ou administrater
status-trouble-quarantined = Enn kitsoz ki finn sorti dan sant-la pa kapav montre isi.
status-trouble-quarantined-then = Li garde, ek tou leres pe marse. Apel ou administrater

## Seki pe atann

panel-title-waiting = { $count } pe atann, gard lor sa ordinater-la
panel-title-none = Nanye pa pe atann
panel-reassure = Nanye pa finn perdi, ek ou kapav kontinie travay.
panel-all-confirmed = Sant-la finn konfirm tou seki finn sove isi.
panel-last-exchange = Dernie esanz
panel-next-try = Prosin esey
panel-next-soon = dan mwins ki enn minit
panel-next-minutes = dan { $count } minit
panel-next-hours = dan { $count } er-tan
panel-next-none = kan ou demande
panel-never = pankor
panel-bytes = Avoye ek resevwar
panel-bytes-saved = { $packed } dan plas { $plain }
panel-try-now = Esey aster
panel-trying = Pe eseye
panel-stick-out = Met lor enn pendrive…
panel-stick-in = Lir depi enn pendrive…
panel-stick-written = Finn ekrir: { $file }. Operasion ladan: { $count }. Zis sant-la kapav lir li. Amenn li laba ek retourn ar larepons.
panel-stick-read = Finn lir larepons. Sant-la finn konfirme: { $count }. Finn vini: { $arrived }. Ankor pe atann: { $waiting }.
panel-stick-again = Sant-la finn restore depi enn backup ek li manke travay pli vie. Ekrir enn nouvo fisie pou li aster.
panel-show-all = Get tou seki pe atann
waiting-title = Pe atann pou avoye
waiting-intro = Sove lor sa ordinater-la ek sant-la pankor konfirme, pli vie avan.
waiting-empty = Nanye pa pe atann
waiting-empty-why = Seki ou sove vinn isi ziska sant-la konfirme.
waiting-office = Sa biro-la
operation-registered = Nouvo plint
operation-routed = Finn avoy kot linstitision
operation-status_changed = Nouvo leta
operation-answered = Repons
operation-noted = Not
operation-withdrawn = Finn retire
operation-corrected = Koreksion
operation-chosen = Swazir ant de version
operation-document_added = Dokiman
operation-document_requested = Dokiman demande
operation-clerk_added = Nouvo dimounn
operation-clerk_disabled = Dimounn ki nepli konekte
operation-other = Enn lot sanzman

## Anrezistre

register-title = Anrezistre enn plint
register-kind = Ki li ete?
kind-complaint = Plint
kind-request = Demann
kind-information = Demann linformasion
kind-suggestion = Propozision
register-citizen = Sitwayen
register-citizen-hint = Ou kapav les ninport ki enn vid.
citizen-surname = Nom fami
citizen-other_names = Prenom
citizen-nic = Kart idantite
citizen-phone = Nimero telefonn
citizen-email = Imel
citizen-address = Ladres
citizen-locality = Lavil ouswa vilaz
remark-nic-shape = Sa pena form enn nimero kart idantite. Get kart-la ankor. Ou kapav sov li koumsa.
remark-nic-date = Dat ki dan sa nimero-la pa existe. Get kart-la ankor. Ou kapav sov li koumsa.
remark-nic-check = Dernie let ouswa sif-la pa paret bon. Get kart-la ankor. Ou kapav sov li koumsa.
remark-phone-shape = Sa pa enn nimero telefonn sa pei-la. Ou kapav sov li koumsa.
remark-phone-short = Sa nimero telefonn-la tro kourt. Ou kapav sov li koumsa.
remark-phone-long = Sa nimero telefonn-la tro long. Ou kapav sov li koumsa.
remark-locality = Sa landrwa-la pa dan lalis-la. Nou gard li kouma ou finn ekrir li.
register-matter-part = Lor ki li ete
matter = Kategori
matter-hint = Ekrir enn mo, dan ninport ki lang, ek swazir dan lalis-la.
matter-list = Kategori
category-title = { $group }: { $name }
matter-none = Pena kategori pou sa bann mo-la. Esey enn lot mo.
localities-list = Lavil ek vilaz
suggestions-shown = { $count } dan lalis-la. Swazir avek fles ek Enter.
register-text = Seki finn arive, dan mo sitwayen-la
register-subject = An detrwa mo
register-subject-hint = Si li vid, nou pran premie mo dan text-la.
register-place = Landrwa
register-place-hint = Si li pa kot ladres sitwayen-la.
register-language = Lang sitwayen-la
goes-to = Li al kot
answer-by = Normalman repons avan { $date }, { $days }
working-days = { $count } zour travay
no-clock = Pena dat limit pou repons.
matter-restricted = Zis detrwa dimounn pou trouv sa plint-la.
documents-needed = Dokiman ki bizin
documents-none = Pa bizin dokiman.
matter-first = Swazir kategori-la, ek ou trouv isi kot li ale, ziska kan repons vini normalman ek ki dokiman bizin.
register-telling = Kouma inform sitwayen-la
register-telling-hint = Demann sitwayen-la ar ki li dakor.
contact-phone = Telefonn
contact-sms = SMS
contact-letter = Let
contact-email = Imel
contact-visit = Prosin vizit
contact-no-phone = Pankor ena nimero telefonn.
contact-no-email = Pankor ena ladres imel.
contact-no-address = Pankor ena ladres.
register-notice = Lir sa pou sitwayen-la
notice-read = Finn lir li pou sitwayen-la
notice-read-in = Finn lir li an { $language }.
emergency-line = Ena danze? Pa isi, apel:
emergency-police = lapolis { $number }
emergency-ambulance = lanbilans { $number }
emergency-fire = ponpie { $number }
emergency-other = { $service } { $number }
save-and-print = Sove ek inprim resi
keep-as-draft = Gard kouma brouyon
draft-saved = Brouyon sove lor sa ordinater-la a { $time }
draft-not-saved = Pa finn kapav sov brouyon-la. Seki ou finn ekrir ankor lor lekran.
missing-title = { $count } kitsoz manke
missing-category = Swazir kategori-la dan lalis
missing-text = Dir seki finn arive, enn fraz sifi
missing-notice = Lir not lor bann done personel pou sitwayen-la ek kos kare-la

## Resi

saved-title = Finn sove. Referans
saved-what-next = Li pou ale avek prosin esanz. Referans-la zame sanze.
saved-due = Bizin gagn enn repons pa pli tar ki { $date }.
access-code = Kod akse
access-code-hint = Zis pou sitwayen-la, pou swiv so plint.
receipt-title = Resi
receipt-duplicate = Finn deza inprime: sa kopi-la ena mo « diplikata ».
receipt-page = Resi, paz { $page } lor { $pages }
receipt-language = Lang papie-la
print = Inprime
print-failed = Inprimant-la pa reponn. Resi-la finn sove; inprim li ankor depi plint-la.
save-as-pdf = Sov an PDF
saved-at-path = Finn sove isi
next-complaint = Prosin plint
open-complaint = Ouver plint-la

## Lalis

filter-label = Montre
filter-all = Tou
filter-news = Nouvel
filter-due = Dat limit
filter-waiting = Pe atann
list-none = Pena plint
list-all = { $count } plint, pli nouvo avan
list-news = { $count } avek nouvel, pli nouvo avan
list-due = { $count } avek enn dat limit, pli irzan avan
list-waiting = { $count } avek kitsoz ki pe atann pou avoye
list-range = { $from } a { $to } lor { $total }
list-keys = ↑ ↓ bouze, Enter ouver
next-page = Prosin { $count }
previous-page = { $count } avan
came-in = { $count } finn vini.
show-them = Montre zot
column-complaint = Plint
column-citizen = Sitwayen
column-with = Kot
column-status = Leta
column-due = Limit
column-reference = Referans
column-exchange = Esanz
news = Nouvel
no-name = San nom
empty-all = Pankor ena plint
empty-all-why = Bann plint ki ou anrezistre vinn isi.
empty-news = Pena nouvel
empty-news-why = Kan sant-la ouswa enn linstitision reponn, plint-la vinn isi.
empty-due = Pena dat limit
empty-due-why = Bann plint ouver ki ena enn dat limit vinn isi, pli irzan avan.
empty-waiting = Nanye pa pe atann
empty-waiting-why = Seki ou sove vinn isi ziska sant-la konfirme.
search-title = Rode
search-found = Finn trouv { $count } pou « { $words } »
search-most = Premie { $count } pou « { $words } ». Ekrir plis pou trouv mwins.
search-none = Pa finn trouv nanye
search-none-why = Esey enn parti nom, referans, nimero kart idantite, telefonn ouswa enn mo dan text-la.
search-how-title = Ki ou pe rode?
search-how = Ekrir enn nom, enn referans, enn nimero kart idantite, enn nimero telefonn ouswa mo dan text-la.
drafts-title = Brouyon
drafts-intro = Gard lor sa ordinater-la ziska ou anrezistre zot ouswa zet zot.
drafts-empty = Pena brouyon
drafts-empty-why = Seki ou ekrir gard isi pandan ki ou pe ekrir.
draft-continue = Kontinie
draft-discard = Zete
draft-discarded = Brouyon-la finn zete.
draft-untitled = Pankor ena mo
undo = Defer

## Mark, leta, limit

mark-waiting = Pe atann pou avoye
mark-waiting-short = Pe atann
mark-sent = Finn avoye
mark-refused = Pa aksepte
state-received = Finn resevwar
state-checked = Finn verifie
state-passed_on = Finn avoy kot linstitision
state-waiting_documents = Pe atann dokiman
state-in_progress = Pe okip li
state-answered = Finn reponn
state-resolved = Finn rezoud
state-closed = Finn ferme
state-reopened = Finn ouver ankor
state-withdrawn = Finn retire
due-today = Zordi
due-over = { $count } zour retar
due-in = dan { $count } zour

## Enn plint

story = Seki finn arive
said-by-citizen = Dan mo sitwayen-la
step-registered = { $name } finn anrezistre li dan biro.
step-routed = { $name } finn avoy li kot { $institution }.
step-status_changed = { $name } finn sanz leta: « { $status } ».
step-answered-final = { $name } finn donn repons final:
step-answered-interim = { $name } finn donn enn premie repons:
step-noted-internal = { $name } finn ekrir enn not pou koleg:
step-noted-citizen = { $name } finn ekrir enn not pou sitwayen-la:
step-withdrawn = { $name } finn retir li parski sitwayen-la finn demande.
step-corrected = { $name } finn korize: { $field }.
step-corrected-short = Koreksion: { $field }
step-values = Avan: « { $from } » · Aster: « { $to } »
step-chosen = { $name } finn swazir ant de version diferan: { $field }.
step-document_added = { $name } finn azout enn dokiman:
step-document_requested = { $name } finn demann sitwayen-la enn dokiman:
step-told = { $way ->
    [phone] { $name } finn inform sitwayen-la par telefonn.
    [sms] { $name } finn inform sitwayen-la par SMS.
    [letter] { $name } finn inform sitwayen-la par let.
    [email] { $name } finn inform sitwayen-la par imel.
   *[visit] { $name } finn inform sitwayen-la kot biro.
}
step-not-reached = { $way ->
    [phone] { $name } finn telefone. Personn pa finn reponn.
   *[other] { $name } finn sey inform sitwayen-la, me pa finn resi.
}
step-rated = { $name } finn note seki sitwayen-la panse: { $stars } lor 5.
step-handed_over = { $name } finn transfer li dan biro { $office }.
step-escalated = { $name } finn amenn li devan { $to }:
step-escalated-centre = inite dan sant
step-linked = { $name } finn note ki li al ansam avek { $reference }.
step-retracted = { $name } finn anil seki li ti fer.
step-assigned = { $name } finn donn { $to } li pou okipe.
step-assigned-nobody = { $name } finn note ki personn an partikilie pa pe okip li.
step-triaged = { $how ->
    [both] { $name } finn mark li irzan ek reservé.
    [urgent] { $name } finn mark li irzan.
    [restricted] { $name } finn mark li reservé: zis seki pe okip li trouv li.
   *[neither] { $name } finn note ki li ni irzan ni reservé.
}
step-merged = { $name } finn note ki pe okip li ansam avek { $reference }.
step-unknown = { $name } finn fer kitsoz ki sa version Guichet-la pankor kone. Li finn garde.
step-place-centre = { $name }, sant
step-place-citizen = { $name }, lor portay
step-place-automatic = Sant, dapre enn reg
step-taken-back = Finn anil. Li pa konte ankor.
step-refused = Sant-la pa finn aksepte. Text-la finn garde.
due-heading = Dat limit repons final
due-none = Pena dat limit.
citizen-heading = Sitwayen
fact-name = Nom
fact-nic = Kart idantite
fact-phone = Telefonn
fact-email = Imel
fact-address = Ladres
fact-speaks = Koz
fact-contact = Inform par
fact-code = Kod akse
with-heading = Kot
fact-now = Aster
fact-hotline = Telefonn
fact-office = Biro
fact-registered = Anrezistre
fact-when = Kan
no-citizen = Sitwayen-la pa finn donn ni nom ni ladres.
note-for-citizen = Pou sitwayen-la osi
note-for-citizen-hint = Sinon zis bann koleg lir li.
print-again = Inprim resi-la ankor
live-changed = Ena nouvel: { $what }
refused-title = { $count } sanzman pa finn aksepte
refused-text = Ou text finn garde anba. Ou kapav ekrir li ankor kouma enn not.
field-surname = nom fami
field-other_names = prenom
field-nic = nimero kart idantite
field-phone = telefonn
field-email = imel
field-address = ladres
field-locality = lokalite
field-place = plas
field-subject = size
field-text = seki finn arive
field-category = kategori
field-other = enn kitsoz ki sa version-la pankor kone
field-empty = nanye
differ-title = De version diferan: { $field }
differ-intro = Finn ekrir zot anmemtan. Demann kikenn ki kone, apre swazir.
differ-which = Ki seki bon?
differ-other = Enn lot kitsoz
differ-other-label = Seki bon
differ-save = Gard sa
differ-missing = Swazir seki bon, ouswa ekrir li.
correct = Koriz kitsoz
correct-which = Ki parti
correct-value = Seki li bizin ete
correct-save = Sov koreksion-la
correct-refused = Pa kapav sanz sa dan leta plint-la ete, ouswa li pa kapav vid.
documents = Dokiman
documents-empty = Pankor ena dokiman
document-unnamed = Dokiman san nom
document-size = { $size } kB
document-on-its-way = Lor sime: { $percent } % finn arive
document-waiting = Isi; pe atann pou avoye
document-to-centre = Lor sime pou al dan sant: { $percent } % finn pase
document-not-here = Pa lor sa konpiter-la
document-asked = Pou vini dan prosin lesanz
document-refused = Sant-la pa pran sa dokiman-la; li res lor sa konpiter-la
document-fetch = Fer vini
document-here = Isi ek dan sant
document-show = Montre
document-save = Sove
document-add = Azout enn dokiman
tasks = Pou regle
tasks-title = Pou regle
tasks-intro = Seki bizin enn desizion. Nanye pa perdi isi, ek nanye lezot pa pe atann li.
tasks-differ = De version diferan
tasks-differ-in = Seki diferan: { $fields }
tasks-refused = Sant-la pa finn aksepte
tasks-empty = Nanye pou regle
tasks-empty-why = Seki sant-la pa aksepte vinn isi avek so text, ek seki de dimounn finn ekrir diferan anmemtan.
task-refused = Pa aksepte: { $reason }
task-refused-again = Li ankor pa aksepte, dan leta plint-la ete. Get plint-la, apre met sa kouma regle.
task-again = Refer li
task-draft = Fer enn brouyon ar li
task-done = Li finn regle
refusal-not_registered = sant-la pena sa plint-la.
refusal-already_registered = plint-la ti deza anrezistre.
refusal-overtaken = enn lot dimounn ti finn sanz leta-la avan.
refusal-not_possible = sa leta-la pa amenn la.
refusal-finished = plint-la finn fini.
refusal-other_office = enn lot biro ena sa plint-la.
refusal-unreadable = sant-la pa finn kapav lir li.
refusal-disabled = kont sa dimounn-la ti finn ferme avan li arive.
refusal-field_fixed = pa kapav koriz sa ankor, leta plint-la pa permet.
refusal-field_empty = sa pa kapav vid.
refusal-repeated = li deza la.
refusal-retracted = dimounn ki ti fer li finn anil li.
refusal-other = pou enn rezon ki sa version-la pa kone.

## Erer

error-generic = Ena enn problem. Nanye ki ou finn ekrir pa finn perdi.
error-internal = Ena enn problem dan sa program-la. Nanye ki ou finn ekrir pa finn perdi; esey ankor, ouswa apel ou administrater.
error-code_wrong = Sant-la pa konn sa kod-la. Konpar li ek ou papie, let par let.
error-code_used = Sa kod-la finn deza servi. Demann ou administrater enn nouvo.
error-code_expired = Sa kod-la tro vie. Demann ou administrater enn nouvo.
error-code_of_another_office = Sa kod-la pou enn lot biro. Demann ou administrater enn kod pou sa biro-la.
error-unreachable = Sant-la pa reponn. Get kab-la ouswa wifi-la ek ladres-la, apre esey ankor.
error-not_a_centre = Ena kitsoz ki reponn lor sa ladres-la, me li pa enn sant. Get ladres-la; kapav rezo-la demann konekte avan.
error-protocol_version = Guichet ek sant pa konpran zot kamarad: bizin met enn parmi a zour. Apel ou administrater.
error-keyring_unavailable = Keyring sa ordinater-la pa reponn. Deblok li, ouswa servi enn fraz sekre.
error-passphrase_wrong = Sa fraz sekre-la pa ouver Guichet. Get bann gran let ek ti let, ek ekrir li ankor.
error-passphrase_short = Fraz sekre-la bizin omwin 12 let.
error-pin_wrong = Kod PIN-la pa bon. Ekrir li ankor.
error-pin_short = PIN-la bizin omwin { $count } sif.
error-locked_out = Ou finn eseye tro boukou fwa. Atann detrwa minit, apre esey ankor.
error-name_missing = Met nom-la.
error-name_taken = Ena deza enn dimounn isi avek sa nom-la. Azout enn deziem prenom ouswa enn let.
error-text_missing = Dir seki finn arive, enn fraz sifi.
error-category_missing = Swazir kategori-la dan lalis.
error-notice_missing = Lir not lor bann done personel pou sitwayen-la ek kos kare-la.
error-not_found = Sa nepli lor sa ordinater-la.
error-not_signed_in = Guichet bloke. Konekte ek kontinie kot ou ti ete.
error-not_allowed = Ou pena drwa fer sa. Demann sef biro.
error-disk_full = Nepli ena plas lor sa ordinater-la. Seki ou finn sove avan an sekirite; fer plas, apre sov ankor.
error-carry_not_a_carry_file = Sa pa enn fisie ki Guichet finn ekrir pou enn pendrive. Swazir larepons sant-la.
error-carry_newer = Enn version Guichet pli nouvo finn ekrir sa fisie-la. Bizin met sa ordinater-la azour avan.
error-carry_is_request = Sa fisie-la pou al sant. Swazir larepons ki sant-la finn ekrir.
error-carry_is_reply = Sa fisie-la enn larepons sant. Lir li dan biro ki finn demande.
error-carry_sealed_to_another = Sa larepons-la pou enn lot ordinater, pa kapav ouver li isi.
error-carry_damaged = Fisie-la abime. Seki ti antie finn garde; kopie li ankor.
error-carry_too_short = Fisie-la arete tro boner. Seki ti antie finn garde; kopie li ankor.
error-carry_no_key = Pa kapav servi sele sant-la. Apel ou administrater.
error-carry_would_overwrite = Ena deza enn lot fisie ek sa nom-la. Swazir enn lot nom.
error-carry_full = Nepli ena plas lor pendrive-la. Nanye pa finn perdi; fer plas ouswa pran enn lot pendrive.
error-carry_read_only = Pa kapav ekrir nanye laba. Eski pendrive-la bloke?
error-carry_too_large = Pendrive-la pa pran enn fisie sa grander-la. Pran enn ki formate an exFAT.
error-carry_failed = Pa kapav ni lir ni ekrir lor pendrive-la. Remet li ek refer.
error-carry_no_recipient = Sa ordinater-la pankor konn sele sant-la. Les li fer enn esanz par laliny enn fwa.
error-carry_other_state = Sa larepons-la pou enn lot leta sa ordinater-la. Ekrir enn nouvo fisie ek amenn li sant.
error-carry_not_taken = Sant-la pa aksepte fisie-la.
error-store_damaged = Pa kapav lir seki finn sove isi. Nanye pa finn efase; apel ou administrater.
error-store_busy = Enn lot program pe servi bann plint-la. Ferm li, apre esey ankor.
error-key_missing = Lakle Guichet pa la. Nanye pa finn efase; apel ou administrater.
error-address_wrong = Sa pa enn ladres. Li resanble centre.example.mu, kouma lor ou papie.
error-refused = Sant-la finn refize. Apel ou administrater.
error-text_too_long = Li tro long. Koup li, ouswa ekrir leres kouma enn not.
error-document_empty = Fisie-la vid. Swazir enn lot.
error-document_too_large = Fisie-la tro gro. Skann li avek mwins detay, ouswa kouma foto.
error-document_kind = Pa pran sa kalite fisie-la. Pran enn foto (JPEG, PNG, WebP) ouswa enn PDF.
error-document_damaged = Fisie-la abime ouswa li pa seki li dir. Skann paz-la ankor.
error-document_on_its_way = Dokiman-la ankor lor sime. Kapav ouver li kan tou finn arive.
error-in_conflict = Ena de version diferan la. Ouver plint-la ek swazir.
error-not_again = Pa kapav refer sa isi. Met li kouma regle.
error-field_wrong = Pena sa plas-la dan form-la.
error-no_conflict = Nepli ena nanye pou swazir.
error-last_head = Dernie sef biro-la pa kapav dezaktive ni gagn enn lot travay. Les enn lot dimounn vinn sef avan.
error-no_such_clerk = Pena personn avek sa nom-la isi.
error-server_missing = Met ladres sant-la.
error-one_time_code_missing = Met kod pou enn sel fwa-la.
error-summary = Ena enn problem

## Papers: letters, registers, reports, and checking a receipt

papers = Bann papie
papers-title = Bann papie
papers-intro = Enn resi ki enn dimounn amenn, rezis enn zour, rapor enn mwa.
paper-size = Papie
paper-size-a5 = A5
paper-size-a4 = A4
paper-size-roll80 = Roulo 80 mm
paper-show = Montre
paper-own-language = Parey kouma lor lekran

letters-title = Bann let
letter-acknowledgement = Konfirmasion ki nou finn resevwar li
letter-documents = Demann dokiman
letter-answer = Repons
letter-closing = Let pou ferme plint-la
letter-hand_over = Papie transfer
letter-about-receipt = Avek referans, kod akse ek kod kare pou verifie li
letter-about-acknowledgement = Pou sitwayen-la, lor anrezistreman
letter-about-acknowledgement-with = Pou sitwayen-la, aster kot { $with }
letter-about-documents = Pou sitwayen-la, sa biro-la ki demande
letter-about-documents-with = Pou sitwayen-la, { $with } ki demande
letter-about-answer = Pou sitwayen-la, repons sa biro-la
letter-about-answer-with = Pou sitwayen-la, repons { $with }
letter-about-closing = Pou sitwayen-la, lor lafin zafer-la
letter-about-closing-with = Pou sitwayen-la, lor lafin zafer-la, { $with }
letter-about-hand_over = Al ansam ar bann papie
letter-about-hand_over-with = Al ansam ar bann papie pou { $with }
letter-written = Finn inprime { $when } par { $by }: lezot kopi pou dir « diplikata »

check-title = Verifie enn resi
check-label = Kod kare lor resi-la
check-hint = Met kirser isi ek skann kod-la. Li koumans par GC1. Pa bizin koneksion.
check-deed = Verifie
check-claims = Resi-la limem dir:
check-reference = Referans
check-office = Biro
check-received = Resevwar
check-matter = Size
check-due = Repons promet pa pli tar ki
check-genuine = Sa resi-la enn vre resi.
check-genuine-means = Sa biro-la ki finn fer li, ek plint-la isi. Li prouve ki finn depoz li sa zour-la, ek lor ki size. Li pa dir kisannla ena rezon.
check-other_registration = Enn vre resi, me rezis isi pa parey.
check-other_registration-means = Enn ordinater sa biro-la finn signe li. Rezis isi donn enn lot anrezistreman pou sa plint-la: swa ordinater-la finn re-instale, swa enn zafer finn sanze. Averti sant-la.
check-not_here = Enn vre resi; plint-la pa lor sa ordinater-la.
check-not_here-means = Enn ordinater sa biro-la finn signe li. Plint-la pou vini avek prosin lesanz.
check-shut_out = Enn ordinater ki finn met deor ki finn signe li.
check-shut_out-means = Plint-la pa isi non pli. Pa fie lor li; demann sant-la.
check-issuer_unknown = Pa kapav verifie li isi.
check-issuer_unknown-means = Enn ordinater ki pa konn li isi ki finn signe li, kitfwa enn lot biro. Demann sant-la, ki konn zot tou.
check-not_genuine = Sa resi-la pa enn vre resi.
check-not_genuine-means = Seki li dir pa seki finn signe: finn sanz li. Gard enn kopi ek averti sef biro.
check-not_a_receipt = Sa pa kod kare enn resi.
check-not_a_receipt-means = So text koumans par GC1. Skann gran kare ki lor resi-la.
check-damaged = Pa finn lir kod-la antie.
check-damaged-means = Skann li ankor. Si li fer sa sak fwa, skaner-la servi enn lot klavie ki sa ordinater-la: met mem klavie.

day-register-title = Rezis enn zour
day-register-label = Zour
day-register-hint = Par exanp 24/11/2026
month-report-title = Rapor enn mwa
month-report-label = Mwa
month-report-hint = Par exanp 11/2026
error-period_wrong = Ekrir lane, mwa ek zour an sif, kouma dan lexanp-la.
error-no_such_letter = Plint-la finn avanse, sa let-la nepli bon. Retourn lor bann let.

## The morning

morning = Gramatin
morning-as-of = Dapre lesanz { $when }
morning-waiting = { $count } pe atann pou avoye, pli vie depi { $when }
morning-holiday = Konze piblik: { $name }. Okenn dele pa mars zordi.
morning-figures = Zordi an sif
figure-overdue = an retar
figure-due-today = dat limit zordi
figure-to-decide = pou deside
figure-to-tell = sitwayen pou informe
figure-came-in = finn vini
morning-changed = Ena kitsoz finn sanze depi sa paz-la finn ouver.
morning-due = An retar ek dat limit zordi
morning-due-none = Nanye pa an retar, ek nanye pa ena dat limit zordi.
morning-news = Seki finn vini
morning-news-none = Nanye nouvo. Bann repons ek kestion depi sant vinn isi.
morning-waits = Pe atann ou
morning-waits-none = Nanye pa pe atann ou.
morning-differs = Ki version ki bon: { $field }?
morning-tasks = { $count } sanzman pa finn aksepte
morning-tasks-why = Text-la finn garde. Refer li, ouswa note ki li finn regle.
morning-draft = Brouyon: { $subject }
morning-draft-saved = Finn sove { $when }
morning-owed = { $count } dokiman demande
morning-owed-since = Pli vie depi le { $day }
news-centre = sant-la
news-answered = Repons depi { $who }
news-noted = Enn not depi { $who }
news-routed = { $who } finn avoy li kot { $institution }
news-status_changed = Nouvo leta depi { $who }: { $status }
news-document_requested = { $who } pe demann enn dokiman
news-document_added = Enn dokiman depi { $who }
news-corrected = { $who } finn koriz li
news-told = { $who } finn inform sitwayen-la
news-handed_over = { $who } finn remet li
news-escalated = { $who } finn amenn li pli o
news-registered = { $who } finn anrezistre li
news-other = { $who } finn sanz li
sent-title = Finn avoye zordi
sent-intro = Finn sove zordi lor sa ordinater-la ek sant-la finn konfirme, pli resan avan.
sent-empty = Nanye pankor avoye zordi
sent-empty-why = Seki ou sove vinn isi kan sant-la finn konfirme li.

## Citizens to tell

to-tell-title = Sitwayen pou informe
to-tell-intro = { $count } plint finn avanse. Li konte kouma informe kan ou note li isi.
to-tell-empty = Personn pou informe
to-tell-empty-why = Kan enn plint gagn repons, finn rezoud ouswa finn ferme, so sitwayen vinn isi ziska ki kikenn inform li.
tell-by-phone = Par telefonn
tell-by-sms = Par SMS, sant-la avoye
tell-by-letter = Par let
tell-by-email = Par imel
tell-by-visit = Prosin vizit
tell-not-tried = pankor seye
tell-in-vain = pa finn reponn { $count } fwa
tell-no-phone = pena telefonn
tell-gone-short = finn informe
tell-gone = Enn koleg finn dir li deza, ouswa finn anil li. Pena nanye pou fer isi.
tell-hint-phone = Lapel san repons: { $count }. Apre trwa, enn let pran plas telefonn.
tell-hint-sms = Sant-la avoy li. Ou kapav osi telefone: lerla li konte kouma informe.
tell-hint-letter = Lapel san repons: { $count }. Li konte kouma informe kan let-la finn poste.
tell-hint-email = Li konte kouma informe kan imel-la finn avoye.
tell-hint-visit = Pena lot mwayen. Dir li kan sitwayen-la vini.
tell-read-out = Pou lir for
tell-read-out-language = Lang pou lir
tell-said = Seki sitwayen-la finn dir
tell-told-phone = Finn inform par telefonn
tell-told-sms = Finn inform par SMS
tell-told-letter = Let-la finn poste
tell-told-email = Imel finn avoye
tell-told-visit = Finn inform kot biro
tell-no-answer = Pa finn reponn
tell-another-way = Finn inform enn lot fason
tell-done = Finn inform: { $name }.
tell-noted = Finn note, pa finn reponn: { $name }.
told-short-closed = Plint-la finn ferme
told-short-resolved = Zafer-la finn regle
told-short-final = Repons final
told-short-interim = Repons provizwar
told-short-document = Bizin: { $document }
told-short-waits = Pe atann dokiman
told-short-note = Not pou sitwayen-la
script-hello-phone = Bonzour { $name }. Mo apel { $clerk }, mo pe telefonn ou depi { $office }.
script-hello-phone-unnamed = Bonzour. Mo apel { $clerk }, mo pe telefonn ou depi { $office }.
script-hello = Bonzour { $name }. Mo ena nouvel pou ou depi { $office }. Mo apel { $clerk }.
script-hello-unnamed = Bonzour. Mo ena nouvel pou ou depi { $office }. Mo apel { $clerk }.
script-matter = Ou ti vinn get nou { $when }. Ti lor: { $subject }.
script-answered-final = { $institution } finn donn so repons final:
script-answered-final-us = Ala repons final-la:
script-answered-interim = { $institution } finn reponn, ek li ankor pe okip li:
script-answered-interim-us = Ala enn premie repons; nou ankor pe okip li:
script-document = Nou bizin ankor enn zafer ar ou: { $document }.
script-document-until = Amenn li avan { $day }. Ziska lerla, dele pou repons arete.
script-status-waiting_documents = Ou plint pe atann enn dokiman ar ou. Ziska lerla, dele pou repons arete.
script-status-resolved = Zafer-la finn regle.
script-status-closed = Ou plint finn ferme aster. Si ou pa dakor, dir nou, ek nou ouver li ankor.
script-end = Ou referans se { $reference }. Eski ou anvi dir kitsoz?

## The deadline and the deeds on a complaint

clock-stands = Dele-la finn arete
clock-stands-since = Pe atann dokiman sitwayen-la depi { $day }
clock-over = { $count } zour travay an retar
clock-left = { $count } zour travay reste
clock-left-then = { $count } zour travay pou reste apre
clock-picture = Zour travay finn servi: { $used }. Pa konte kan pe atann sitwayen: { $stopped }. Reste: { $left }.
clock-used = finn servi
clock-stopped = pe atann sitwayen
clock-left-key = reste
step-clock-stopped = Dele-la finn arete.
step-clock-on = Dele-la finn rekoumanse.
step-until = Avan { $day }.
story-earlier = Montre { $count } letap avan
more-deeds = Plis
deed-note = Ekrir enn not
deed-note-title = Ekrir enn not
deed-note-save = Sov not-la
deed-ask_for_document = Demann enn dokiman
deed-ask_for_document-title = Demann sitwayen-la enn dokiman
deed-ask_for_document-save = Demann li
deed-document_brought = Dokiman finn amene
deed-document_brought-title = Sitwayen-la finn amenn dokiman-la
deed-document_brought-save = Dele-la rekoumanse
deed-resolve = Regle isi
deed-resolve-title = Regle dan sa biro-la
deed-resolve-save = Li finn regle
deed-thank = Remersie sitwayen-la
deed-thank-title = Remersie pou so sizesion
deed-thank-save = Sov remersiman-la
deed-pass_on = Avoy kot linstitision
deed-pass_on-title = Avoy li kot enn linstitision
deed-pass_on-save = Avoye
deed-hand_over = Remet lot biro
deed-hand_over-title = Remet li dan enn lot biro
deed-hand_over-save = Remet
deed-escalate = Amenn pli o
deed-escalate-title = Amenn li pli o
deed-escalate-save = Amenn li
deed-reopen = Ouver ankor
deed-reopen-title = Ouver sa plint-la ankor
deed-reopen-save = Ouver ankor
deed-close = Ferme
deed-close-title = Ferm sa plint-la
deed-close-save = Ferm plint-la
deed-rate = Lavi sitwayen-la
deed-rate-title = Lavi sitwayen-la
deed-rate-save = Not li
deed-link = Lie ek enn lot plint
deed-link-title = Lie li ek enn lot plint
deed-link-save = Lie
deed-withdraw = Retire
deed-withdraw-title = Retir sa plint-la
deed-withdraw-save = Retir plint-la
deed-tell = Inform sitwayen-la
deed-text = An detrwa mo
deed-note-text = Not
deed-resolve-text = Seki finn fer, kouma sitwayen-la bizin tande
deed-thank-text = Remersiman-la, kouma sitwayen-la bizin tande
deed-thank-words = Mersi pou ou sizesion. Nou finn note li.
deed-document_brought-text = Remark
deed-pass_on-text = Remark
deed-hand_over-text = Remark
deed-close-text = Remark
deed-escalate-text = Kifer
deed-reopen-text = Kifer
deed-withdraw-text = Kifer sitwayen-la retir li
deed-withdraw-text-hint = Zis si sitwayen-la limem anvi. Plint-la res dan listwar.
deed-rate-text = Dan mo sitwayen-la
deed-what = Ki dokiman
deed-until = Pou amene avan
deed-until-none = San dat
deed-to = Linstitision
deed-hand_over-to = Biro
deed-escalate-to = Divan kisannla
deed-to-centre = Inite dan sant
deed-to-choose = Swazir dan lis-la
deed-reference = Referans lot plint-la
deed-relation = Ki lien ena
relation-same = Mem zafer
relation-related = Zot ena enn lien
relation-continues = Sa enn-la kontign lot-la
relation-part = Toulede ti enn sel, finn separ zot
deed-stars = Eski sitwayen-la kontan?
stars-0 = Pa finn demande
stars-1 = 1, ditou
stars-2 = 2, tigit
stars-3 = 3, enn parti
stars-4 = 4, plito wi
stars-5 = 5, net
deed-opinion = Dan mo sitwayen-la
deed-told = Sitwayen-la isi ek nou fek inform li
deed-done = Finn sove: { $what }
deed-refused = Sa pa posib kouma plint-la ete aster. Seki ou finn tape finn garde.
undo-what = Anile: { $what }
undo-done = Finn anile.
operation-told = Sitwayen informe
operation-rated = Lavi sitwayen
operation-handed_over = Finn remet
operation-escalated = Finn amenn pli o
operation-linked = Lien
operation-retracted = Finn anile

## Lists of the day

filter-overdue = An retar
list-overdue = { $count } an retar, pli vie avan
empty-overdue = Nanye pa an retar
empty-overdue-why = Bann plint ki so dat limit finn pase vinn isi.
filter-due_today = Dat limit zordi
list-due_today = { $count } dat limit zordi
empty-due_today = Pena dat limit zordi
empty-due_today-why = Bann plint ki bizin gagn repons zordi vinn isi.
filter-owed = Dokiman demande
list-owed = { $count } pe atann enn dokiman sitwayen, pli vie avan
empty-owed = Pena dokiman pou atann
empty-owed-why = Bann plint ki sitwayen bizin amenn enn dokiman vinn isi.
filter-conflicts = De version
list-conflicts = { $count } avek de version diferan
empty-conflicts = Pena version diferan
empty-conflicts-why = Seki de dimounn finn ekrir diferan an mem tan vinn isi.
filter-to_tell = Sitwayen pou informe
list-to_tell = { $count } pou informe, pli vie avan
empty-to_tell = Personn pou informe
empty-to_tell-why = Bann plint ki bizin inform sitwayen vinn isi.

## Errors of the deeds on a complaint

error-document_missing = Dir ki dokiman bizin.
error-until_wrong = Swazir enn zour ki pou vini.
error-words_missing = Dir li an detrwa mo.
error-institution_missing = Swazir linstitision dan lis-la.
error-office_missing = Swazir enn lot biro dan lis-la.
error-other_missing = Pena lot plint ek sa referans-la lor sa ordinater-la. Get li let par let.
error-relation_missing = Swazir ki lien ena.
error-stars_missing = Swazir ant 1 ek 5.
error-nothing_to_tell = Enn koleg finn dir li deza. Pena nanye pou fer.
error-way_missing = Swazir kouma sitwayen-la finn informe.
error-cannot_undo = Kikenn finn kontinie, ouswa li finn avoye depi enn moman: li nepli kapav anile. Koriz li avek enn nouvo aksion.
error-not_settled_here = Biro-la pa regle sa kalite plint-la limem. Avoy li kot linstitision.

## People, settings, backups, learning

## Signing in, people

sign-in-secret = PIN ouswa fraz sekre
sign-in-draft-of = brouyon { $time } gard
sign-in-draft-kept = brouyon gard
sign-in-locked-at = Bloke a { $time }. Seki ou finn tape gard ek ouver kot ou ti kit li.
sign-in-forgotten = Mo finn bliye li
sign-in-forgotten-help = Sef biro-la donn ou enn nouvo, lor paz « Dimounn dan sa biro-la ». Ou bann brouyon reste.
sign-in-not-listed = Enn lot dimounn
sign-in-not-listed-help = Sef biro-la azout ou, lor paz « Dimounn dan sa biro-la ».
pin-hint-digits = Omwin { $digits } sif. Li marse san koneksion.
pin-hint-both = Omwin { $digits } sif, ouswa enn fraz sekre omwin { $characters } karakter. Li marse san koneksion.
pin-old = PIN ouswa fraz sekre ki ou ena zordi
pin-new = Nouvo-la
pin-new-again = Nouvo-la ankor enn fwa
pin-save = Gard nouvo-la
pin-change = Sanz mo PIN ouswa fraz sekre
pin-changed = Depi aster ou ouver avek nouvo-la, lor tou ordinater sa biro-la apre so prosin esanz.
clerk-pin-new = Nouvo PIN
clerk-pin-new-what = { $name } ouver avek li toutswit. Ansien-la pa marse ankor.
clerk-pin-reset = { $name } ena enn nouvo PIN. Pa dir li personn lot.
clerk-role-changed = { $name }: { $role } depi aster.
operation-clerk_changed = Travay ouswa PIN enn dimounn
left-title = Ou ti tape sa avan enn lot dimounn pran gise-la
left-what = Li pa ti ankor anrezistre. Remet li dan so plas.
left-done = Mo finn pran li

## What I did

done-title = Seki mo finn fer
done-who = Kisann-la
done-day-before = Zour avan
done-day-after = Zour apre
done-count = { $count } aksion, dan zot lord
done-empty = Nanye sa zour-la
done-empty-why = Seki ou anrezistre, note ouswa regle trouv isi anba ou nom.

## Settings

settings-title = Reglaz
settings-intro = Kouma sa ordinater-la travay pou ou. Nanye isi pa sanz enn plint.
settings-pin = Ou PIN
settings-computer = Sa ordinater-la
settings-paper = Papie bann resi
settings-paper-hint = Seki ena dan inprimant-la.
settings-paper-usual = { $paper }, kouma labitid
settings-scanner = Folder skaner
settings-scanner-hint = Kot skaner-la met so bann zimaz.
settings-proxy = Sime pou al ver sant
settings-proxy-hint = Sanz li zis si ou administrater dir ou.
settings-proxy-system = Kouma sa ordinater-la regle
settings-proxy-none = Direk
settings-proxy-address = Par enn proxy
settings-proxy-at = Ladres proxy-la
settings-proxy-at-hint = Kouma lor fey ou administrater, par exanp 10.0.0.1:3128.
settings-save = Gard sa bann reglaz-la
settings-saved = Bann reglaz-la finn gard.
settings-learning = Aprann
settings-about = Lor sa gise-la
choose = Swazir…
about-version = Version
about-size = Gard isi
about-checked = Dernie kontrol
check-now = Kontrol tou
check-working = Pe kontrole
check-never = pankor
check-good = Tou seki gard isi korek.
check-bad = { $count } kitsoz pa bon. Ekrir fisie diagnostik-la ek apel ou administrater
diagnostics-write = Ekrir enn fisie diagnostik…
diagnostics-hint = Pou ou administrater: bann version, nomb ek kod erer. Pena okenn nom ouswa mo enn sitwayen ladan.
diagnostics-written = Finn ekrir: { $file }

## Backups

backup-title = Bann kopi sekirite
backup-none = Pena okenn kopi sekirite prevwar. Sef biro-la swazir enn plas.
backup-none-head = Pena okenn kopi sekirite prevwar. Swazir enn pendrive ouswa enn deziem disk: sak zour enn kopi kripte al laba tousel.
backup-last = Dernie kopi ki finn trouv korek
backup-never = okenn pankor
backup-place = Plas
backup-place-hint = Enn folder lor enn pendrive ouswa lor enn deziem disk.
backup-place-missing = Swazir kot bann kopi-la ale.
backup-away = Li pa la aster. Met kle-la; prosin kopi-la pou esey tousel.
backup-old = Depi enn bout letan pena kopi. Met kle-la ek fer enn aster.
backup-files = Bann kopi laba
backup-passphrase = Fraz sekre bann kopi
backup-passphrase-hint = Omwin 12 karakter. Kat ouswa sink mo fasil pou rapel.
backup-passphrase-stays = Si ou les li vid, li res parey. Bann kopi ki deza fer gard seki zot ti ena.
backup-passphrase-warning = Ekrir li ek gard li dan kof biro-la, pa ansam avek kle-la. San li personn pa kapav remet enn kopi.
backup-set-up = Prepar bann kopi sekirite
backup-change = Sanz plas ouswa fraz
backup-save = Gard sa
backup-set-up-said = Bann kopi al laba depi aster. Fer premie-la toutswit.
backup-now = Fer enn kopi aster
backup-working = Pe kopie ek pe relir
backup-made = Kopi-la finn fer, relir ek li korek.
restore-open = Remet enn kopi sekirite plito
restore-title = Remet enn kopi sekirite
restore-intro = Sa ordinater-la vinn seki kopi-la ena. Seki finn fer apre sa retourn depi sant avek prosin esanz, si li ti avoye.
restore-file = Fisie kopi-la
restore-file-missing = Swazir fisie kopi-la.
restore-passphrase-hint = Li dan kof biro-la.
restore-passphrase-missing = Tap fraz sekre bann kopi-la.
restore-button = Remet li
restore-working = Pe lir kopi-la

## The sample office

sample-office = Biro legzanp.
sample-band = Bann plint invante pou pratike. Nanye pa avoye, nanye pa konte.
sample-learning = Ou pe aprann? Nanye ki ou fer laba pa avoye.
sample-open = Ouver biro legzanp
sample-leave = Kit biro legzanp
sample-reset = Rekoumans li
sample-reset-what = Seki ou finn pratike isi pou zete.
sample-reset-yes = Wi, rekoumanse
sample-pin = Dan biro legzanp PIN-la 000000 pou tou dimounn.
status-sample = Biro legzanp. Nanye pa avoye.

## Keys and the tour

keys-settings = Reglaz
keys-next = Al lor prosin kare ouswa bouton; avek Shift lor seki avan
keys-space = Peze enn bouton, kos enn kare
tour-title = Tour gide
tour-begin = Fer tour sink minit
tour-go-on = Kontign tour-la, letap { $step }
tour-step = Letap { $step } lor { $steps }
tour-next = Prosin letap
tour-back = Letap avan
tour-leave = Aret pou lemoman
tour-end = Fini tour-la
tour-welcome-title = Ou bann plint
tour-welcome-text = Tou seki finn anrezistre dan sa biro-la dan sa lalis-la. Fles bouze, Enter ouver. F6 amenn ou depi paz-la ziska tour-la ek retourne.
tour-register-title = Anrezistre enn plint
tour-register-text = Ctrl N ouver sa form-la ninport kot ou ete. Demande, tap bann mo sitwayen-la, swazir size-la: ou trouv toutswit kot li ale ek ki papie bizin.
tour-draft-title = Nanye ki ou tape pa perdi
tour-draft-text = Enn demi-segonn apre sak tous ou tex gard lor sa ordinater-la, mem si kouran koupe. Li atann dan Brouyon.
tour-save-title = Anrezistre ek inprime
tour-save-text = Ctrl Enter anrezistre ek inprim resi-la. Referans-la la toutswit ek pa zame sanze, avek ouswa san koneksion.
tour-status-title = Lalign anba dir laverite
tour-status-text = Li dir seki sant finn konfirme, seki ankor pe atann isi, ek kan dernie esanz ti fer. Peze lor la pou trouv seki pe atann ouswa met li lor enn pendrive.
tour-search-title = Trouv ninport kisann-la
tour-search-text = Ctrl F, apre enn nom, enn referans, enn nimero telefonn ouswa enn mo. Li trouve pandan ki ou tape, mem san aksan.
tour-settle-title = Seki bizin enn desizion
tour-settle-text = Kan de dimounn finn ekrir kitsoz diferan, ouswa sant pa finn aksepte enn kitsoz, li vinn isi avek so tex. Nanye pa efase san ki dimounn trouve.
tour-tell-title = Kisann-la bizin dir
tour-tell-text = Bann dimounn san internet ki zot plint finn avanse trouv isi, avek manier pou zwenn zot. Li konte kan enn dimounn kos li.
tour-morning-title = Gramatin
tour-morning-text = Seki finn rantre, seki bizin fer zordi ek seki pe atann ou, lor enn paz. Sak zour koumans isi.
tour-done-title = Seki ou finn fer zordi
tour-done-text = Sak aksion trouv anba ou prop nom, zour par zour.
tour-lock-title = Bloke kan ou ale
tour-lock-text = Ctrl L blok gise-la, ek enn koleg kapav asize. Kan ou retourne ou retrouv paz-la ek tou seki ou finn tape. Si personn pa la, gise-la blok tousel.
tour-keys-title = Tou bann tous lor enn fey
tour-keys-text = Peze tous pwin dinterogasion ninport kot ou pa pe tape. Tour-la osi laba, ek biro legzanp pou pratike dan Reglaz.

## More errors: what, why, what next

error-pin_not_digits = PIN-la ena zis sif.
error-sign_in_passphrase_short = Enn fraz sekre bizin omwin { $count } karakter. Ouswa pran enn PIN ki ena zis sif.
error-not_for_trainees = Bann ki pe aprann pa gagn drwa fer sa. Demann enn ofisie ouswa sef biro-la.
error-sample_office = Sa biro legzanp. Kit li avan.
error-backup_not_set_up = Pena kopi prevwar. Swazir avan enn plas ek enn fraz sekre.
error-backup_place_away = Sa plas-la pa la. Met kle-la, ouswa swazir enn lot plas.
error-backup_running = Enn kopi deza pe fer. Atann li fini.
error-backup_unreadable = Fraz sekre-la pa ouver sa kopi-la. Get bann gran ek ti let, ouswa sey enn lot kopi.
error-backup_none = Pena kopi dan sa plas-la. Swazir so fisie ankor.
error-backup_damaged = Sa kopi-la abime. Pran enn avan, ek fer enn nouvo lor enn lot kle.
error-paper_wrong = Swazir papie-la dan lalis.
error-folder_missing = Sa folder-la pa existe. Swazir li ankor.
error-proxy_wrong = Sa pa ladres enn proxy. Li resanble 10.0.0.1:3128, kouma lor ou fey.
error-already_enrolled = Sa ordinater-la deza pou enn biro. Seki gard lor la finn res parey.
error-centre_busy = Sant-la okipe. Li pou sey ankor tousel.
error-diverged = Sant ek sa ordinater-la pa dakor apre enn kopi finn remet. Nanye pa perdi isi; kontign travay ek apel ou administrater.
error-file_failed = Fisie-la pa finn kapav lir ouswa ekrir. Swazir enn lot plas, ouswa gete si ena plas.
error-key_store_other = Bann kle sa ordinater-la gard enn lot manier. Apel ou administrater.
error-key_wrong = Kle-la pa koresponn ar seki gard isi. Nanye pa finn sanze; apel ou administrater.
error-kind_missing = Swazir dan lalis-la.
error-not_admitted = Sant-la pa konn sa ordinater-la. Seki finn gard res isi; apel ou administrater.
error-not_enrolled = Sa ordinater-la pankor konekte ar enn sant. Konekte li avan.
error-other_operation = Resi-la pou enn lot anrezistreman. Konpar li karakter par karakter.
error-passphrase_needed = Bizin fraz sekre-la. Tap li.
error-profile_wrong = Seki finn sorti depi sant ena fot. Apel ou administrater.
error-program_old = Seki gard isi finn ekrir par enn version pli resan. Bizin met sa ordinater-la azour avan.
error-receipt_line_wrong = Sa pa lalign rezis enn resi. Li resanble 417-K7PM-3XQT-9AB2-51.
error-reference_wrong = Sa pa enn referans. Konpar li ar resi-la, karakter par karakter.
error-rejected = Sant-la pa finn pran seki avoye. Li gard isi; apel ou administrater.
error-store_failed = Disk sa ordinater-la pa reponn kouma bizin. Sey ankor, ek apel ou administrater si li res koumsa.
error-store_read_only = Pa kapav ekrir nanye lor disk sa ordinater-la. Apel ou administrater.
error-too_many_tries = Tro boukou esey. Atann enn moman, apre sey ankor.

## Dokiman ki pe rantre
document-ways = Ouswa larg bann fisie nerport kot lor sa paz-la, ouswa kol enn foto avek Ctrl+V.
document-drop-here = Larg bann fisie isi pou azout zot dan
document-camera = Servi kamera
document-pasted = Foto kole
document-photo = Foto
documents-in-hand = { $count ->
    [1] 1 paz swazir, pankor azoute
   *[other] { $count } paz swazir, pankor azoute
}
documents-continue = Kontinie
take-title = Avan azout li
take-title-page = Avan azout zot: paz { $page } lor { $pages }
take-later = Pli tar
take-page = Paz { $page } lor { $pages }
take-before = Paz avan
take-next = Paz apre
take-picture = Paz-la kouma li pou azoute
take-first-page = Premie paz
take-name = Nom dokiman
take-name-all = Nom dokiman, pou tou bann paz
take-name-hint = Lalis-la montre seki abitielman bizin pou sa zafer-la.
take-together = { $count ->
    [1] Paz-la enn dokiman
   *[other] Sa { $count } paz-la al ansam: 1/{ $count }, 2/{ $count } …
}
take-turn = Tourne
take-turned = Finn tourn enn kar
take-whole = Foto antie
take-cut-hint = Ris bann bor, ouswa deplas zot avek Tab ek bann flesh; Shift al pli lwin.
take-pdf = { $pages ->
    [1] Enn PDF 1 paz. Li azoute parey kouma li ete.
   *[other] Enn PDF { $pages } paz. Li azoute parey kouma li ete.
}
take-acting = Sa PDF-la ena skrip ouswa lezot fisie ladan. Zis so bann paz azoute, kouma foto.
take-colour = Ki li ete
take-grey = Enn paz, an gri
take-photo = Enn foto, an kouler
take-before-size = Fisie-la
take-after-size = Seki avoye
take-cost-seconds = { $count ->
    [1] { $size } kB, apepre 1 segonn lor lalign zordi
   *[other] { $size } kB, apepre { $count } segonn lor lalign zordi
}
take-cost-minutes = { $count ->
    [1] { $size } kB, apepre 1 minit lor lalign zordi
   *[other] { $size } kB, apepre { $count } minit lor lalign zordi
}
take-keep = { $count ->
    [1] Azout dan plint-la
   *[other] Azout { $count } paz dan plint-la
}
take-kept = { $count ->
    [1] Finn azoute: 1 paz
   *[other] Finn azoute: { $count } paz
}
take-leave-out = Les sa paz-la
take-left-out = Paz-la finn lese. Fisie-la res kot li ete.
cut-frame = Seki garde. Bann flesh deplas kad-la
cut-left = Bor gos
cut-top = Bor lao
cut-right = Bor drwat
cut-bottom = Bor anba
cut-at = a { $percent } %
camera-title = Foto avek kamera
camera-seen = Seki kamera-la trouve
camera-take = Pran foto-la
camera-taken = { $count ->
    [1] 1 foto finn pran
   *[other] { $count } foto finn pran
}
camera-done = { $count ->
    [1] Kontinie avek 1 foto
   *[other] Kontinie avek { $count } foto
}
camera-away = Pa kapav servi okenn kamera isi.
camera-away-hint = Pran foto-la avek enn telefonn ouswa enn skaner, ek swazir fisie-la.
camera-file = Swazir enn fisie
scanner-title = Depi skaner
scanner-choose = Swazir dosie kot skaner-la les so bann paz
scanner-choose-other = Swazir enn lot dosie
scanner-away = Pa kapav lir dosie skaner-la:
scanner-empty = Nanye nouvo. Enn paz ki finn skane paret isi.
scanner-new = { $count ->
    [1] 1 nouvo paz depi skaner
   *[other] { $count } nouvo paz depi skaner
}
scanner-writing = Skaner-la ankor pe ekrir li
scanner-take = Pran li
scanner-leave = Pa pou sa biro-la
scanner-done = { $count ->
    [1] 1 fisie ki finn fini ankor dan dosie-la
   *[other] { $count } fisie ki finn fini ankor dan dosie-la
}
scanner-again = Repran li
scanner-delete = Efas depi dosie-la
scanner-delete-sure = Efas sa fisie-la net depi dosie skaner-la?
scanner-delete-yes = Efas li
scanner-delete-no = Gard li
scanner-deleted = Finn efase depi dosie-la: { $name }
show-page = { $name }, paz { $page } lor { $pages }
show-larger = Pli gran
show-smaller = Pli tipti
show-zoomed = { $percent } %
error-document_heic = Sa enn foto kalite HEIC, ki pa kapav lir isi. Met kamera telefonn-la lor JPEG, ouswa avoy ou foto-la an JPEG.
error-document_office = Sa enn fisie Word, Excel ouswa enn lot program biro. Sov li an PDF laba ek swazir sa, ouswa inprim li ek skann li.
error-document_tiff = Sa skan-la kalite TIFF. Met skaner-la lor JPEG ouswa PDF ek skann ankor.
error-document_locked = Sa PDF-la ferme avek enn mo de pas. Ouver li avek mo de pas-la, inprim li ek skann li, ouswa demann enn san mo de pas.
error-document_acts = Sa PDF-la ena skrip ouswa lezot fisie ladan. Kapav azout so bann paz kouma foto.
error-document_many_pages = Sa PDF-la ena plis paz ki pran isi. Inprim seki bizin dan enn nouvo PDF.
error-document_huge = Sa foto-la ena plis pwin ki okenn paz. Skann li avek mwins detay, 150 a 300 pwin par pous.
error-hands_full = Tro boukou finn swazir ek pankor azoute. Azout zot ouswa les zot avan.
error-not_in_hand = Sa paz-la finn azoute ouswa lese antretan. Swazir fisie-la ankor si li manke.
error-scan_gone = Fisie-la nepli dan dosie skaner-la. Skann paz-la ankor.
## Anrezistre ek trouve

citizen-find = Nom, kart idantite, telefonn ouswa referans
citizen-find-hint = Dimounn ki finn deza vini, ou trouv li kan ou pe ekrir.
citizen-find-list = Dimounn ki biro-la kone
citizen-new = Enn nouvo dimounn: « { $words } »
citizen-filled = Finn ranpli: { $name }. Verifie avek sitwayen-la.
citizen-nic-ends = Kart idantite ki fini ar { $end }
register-for-another = Pou enn lot dimounn
register-came = Ki sann-la finn vini
representative-name = Nom
representative-relation = Ki li ete pou sitwayen-la
register-discretion = Ki sann-la kapav konn nom-la
discretion-open = Tou dimounn ki okip li
discretion-confidential = Pa linstitision-la
discretion-anonymous = Personn: nou pa demann nom
discretion-anonymous-what = Nou pa demann ni gard okenn nom, nimero ouswa ladres. Sitwayen-la swiv plint-la avek referans ek kod ki lor resi-la.
missing-discretion = Sa kategori-la pa aksepte sa. Swazir ki sann-la kapav konn nom-la, ouswa enn lot kategori
error-discretion_not_offered = Sa kategori-la pa aksepte sa. Swazir ki sann-la kapav konn nom-la, ouswa enn lot kategori.
error-name_too_long = Nom-la tro long. Pran 40 let o maximum.
register-point = Pwin lor kart
register-point-hint = Latitid ek lonzitid, ouswa enn lien ki ou finn kopie depi enn kart.
point-read = Pwin: { $point }
remark-point = Pena pwin ladan. Nou gard li an mo, parey kouma ou finn ekrir.
remark-point-far = Sa pwin-la lwin depi isi. Kitfwa de sif-la finn sanz plas.
goes-other = Enn lot linstitision
goes-choose = Ki linstitision
goes-usual = Pou sa kategori-la
goes-all = Tou lezot
fee-heading = Konbien li koute
twin-title = Kitfwa deza isi
twin-person = Mem dimounn, mem kategori, ankor ouver.
twin-person_finished = Mem dimounn, mem kategori, fini regle pa lontan.
twin-text = Mem mo: { $percent } %.
twin-nearby = Bann mo ki sanble dan mem landrwa, dan de mwa: { $percent } %.
twin-since = { $date }, par { $name }
twin-recorded = Depi
twin-add = Azout lor sann-la
twin-link = Gard toulede, lie
twin-other = Li enn lot zafer
twin-linked = Pou lie avek { $reference }
twin-added = Finn azoute lor { $reference } kouma enn not. Pa finn anrezistre okenn nouvo plint.
twin-live = Kitfwa { $count } plint lor mem zafer.
known-complaints = { $count } plint
column-clerk = Anrezistre par
filters = Filt
filter-state = Leta
filter-matter = Kategori
filter-with = Kot
filter-clerk = Ofisie
filter-registered = Anrezistre
filter-due-when = Zour limit
filter-any = { $what }: tou
filter-set = { $what }: { $value }
filter-mine = Pou mwa
period-today = Zordi
period-week = Dernie 7 zour
period-month = Dernie 30 zour
period-year = Sa lane-la
period-days = Ant de zour
period-from = Depi
period-until = Ziska
due-when-over = An retar
due-when-today = Limit zordi
due-when-week = Limit dan 7 zour
filters-clear = Tir bann filt
list-more = plis ki { $count }
list-narrowed = { $total } avek sa bann filt-la
search-with = Finn trouv { $total } pou « { $words } »
range-of = { $from } ziska { $to } lor { $total }
empty-narrowed = Nanye avek sa bann filt-la
empty-narrowed-why = Tir enn filt, ouswa tir tou.
view-save = Gard sa vi-la
view-name = Nom vi-la
view-name-hint = Li pou parmi ou bann onglet.
view-keep = Gard
view-forget = Bliye sa vi-la
view-saved = Finn garde: { $name }
view-gone = Vi { $name } finn ale.
view-missing = Donn enn nom pou vi-la.
export-open = Gard kouma enn tablo
export-what = Lalis-la parey kouma li filtre la. Fisie-la pa proteze: gard li avek mem swin ki bann plint. Nou note ki sann-la finn pran li.
export-xlsx = Tabler (XLSX)
export-csv = Tablo text (CSV)
export-done = { $count } plint dan { $file }
export-recorded = Anrezistre le
export-kind = Kalite
export-clerk = Ofisie
export-restricted = (akse limite)
error-day_wrong = Sa pa enn zour.

## Connecting with the file of the office
office-file-open = Sa ordinater-la pena laliyn: servi fisie lor enn pendrive
office-file-title = Konekte avek fisie biro
office-file-intro = Sant-la finn prepar enn fisie pou sa biro-la. Kod ki ouver li lor enn let ki finn vini apar.
office-file = Fisie biro
office-file-hint = So nom fini par .guichet.
office-file-missing = Swazir fisie biro.
office-file-code = Kod lor let
office-file-code-hint = Kinz let ek sif. Li ouver zis sa fisie-la.
error-office_file_other = Sa pa fisie enn biro. Swazir fisie ki so nom fini par .guichet.
error-office_file_code_wrong = Sa kod-la pa ouver fisie-la. Konpar li ek let-la, let par let; li pou enn sel fisie.
error-office_file_damaged = Fisie-la abime. Kopie li ankor depi kle-la, ouswa demann sant enn nouvo.
# Guichet: bann ti simin
tell-print-letter = Inprim let-la
twins-of-link = Lie avek sann-la
twins-of-other-said = { $reference } li enn lot zafer. Nepli montre li isi.
status-restored = Pe verifie avek sant apre ki finn remet enn kopi sekirite.
status-restored-then = Ou kapav kontign travay
trouble-restore = Remet enn kopi sekirite
trouble-restore-what = Si ou biro gard bann kopi sekirite, kapav remet enn isi. Seki pa ouver aster-la, nou met li dan enn kote ek gard li.

## Lists on paper, printers, the privacy notice as a sheet
list-print = Inprim lalis-la
list-paper-title = Lalis lor papie
privacy-paper-title = Not lor bann done personel
privacy-paper-what = Version { $version }, lor enn fey A5 pou amenn lakaz.
print-sent = Finn avoy lor inprimant { $printer }.
print-no-printer = Sa ordinater-la pa konn okenn inprimant
print-no-printer-then = Nanye pa perdi. Sov li an PDF ek inprim li lor enn lot ordinater, ouswa fer instal enn inprimant ek esay ankor.
error-printer_failed = Inprimant-la pa finn pran li. Gete si li alime, swazir enn lot dan bann reglaz, ouswa sov an PDF.
settings-sheet-printer = Inprimant pou bann fey (A4, A5)
settings-roll-printer = Inprimant pou bann resi lor roulo (80 mm)
settings-printer-hint = Bann papie al laba deswit. San swa, sistem-la demande sak fwa.
settings-printer-none = Sa ordinater-la pa konn okenn inprimant. Bann papie kapav sov an PDF.
settings-printer-untold = Sa sistem-la demande sak fwa ki ou inprime.
settings-printer-ask = Demande sak fwa
settings-printer-gone = { $printer } (pa la aster)
error-document_cut_short = Lektir fisie-la finn koupe. Nanye pa perdi: esay enn fwa ankor, ouswa skann paz-la ankor.

## Enn fisie lor pendrive ki finn ouver andeor fenet

panel-opened = Finn ouver sa fisie-la: { $file }. Larepons sant-la lir isi.
panel-opened-read = Lir sa fisie-la

## What the administrator has set for this computer

policy-set = Ou administrater finn regle li.
policy-mistakes = Fisie administrater pou sa ordinater-la ena enn erer. Ou kapav kontinie travay; dir ou administrater.
policy-mistake = { $file }, laliyn { $line }, « { $key } »: { $what }
policy-mistake-unread = pa kapav lir fisie-la. Donn tou dimounn drwa lir li, an UTF-8.
policy-mistake-syntax = sa pa TOML. Ekrir LAKLE = VALER, ar text ant gime.
policy-mistake-unknown = pena nanye ar sa non-la. Bann non ki servi: centre, office, proxy, languages, lock_after_minutes, scanner_folder ek backup_place.
policy-mistake-text = ekrir enn text ant gime.
policy-mistake-address = ekrir ladres sant-la, ki koumans par https://.
policy-mistake-office = ekrir de sif enn biro, par exanp « 12 ».
policy-mistake-proxy = ekrir « system », « none », ouswa enn ladres kouma http://10.0.0.1:3128.
policy-mistake-languages = ekrir enn lalis ar en, fr, mfe ek ar-MA.
policy-mistake-minutes = ekrir minit antie ant 1 ek 240, san gime.
policy-mistake-folder = ekrir tou semin enn dosie, depi larasinn ouswa let disk-la.
settings-lock = Post-la bloke tousel
settings-lock-minutes = Apre { $count } minit san servi.
error-set_by_policy = Ou administrater finn regle sa pou ordinater-la. Demann li sanze.
error-office_of_policy = Sa kod-la ouswa fisie-la pou enn lot biro, pa seki administrater finn regle pou sa ordinater-la. Demann enn pou ou biro.

## Enn inprimant ki finn arete ouswa ki pa reponn
print-sending = Pe avoy li dan inprimant. Sa kapav pran detrwa segonn.
error-printer_stopped = Sa inprimant-la finn arete, ek nanye pa finn sorti. Fer li marse ankor, swazir enn lot dan bann reglaz, ouswa sov an PDF.
error-printer_silent = Inprimant-la pa reponn, ek nanye pa finn sorti. Gete si li alime ek si li branse, apre inprim ankor enn fwa.
typed-day-wrong = Tap zour, mwa ek lane an sif, kouma 24/11/2026.
typed-month-wrong = Tap mwa ek lane an sif, kouma 11/2026.
morning-backup-none = Pena okenn kopi sekirite prevwar
morning-backup-old = Pa finn fer kopi sekirite depi enn tan
morning-backup-why = Seki pa finn avoye ena zis lor sa ordinater-la.
morning-backup-last = Dernie ki ti bon: { $when }. Met pendrive-la.
known-to-tell = ena kitsoz pou dir li
known-to-tell-title = Ena ankor kitsoz pou dir { $name }
known-to-tell-then = Sitwayen-la isi aster. Seki finn tape isi reste kouma enn brouyon.
known-to-tell-deed = Get seki pou dir
citizen-filled-to-tell = { $name } finn ranpli, ek ena ankor kitsoz pou dir li.
