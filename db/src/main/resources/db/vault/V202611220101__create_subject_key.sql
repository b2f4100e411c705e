-- Data keys, each wrapped under the key of an epoch that lives in a key store outside PostgreSQL.

create table vault.key_epoch (
    epoch       integer primary key check (epoch > 0),
    -- Recognises the epoch's key without revealing it, so that a wrong key store is refused before it seals anything.
    fingerprint bytea       not null check (octet_length(fingerprint) = 32),
    created_at  timestamptz not null
);

create table vault.subject_key (
    subject_id uuid        not null,
    generation integer     not null check (generation > 0),
    wrapped    bytea       not null,
    epoch      integer     not null references vault.key_epoch (epoch),
    created_at timestamptz not null,
    primary key (subject_id, generation)
);
