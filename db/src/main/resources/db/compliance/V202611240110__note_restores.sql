-- A backup that was restored: the application stays closed until the row has an end, on every node and over every restart.
create table compliance.restore (
    id         uuid        primary key,
    noticed_at timestamptz not null,
    -- Erasures the backup did not know of.
    erasures   integer     not null check (erasures >= 0),
    ended_at   timestamptz
);
create unique index restore_under_way on compliance.restore ((ended_at is null)) where ended_at is null;

-- Asked for every second, over all accounts: how many erasures the database knows.
create unique index tombstone_seq on compliance.tombstone (seq);
