-- What is to be told to somebody outside, each once. id: what the notice is derived from, hashed, so that the same one is
-- never queued twice. steps: the marks of the steps of the story that a citizen learns by it, eight bytes each. state:
-- waiting, sent (and the telling not yet written into the story), done, given_up. Once it is sent or given up, recipient
-- and body are emptied.
CREATE TABLE outbox (
    id BYTEA NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    complaint BYTEA,
    steps BYTEA NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    claimed_until BIGINT NOT NULL,
    sent_at BIGINT,
    trouble TEXT NOT NULL
);
CREATE INDEX outbox_by_state ON outbox (state, next_try_at);

-- Where an agent is written to. is_head: the one who answers for the institution, or for the unit.
CREATE TABLE agent_addresses (
    agent BYTEA NOT NULL PRIMARY KEY REFERENCES agents (id),
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    is_head BIGINT NOT NULL
);

-- Systems of institutions that want to know what happens. institution: empty for all. secret: what the events are signed
-- with, which both sides hold.
CREATE TABLE webhooks (
    id BYTEA NOT NULL PRIMARY KEY,
    institution TEXT NOT NULL,
    url TEXT NOT NULL,
    secret BYTEA NOT NULL,
    added_at BIGINT NOT NULL
);
