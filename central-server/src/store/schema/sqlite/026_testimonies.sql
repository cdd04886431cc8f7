-- How far each device's testimony was taken: after a cut it goes on from there. `named`: the devices that it has named.
CREATE TABLE testimonies (
    device INTEGER PRIMARY KEY REFERENCES devices (id),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    named BLOB NOT NULL
);
