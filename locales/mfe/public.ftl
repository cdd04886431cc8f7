# Seki ouver pou piblik ek pou bann program: Open311, bann sif, bann rapor.

## Open311: seki bann program dir zot itilizater
open311-address = Pena nanye dan sa ladres-la. Bann resours se services, requests ek tokens.
open311-format = Sa forma-la pa disponib. Demann .xml ouswa .json.
open311-jurisdiction = Sa servis-la reponn zis pou zuridiksion { $value }.
open311-service = Pena servis ki ena kod { $value }. Pran enn kod dan lalis servis.
open311-request = Pena demann piblik ki ena nimero { $value }.
open311-token = Pena demann pou token { $value }.
open311-no-key = Bizin enn api_key pou depoz enn demann.
open311-key = Sa api_key-la pa valab. Demann enn lakle ar seki zer servis-la.
open311-too-often = Tro boukou demann dan tigit letan. Sey ankor pli tar.
open311-no-service = Dir avek service_code ki size demann-la.
open311-no-place = Dir kotsa ete: lat ek long, address_string, ouswa address_id.
open311-point = lat ek long al ansam: degre depi -90 ziska 90, ek depi -180 ziska 180.
open311-long = Deskripsion-la tro long. Limit-la se { $limit } karakter.
open311-field = Pa kapav servi valer { $value }. Koriz li ek avoy demann-la ankor.
open311-attribute = Atribi { $value } pa existe pou sa servis-la, ouswa li pa pran sa valer-la.
open311-status = status se open, closed, ouswa tou le-de avek enn virgil ant zot.
open311-time = Valer { $value } pa enn dat. Ekrir li kouma 2026-11-24T10:52:00Z.
open311-range = end_date vini apre start_date, { $limit } zour apre omaximem.
open311-ids = Pa kapav demann plis ki { $limit } nimero anmemtan.
open311-no-form = Avoy demann-la an application/x-www-form-urlencoded, an UTF-8.
open311-not-taken = Bann demann zis dan biro ki resevwar zot.
open311-promise = Repons bizin vini dan { $days } zour travay.
open311-key-service = Demann enn lakle: { $value }
open311-filed = Gard referans { $reference } ek kod akse { $code }. Avek tou le-de, ou trouv repons-la dan { $address }.
open311-ask-kind = Eski li enn plint, enn demann, enn sizestion ouswa enn kestion?
open311-ask-language = Dan ki lang ou anvi gagn repons?
open311-ask-contact = Kouma nou kapav zwenn ou?
open311-ask-discretion = Kisannla kapav kone kisannla ou ete?
open311-discretion-open = Tou dimounn ki okip sa
open311-discretion-confidential = Biro-la ek linite santral, ek personn lot
open311-discretion-anonymous = Personn: nou pa gard okenn nom
open311-document = Abitielman bizin sa dokiman-la: { $name } ({ $copies }).
