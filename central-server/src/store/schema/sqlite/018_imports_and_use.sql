-- What was taken over from an older register, by the name of that register and its own number: a second run takes nothing
-- twice.
CREATE TABLE imported (
    source TEXT NOT NULL,
    number TEXT NOT NULL,
    complaint BLOB NOT NULL,
    imported_at INTEGER NOT NULL,
    PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

-- How the citizens' pages are used, by the hour and by what was looked at; never by whom. hour: hours since 1970.
CREATE TABLE page_uses (
    hour INTEGER NOT NULL,
    page TEXT NOT NULL,
    visits INTEGER NOT NULL,
    views INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    PRIMARY KEY (hour, page)
) STRICT, WITHOUT ROWID;
