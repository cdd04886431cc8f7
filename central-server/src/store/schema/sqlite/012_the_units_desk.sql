-- Pairs of complaints that were found to be two matters: they are not shown as alike again.
CREATE TABLE told_apart (
    one BLOB NOT NULL,
    other BLOB NOT NULL,
    agent BLOB NOT NULL REFERENCES agents (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- Who looked at a complaint that few people may see. name, role, place: as they were then.
CREATE TABLE looks (
    complaint BLOB NOT NULL,
    at INTEGER NOT NULL,
    agent BLOB NOT NULL REFERENCES agents (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (complaint, at, agent, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX looks_by_time ON looks (at);

-- Texts that answers start from, every version of each. institution: empty for everybody; deed: answer_interim,
-- answer_final or request; retired: 1 in the version that took it out of use.
CREATE TABLE templates (
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    institution TEXT NOT NULL,
    deed TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    retired INTEGER NOT NULL,
    agent BLOB NOT NULL REFERENCES agents (id),
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
