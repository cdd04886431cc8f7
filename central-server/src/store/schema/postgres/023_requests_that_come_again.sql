-- What programs have filed lately, by a keyed hash of who filed what: the same request sent again leads to the complaint that
-- it became.
CREATE TABLE posted_requests (
    request_hash BYTEA NOT NULL PRIMARY KEY,
    complaint BYTEA NOT NULL,
    filed_at BIGINT NOT NULL
);
CREATE INDEX posted_requests_by_time ON posted_requests (filed_at);

-- How often programs of one line asked within a span of time, by a keyed hash of the line. span: spans since 1970.
CREATE TABLE line_questions (
    line_hash BYTEA NOT NULL,
    span BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    PRIMARY KEY (line_hash, span)
);
