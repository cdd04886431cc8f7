-- What of each complaint is counted. office: the one that holds it, under whose lock it is written; due_on: the day by which
-- an answer is due, while the clock runs.
CREATE TABLE figure_facts (
    complaint BYTEA NOT NULL PRIMARY KEY,
    office BIGINT NOT NULL REFERENCES offices (code),
    institution TEXT NOT NULL,
    due_on BIGINT,
    facts BYTEA NOT NULL
);
CREATE INDEX figure_facts_by_office ON figure_facts (office, complaint);
CREATE INDEX figure_facts_by_due_day ON figure_facts (due_on, institution, office);

-- The sums of these facts, for each office that holds complaints, so that no two offices wait for each other. month: months
-- since the year 0, in which the complaints came in.
CREATE TABLE figures (
    axis TEXT NOT NULL,
    month BIGINT NOT NULL,
    office BIGINT NOT NULL REFERENCES offices (code),
    value TEXT NOT NULL,
    counts BYTEA NOT NULL,
    PRIMARY KEY (axis, month, office, value)
);

-- With which working days an office's figures were counted: a digest of them; empty: they are still to be counted. An office
-- without a row was counted with those in force.
CREATE TABLE figure_calendars (
    office BIGINT NOT NULL PRIMARY KEY REFERENCES offices (code),
    calendar TEXT NOT NULL
);
INSERT INTO figure_calendars (office, calendar) SELECT code, '' FROM offices;
