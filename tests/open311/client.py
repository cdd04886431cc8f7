"""What `three`, the Open311 client of Code for America, does with a centre. Ends with an error at the first surprise."""

import itertools
import json
import sys

# The client was written for Python 2; this is all that it misses.
itertools.ifilter = filter

from three import Three  # noqa: E402

endpoint, key = sys.argv[1], sys.argv[2]
city = Three(endpoint, api_key=key)

discovered = json.loads(city.discovery(endpoint.replace("/v2/", "/discovery.json")))
assert discovered["endpoints"][0]["url"] + "/" == endpoint, discovered

services = city.services()
codes = [service["service_code"] for service in services]
assert "water-leak" in codes and len(codes) > 30, codes
definition = city.services("water-leak")
assert definition["service_code"] == "water-leak", definition
assert any(attribute["code"] == "LANGUAGE" for attribute in definition["attributes"])

filed = city.post(
    "water-leak",
    address="Rue Labourdonnais, Mahébourg",
    lat="-20.4082512",
    long="57.7013494",
    description="Dilo pe koule depi yer.",
    first_name="Lata",
    last_name="Zephir",
    email="lata@example.org",
)
reference = filed[0]["service_request_id"]
assert reference.startswith("90-1-"), filed

requests = city.requests("water-leak", status="open")
assert [request["service_request_id"] for request in requests] == [reference], requests
assert requests[0]["lat"] == -20.408 and requests[0]["description"] is None, requests
assert city.request(reference)[0]["status"] == "open"
assert city.requests(between=["01-01-2020", "02-01-2020"]) == []
assert city.token("nothing")[0]["code"] == 404

unkeyed = Three(endpoint, api_key="wrong").post("water-leak", address="Rue Labourdonnais", description="Again.")
assert unkeyed[0]["code"] == 403, unkeyed

as_xml = Three(endpoint, format="xml").get("requests", reference, convert=False)
assert reference.encode() in as_xml and as_xml.startswith(b"<?xml"), as_xml
print(f"filed and found: {reference}")
