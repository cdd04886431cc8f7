"""The bare minimum, server's side: JSON lines into one SQLite table, in one transaction a request.
python server.py PORT FOLDER. Ends when its standard input ends.

  POST /records               JSON lines under zstd; answered when they are on the disk
  GET  /records?after=N       the lines after that number under zstd; the first line is the number to ask for next
"""

import json
import os
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import zstandard

port, folder = int(sys.argv[1]), sys.argv[2]
os.makedirs(folder, exist_ok=True)
db = sqlite3.connect(f"{folder}/records.db", check_same_thread=False, isolation_level=None)
db.executescript(
    """PRAGMA journal_mode = WAL;
       PRAGMA synchronous = FULL;
       CREATE TABLE records (id TEXT PRIMARY KEY, number INTEGER, text TEXT);
       CREATE INDEX by_number ON records (number);"""
)
lock = threading.Lock()
last = 0


def put(lines):
    global last
    with lock:
        db.execute("BEGIN")
        for line in lines:
            last += 1
            db.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (json.loads(line)["id"], last, line))
        db.execute("COMMIT")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # header and body leave together

    def log_message(self, *_):
        pass

    def answer(self, body):
        self.send_response_only(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def do_POST(self):
        packed = self.rfile.read(int(self.headers["Content-Length"]))
        put(zstandard.ZstdDecompressor().decompress(packed).decode().split("\n"))
        self.answer(b"")

    def do_GET(self):
        after = int(parse_qs(urlparse(self.path).query)["after"][0])
        with lock:
            found = db.execute("SELECT number, text FROM records WHERE number > ? ORDER BY number", (after,)).fetchall()
        lines = [str(found[-1][0] if found else after)] + [text for _, text in found]
        self.answer(zstandard.ZstdCompressor(level=3).compress("\n".join(lines).encode()))


ThreadingHTTPServer.daemon_threads = True
serving = ThreadingHTTPServer(("127.0.0.1", port), Handler)
threading.Thread(target=serving.serve_forever, daemon=True).start()
sys.stdin.read()
