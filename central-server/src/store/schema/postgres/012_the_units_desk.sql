-- Pairs of complaints that were found to be two matters: they are not shown as alike again.
CREATE TABLE told_apart (
    one BYTEA NOT NULL,
    other BYTEA NOT NULL,
    agent BYTEA NOT NULL REFERENCES agents (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (one, other)
);

-- Who looked at a complaint that few people may see. name, role, place: as they were then.
CREATE TABLE looks (
    complaint BYTEA NOT NULL,
    at BIGINT NOT NULL,
    agent BYTEA NOT NULL REFERENCES agents (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (complaint, at, agent, what)
);
CREATE INDEX looks_by_time ON looks (at);

-- Texts that answers start from, every version of each. institution: empty for everybody; deed: answer_interim,
-- answer_final or request; retired: 1 in the version that took it out of use.
CREATE TABLE templates (
    id BYTEA NOT NULL,
    version BIGINT NOT NULL,
    institution TEXT NOT NULL,
    deed TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    retired BIGINT NOT NULL,
    agent BYTEA NOT NULL REFERENCES agents (id),
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, version)
);
