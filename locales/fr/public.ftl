# Ce qui est ouvert au public et aux programmes : Open311, les chiffres, les rapports.

## Open311 : ce que les programmes disent à leurs utilisateurs
open311-address = Il n’y a rien à cette adresse. Les ressources sont services, requests et tokens.
open311-format = Ce format n’est pas proposé. Demandez .xml ou .json.
open311-jurisdiction = Ce service répond seulement pour la juridiction { $value }.
open311-service = Aucun service n’a le code { $value }. Prenez un code dans la liste des services.
open311-request = Aucune demande publique n’a le numéro { $value }.
open311-token = Aucune demande ne correspond au jeton { $value }.
open311-no-key = Il faut une api_key pour déposer une demande.
open311-key = Cette api_key n’est pas valable. Demandez une clé à qui gère le service.
open311-too-often = Trop de demandes en peu de temps. Réessayez plus tard.
open311-no-service = Dites avec service_code de quoi il s’agit.
open311-no-place = Dites où c’est : lat et long, address_string ou address_id.
open311-point = lat et long vont ensemble : degrés de -90 à 90 et de -180 à 180.
open311-long = La description est trop longue. La limite est de { $limit } caractères.
open311-field = La valeur de { $value } ne peut pas être utilisée. Corrigez-la et renvoyez la demande.
open311-attribute = L’attribut { $value } n’existe pas pour ce service, ou n’admet pas cette valeur.
open311-status = status vaut open, closed, ou les deux séparés par une virgule.
open311-time = La valeur de { $value } n’est pas une date. Écrivez par exemple 2026-11-24T10:52:00Z.
open311-range = end_date vient après start_date, { $limit } jours plus tard au plus.
open311-ids = On ne peut pas demander plus de { $limit } numéros à la fois.
open311-no-form = Envoyez la demande en application/x-www-form-urlencoded, en UTF-8.
open311-not-taken = Les demandes sont reçues seulement aux bureaux.
open311-promise = { $days ->
    [one] La réponse est attendue sous un jour ouvrable.
   *[other] La réponse est attendue sous { $days } jours ouvrables.
}
open311-key-service = Demander une clé : { $value }
open311-filed = Gardez la référence { $reference } et le code d’accès { $code }. Avec les deux, la réponse se trouve à { $address }.
open311-ask-kind = Est-ce une réclamation, une demande, une suggestion ou une question ?
open311-ask-language = Dans quelle langue voulez-vous la réponse ?
open311-ask-contact = Comment pouvons-nous vous joindre ?
open311-ask-discretion = Qui peut savoir qui vous êtes ?
open311-discretion-open = Tous ceux qui s’en occupent
open311-discretion-confidential = Le bureau et l’unité centrale, et personne d’autre
open311-discretion-anonymous = Personne : aucun nom n’est gardé
open311-document = Ce document est en général nécessaire : { $name } ({ $copies }).
