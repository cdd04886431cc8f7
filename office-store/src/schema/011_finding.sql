-- Finding anew: who (the citizen and who complains for them, by name, number and reference), about (place, and the
-- matter under a letter that nobody types), words (all else). Whether a word occurs is all that is kept, not where.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    who,
    about,
    words,
    content = '',
    contentless_delete = 1,
    detail = column,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'",
    prefix = '1 2 3 4'
);

-- What lists are filtered by, narrow enough to be walked through; complaint: complaints.row. clerk: who registered it, as the name stands in the
-- history.
CREATE TABLE listed (
    complaint   INTEGER NOT NULL PRIMARY KEY,
    recorded_ms INTEGER NOT NULL,
    status      TEXT    NOT NULL,
    category    TEXT    NOT NULL,
    institution TEXT    NOT NULL,
    clerk       TEXT    NOT NULL,
    due_on      TEXT
) STRICT;
CREATE INDEX listed_by_time ON listed (recorded_ms, complaint, status, category, institution, clerk, due_on);
CREATE INDEX listed_by_due ON listed (due_on, complaint, status, category, institution, clerk, recorded_ms)
    WHERE due_on IS NOT NULL;

-- Complaints of before this version: they are listed and indexed when the store is opened, and leave this table then.
CREATE TABLE unlisted (
    complaint INTEGER NOT NULL PRIMARY KEY
) STRICT;
INSERT INTO unlisted SELECT row FROM complaints;

-- Filters that a clerk keeps under a name; the empty name: those that were used last. selection: JSON of the desk.
CREATE TABLE views (
    clerk     TEXT NOT NULL,
    name      TEXT NOT NULL,
    selection TEXT NOT NULL,
    saved_at  TEXT NOT NULL,
    PRIMARY KEY (clerk, name)
) STRICT;

-- Who took which list out of the store, and when.
CREATE TABLE exports (
    row         INTEGER NOT NULL PRIMARY KEY,
    exported_at TEXT    NOT NULL,
    exported_by TEXT    NOT NULL,
    format      TEXT    NOT NULL,
    selection   TEXT    NOT NULL,
    complaints  INTEGER NOT NULL
) STRICT;

-- Pairs that look alike and of which somebody said that they are different matters; the lesser id first.
CREATE TABLE other_matters (
    complaint BLOB NOT NULL,
    other     BLOB NOT NULL,
    said_by   TEXT NOT NULL,
    said_at   TEXT NOT NULL,
    PRIMARY KEY (complaint, other)
) STRICT;
