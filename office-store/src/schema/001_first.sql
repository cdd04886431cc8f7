-- Who this computer is. One row.
CREATE TABLE identity (
    only_row     INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    device       INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    office       INTEGER NOT NULL,
    device_key   BLOB    NOT NULL,
    centre_key   BLOB    NOT NULL,
    server       TEXT    NOT NULL,
    counter      INTEGER NOT NULL
) STRICT;

-- How far the own log goes, and how far the centre has acknowledged it. One row.
CREATE TABLE own_log (
    only_row       INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    head_sequence  INTEGER NOT NULL,
    head_hash      BLOB    NOT NULL,
    acked_sequence INTEGER NOT NULL,
    acked_hash     BLOB    NOT NULL
) STRICT;

-- Every operation that this computer has made or seen. feed_number is null while the feed has not brought it.
CREATE TABLE operations (
    id          BLOB    NOT NULL PRIMARY KEY,
    device      INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    before      BLOB    NOT NULL,
    payload     BLOB    NOT NULL,
    complaint   BLOB,
    feed_number INTEGER,
    verdict     BLOB,
    UNIQUE (device, sequence)
) STRICT;
CREATE INDEX operations_of_complaint ON operations (complaint, feed_number);
CREATE INDEX operations_waiting ON operations (device, sequence) WHERE feed_number IS NULL;
CREATE UNIQUE INDEX operations_in_feed ON operations (feed_number) WHERE feed_number IS NOT NULL;

-- The feed of the office: its entries and their chain. An operation's entry says only which operation.
CREATE TABLE feed (
    number    INTEGER NOT NULL PRIMARY KEY,
    operation BLOB,
    body      BLOB,
    hash      BLOB    NOT NULL
) STRICT;

-- How far the feed goes, and the centre's signature on it. One row.
CREATE TABLE feed_head (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    epoch    INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    signed   BLOB
) STRICT;

-- The devices whose operations the feed may hold; last_*: the operation that the feed brought last.
CREATE TABLE devices (
    device        INTEGER NOT NULL PRIMARY KEY,
    number        INTEGER NOT NULL,
    device_key    BLOB    NOT NULL,
    salts         BLOB    NOT NULL,
    last_sequence INTEGER NOT NULL,
    last_hash     BLOB    NOT NULL
) STRICT;

-- Complaints as folded. confirmed: from the feed alone; shown: with what still waits on top, null where equal.
CREATE TABLE complaints (
    row         INTEGER NOT NULL PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE,
    reference   TEXT    NOT NULL,
    confirmed   BLOB,
    shown       BLOB,
    waiting     INTEGER NOT NULL,
    refused     INTEGER NOT NULL,
    news_number INTEGER,
    status      TEXT    NOT NULL,
    finished    INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    category    TEXT    NOT NULL,
    institution TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    citizen     TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    recorded_ms INTEGER NOT NULL,
    changed_at  TEXT    NOT NULL,
    due_on      TEXT,
    printed     INTEGER NOT NULL
) STRICT;
CREATE INDEX complaints_by_reference ON complaints (reference);
CREATE INDEX complaints_by_time ON complaints (recorded_ms, row);
CREATE INDEX complaints_waiting ON complaints (recorded_ms, row) WHERE waiting > 0;
CREATE INDEX complaints_with_news ON complaints (news_number, row) WHERE news_number IS NOT NULL;
CREATE INDEX complaints_due ON complaints (due_on, row) WHERE due_on IS NOT NULL;

-- Folded words of each complaint; rowid is complaints.row.
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 0',
    prefix = '1 2 3'
);

-- Who may sign in, folded from operations about the office.
CREATE TABLE clerks (
    id       BLOB NOT NULL PRIMARY KEY,
    account  BLOB NOT NULL
) STRICT;

CREATE TABLE drafts (
    id       TEXT NOT NULL PRIMARY KEY,
    saved_at TEXT NOT NULL,
    author   TEXT NOT NULL,
    form     TEXT NOT NULL
) STRICT;

-- What was registered from files, by the digest of its line, so that the same file registers nothing twice.
CREATE TABLE imports (
    digest    BLOB NOT NULL PRIMARY KEY,
    complaint BLOB NOT NULL
) STRICT;

CREATE TABLE profiles (
    digest BLOB NOT NULL PRIMARY KEY,
    bundle BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
