-- What was taken over from an older register, by the name of that register and its own number: a second run takes nothing
-- twice.
CREATE TABLE imported (
    source TEXT NOT NULL,
    number TEXT NOT NULL,
    complaint BYTEA NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (source, number)
);

-- How the citizens' pages are used, by the hour and by what was looked at; never by whom. hour: hours since 1970.
CREATE TABLE page_uses (
    hour BIGINT NOT NULL,
    page TEXT NOT NULL,
    visits BIGINT NOT NULL,
    views BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    PRIMARY KEY (hour, page)
);
