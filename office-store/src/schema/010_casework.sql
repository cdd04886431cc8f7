-- What of a complaint is somebody's work today, derived from its state as shown; complaints without any of it have no
-- row. paused: how often the clock stood because the citizen owed a document; owed_ms: since when it stands; tell_way
-- and tell_ms: how the citizen is to be told, and since when; elsewhere: another office holds it.
CREATE TABLE casework (
    complaint INTEGER NOT NULL PRIMARY KEY,
    paused    INTEGER NOT NULL,
    owed_ms   INTEGER,
    tell_way  TEXT,
    tell_ms   INTEGER,
    elsewhere INTEGER NOT NULL
) STRICT;
CREATE INDEX casework_owed ON casework (owed_ms, complaint) WHERE owed_ms IS NOT NULL AND elsewhere = 0;
CREATE INDEX casework_to_tell ON casework (tell_ms, complaint) WHERE tell_ms IS NOT NULL AND elsewhere = 0;
