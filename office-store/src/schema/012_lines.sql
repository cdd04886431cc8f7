-- What lists and the search for people show of each complaint, beside its state, so that no line needs the whole story;
-- complaint: complaints.row. line: CBOR. waiting, refused and news are those of complaints.
CREATE TABLE lines (
    complaint INTEGER NOT NULL PRIMARY KEY,
    waiting   INTEGER NOT NULL,
    refused   INTEGER NOT NULL,
    news      INTEGER NOT NULL,
    line      BLOB    NOT NULL
) STRICT;

-- Complaints of before this version: they get their line when the store is opened, and leave this table then.
CREATE TABLE unlined (
    complaint INTEGER NOT NULL PRIMARY KEY
) STRICT;
INSERT INTO unlined SELECT row FROM complaints;
