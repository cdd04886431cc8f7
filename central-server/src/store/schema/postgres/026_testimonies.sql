-- How far each device's testimony was taken: after a cut it goes on from there. `named`: the devices that it has named.
CREATE TABLE testimonies (
    device BIGINT PRIMARY KEY REFERENCES devices (id),
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    named BYTEA NOT NULL
);
