# What is open to the public and to programs: Open311, the figures, the reports.

## Open311: what programs tell their users
open311-address = There is nothing at this address. The resources are services, requests and tokens.
open311-format = This format is not offered. Ask for .xml or .json.
open311-jurisdiction = This service answers for the jurisdiction { $value } only.
open311-service = There is no service with the code { $value }. Take a code from the list of services.
open311-request = There is no public request with the id { $value }.
open311-token = There is no request for the token { $value }.
open311-no-key = An api_key is needed to file a request.
open311-key = This api_key is not valid. Ask whoever runs the service for a key.
open311-too-often = Too many requests came in a short time. Try again later.
open311-no-service = Say with service_code what the request is about.
open311-no-place = Say where it is: lat and long, address_string, or address_id.
open311-point = lat and long go together: degrees from -90 to 90, and from -180 to 180.
open311-long = The description is too long. The limit is { $limit } characters.
open311-field = The value of { $value } cannot be used. Correct it and send the request again.
open311-attribute = The attribute { $value } does not exist for this service, or does not take this value.
open311-status = status is open, closed, or both with a comma between them.
open311-time = The value of { $value } is not a time. Write it as 2026-11-24T10:52:00Z.
open311-range = end_date comes after start_date, and not more than { $limit } days later.
open311-ids = Not more than { $limit } ids can be asked for at once.
open311-no-form = Send the request as application/x-www-form-urlencoded, in UTF-8.
open311-not-taken = Requests are taken at the offices only.
open311-promise = { $days ->
    [one] The answer is due within one working day.
   *[other] The answer is due within { $days } working days.
}
open311-key-service = Ask for a key: { $value }
open311-filed = Keep the reference { $reference } and the access code { $code }. With both, the answer is found at { $address }.
open311-ask-kind = Is it a complaint, a request, a suggestion or a question?
open311-ask-language = In which language do you wish to be answered?
open311-ask-contact = How may we reach you?
open311-ask-discretion = Who may know who you are?
open311-discretion-open = Everybody who deals with it
open311-discretion-confidential = The office and the unit at the centre, and nobody else
open311-discretion-anonymous = Nobody: no name is kept
open311-document = This document is usually needed: { $name } ({ $copies }).
