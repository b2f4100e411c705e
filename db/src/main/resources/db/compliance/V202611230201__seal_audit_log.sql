-- What makes the audit log evidence: a digest of every event, made as it is inserted; blocks of them, one for each account;
-- and seals over the blocks, signed, each naming the one before. How each is encoded is in docs/decisions/0013.

-- Words about a person (why somebody looked, for example) are sealed under the person's own key. The event stays when the key
-- is shredded, and so does its digest, which covers the sealed bytes and not what they said.
alter table compliance.audit_event
    add column subject_id uuid,
    add column generation integer,
    add column words      bytea;
alter table compliance.audit_event
    add constraint audit_event_words check (num_nulls(subject_id, generation, words) in (0, 3));

-- Immutable although to_char is not said to be: the format names no language and no zone.
create function compliance.audit_leaf(
    seq bigint, at timestamptz, account_id uuid, actor uuid, action text, object_kind text, object_id uuid,
    subject_id uuid, generation integer, words bytea) returns bytea
    language sql immutable parallel safe as
$$
select sha256('\x00'::bytea || convert_to(
    '{"account":"' || account_id
    || '","action":"' || action
    || '","actor":' || coalesce('"' || actor || '"', 'null')
    || ',"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '","generation":' || coalesce(generation::text, 'null')
    || ',"objectId":"' || object_id
    || '","objectKind":"' || object_kind
    || '","seq":' || seq
    || ',"subject":' || coalesce('"' || subject_id || '"', 'null')
    || ',"words":' || coalesce('"' || encode(sha256(words), 'hex') || '"', 'null')
    || '}', 'UTF8'))
$$;

-- Generated, so that no writer can leave it out or make it up; computed by each writer for itself, so that nobody waits.
alter table compliance.audit_event
    add column leaf bytea not null generated always as (compliance.audit_leaf(
        seq, at, account_id, actor, action, object_kind, object_id, subject_id, generation, words)) stored;

create index audit_event_object on compliance.audit_event (account_id, object_id, seq);

-- Takes the transaction's id before the statement draws its first number. So whoever holds a number already has an id, and a
-- snapshot taken after reading the sequence knows every transaction that may still commit one of the numbers drawn until then.
create function compliance.take_transaction_id() returns trigger
    language plpgsql as
$$
begin
    perform pg_current_xact_id();
    return null;
end;
$$;

create trigger take_transaction_id before insert on compliance.audit_event
    for each statement execute function compliance.take_transaction_id();

create table compliance.audit_seal (
    id        bigint      primary key check (id > 0),
    sealed_at timestamptz not null,
    from_seq  bigint      not null,
    to_seq    bigint      not null check (to_seq >= from_seq),
    events    bigint      not null check (events > 0),
    digest    bytea       not null check (octet_length(digest) = 32),
    document  text        not null
);

create table compliance.audit_block (
    account_id uuid    not null,
    number     bigint  not null check (number > 0),
    seal_id    bigint  not null references compliance.audit_seal (id),
    place      integer not null check (place >= 0),
    events     bigint  not null check (events > 0),
    from_seq   bigint  not null,
    to_seq     bigint  not null check (to_seq >= from_seq),
    previous   bytea   not null check (octet_length(previous) = 32),
    root       bytea   not null check (octet_length(root) = 32),
    primary key (account_id, number),
    -- A seal is over the blocks of every account, so this index starts with the seal.
    unique (seal_id, place)
);
select compliance.isolate_accounts('compliance.audit_block');

create trigger append_only before update or delete on compliance.audit_seal
    for each row execute function compliance.refuse_change();
create trigger append_only_all before truncate on compliance.audit_seal
    for each statement execute function compliance.refuse_change();
create trigger append_only before update or delete on compliance.audit_block
    for each row execute function compliance.refuse_change();
create trigger append_only_all before truncate on compliance.audit_block
    for each statement execute function compliance.refuse_change();
