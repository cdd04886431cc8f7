"""Kinto's own client library, which has no store offline: records wait in SQLite and go in the batches that the
server allows. python driver.py FOLDER ADDRESS FILE"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from kinto_http import Client  # noqa: E402

from driver import serve  # noqa: E402
from local_store import LocalStore  # noqa: E402

folder, address, file = sys.argv[1:4]
BATCH = 25  # the most that a server takes unless its administrator allows more


class Kinto(LocalStore):
    def __init__(self):
        super().__init__(folder)
        self.client = Client(server_url=f"http://{address}/v1", auth=("bench", "bench"), bucket="offices", collection="complaints")
        self.client.create_bucket(if_not_exists=True)
        self.client.create_collection(if_not_exists=True)

    def create(self, records):
        self.put(records, waits=True)

    def push(self):
        waiting = self.waiting()
        for start in range(0, len(waiting), BATCH):
            part = waiting[start : start + BATCH]
            with self.client.batch() as batch:
                for id, text in part:
                    record = json.loads(text)
                    record.pop("last_modified", None)
                    batch.update_record(id=id, data=record)
            self.sent(id for id, _ in part)

    def pull(self):
        since = self.setting("since")
        found = self.client.get_records(**({"_since": since} if since else {}))
        if found:
            newest = str(max(record["last_modified"] for record in found))
            self.put([(record["id"], json.dumps(record)) for record in found], waits=False, settings=[("since", newest)])

    def sync(self):
        self.push()
        self.pull()


serve(Kinto(), file)
