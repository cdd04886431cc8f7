-- What is to be told to somebody outside, each once. id: what the notice is derived from, hashed, so that the same one is
-- never queued twice. steps: the marks of the steps of the story that a citizen learns by it, eight bytes each. state:
-- waiting, sent (and the telling not yet written into the story), done, given_up. Once it is sent or given up, recipient
-- and body are emptied.
CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    complaint BLOB,
    steps BLOB NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    claimed_until INTEGER NOT NULL,
    sent_at INTEGER,
    trouble TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, next_try_at);

-- Where an agent is written to. is_head: the one who answers for the institution, or for the unit.
CREATE TABLE agent_addresses (
    agent BLOB NOT NULL PRIMARY KEY REFERENCES agents (id),
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    is_head INTEGER NOT NULL
) STRICT;

-- Systems of institutions that want to know what happens. institution: empty for all. secret: what the events are signed
-- with, which both sides hold.
CREATE TABLE webhooks (
    id BLOB NOT NULL PRIMARY KEY,
    institution TEXT NOT NULL,
    url TEXT NOT NULL,
    secret BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
