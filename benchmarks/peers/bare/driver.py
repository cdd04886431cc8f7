"""The bare minimum, client's side: everything that waits as JSON lines in one POST under zstd -3.
python driver.py FOLDER ADDRESS FILE"""

import http.client
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import zstandard  # noqa: E402

from driver import serve  # noqa: E402
from local_store import LocalStore  # noqa: E402

folder, address, file = sys.argv[1:4]


class Bare(LocalStore):
    def __init__(self):
        super().__init__(folder)
        self.line = http.client.HTTPConnection(address)

    def ask(self, method, path, body=None):
        self.line.request(method, path, body)
        return self.line.getresponse().read()

    def create(self, records):
        self.put(records, waits=True)

    def push(self):
        waiting = self.waiting()
        if waiting:
            text = "\n".join(text for _, text in waiting).encode()
            self.ask("POST", "/records", zstandard.ZstdCompressor(level=3).compress(text))
            self.sent(id for id, _ in waiting)

    def pull(self):
        packed = self.ask("GET", f"/records?after={self.setting('after') or 0}")
        after, *lines = zstandard.ZstdDecompressor().decompress(packed).decode().split("\n")
        if lines:
            self.put([(json.loads(line)["id"], line) for line in lines], waits=False, settings=[("after", int(after))])

    def sync(self):
        self.push()
        self.pull()


serve(Bare(), file)
