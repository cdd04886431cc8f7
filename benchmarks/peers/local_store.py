"""The local store of the drivers whose library brings none: SQLite with a mark on what waits. Written through to the
disk like Guichet's (write-ahead log, synchronous=FULL), but not encrypted."""

import json
import os
import sqlite3
import time


class LocalStore:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.db = sqlite3.connect(f"{folder}/records.db", isolation_level=None)
        self.db.executescript(
            """PRAGMA journal_mode = WAL;
               PRAGMA synchronous = FULL;
               CREATE TABLE IF NOT EXISTS records (id TEXT PRIMARY KEY, waits INTEGER, text TEXT);
               CREATE INDEX IF NOT EXISTS waiting ON records (id) WHERE waits = 1;
               CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value);"""
        )

    def put(self, records, waits, settings=()):
        """Writes records and settings in one transaction."""
        self.db.execute("BEGIN")
        self.db.executemany(f"INSERT OR REPLACE INTO records VALUES (?, {int(waits)}, ?)", records)
        self.db.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings)
        self.db.execute("COMMIT")

    def waiting(self):
        return self.db.execute("SELECT id, text FROM records WHERE waits = 1 ORDER BY id").fetchall()

    def sent(self, ids):
        self.db.execute("BEGIN")
        self.db.executemany("UPDATE records SET waits = 0 WHERE id = ?", [(id,) for id in ids])
        self.db.execute("COMMIT")

    def setting(self, name):
        row = self.db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def change(self, count):
        changed = []
        for id, text in self.db.execute("SELECT id, text FROM records ORDER BY id LIMIT ?", (count,)).fetchall():
            record = {**json.loads(text), "status": "in review", "changed_at": time.time()}
            changed.append((id, json.dumps(record, ensure_ascii=False, separators=(",", ":"))))
        self.put(changed, waits=True)

    def count(self):
        return self.db.execute("SELECT count(*) FROM records").fetchone()[0]
