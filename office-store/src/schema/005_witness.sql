-- The daily roots that the feed has brought, in the order in which they came; number: the entry that brought it. A row
-- stays when the feed is rolled back. problem: why it was not believed when it came; seen: an administrator knows.
CREATE TABLE witness (
    row     INTEGER NOT NULL PRIMARY KEY,
    number  INTEGER NOT NULL,
    signed  BLOB    NOT NULL,
    problem TEXT,
    seen    INTEGER NOT NULL
) STRICT;
