-- Forgetting one person: the fence, what is to be done after it, and the proof. Every table here is a ledger: enums, numbers,
-- digests and random ids only, so that the record of a forgotten person says nothing about the person.

-- Legal holds are named here because every deletion must leave what is under one.
create table compliance.legal_hold (
    id          uuid        primary key,
    account_id  uuid        not null references compliance.account (id),
    law         text        not null check (char_length(law) between 3 and 200),
    until       date        not null,
    placed_by   uuid        not null,
    placed_at   timestamptz not null,
    released_at timestamptz
);
create index legal_hold_of_account on compliance.legal_hold (account_id, placed_at);
select compliance.isolate_accounts('compliance.legal_hold');

-- A hold is on rows, never on a person or an account. The only rows that can be held are conversations, with their messages.
create table compliance.hold_item (
    hold_id    uuid not null references compliance.legal_hold (id),
    account_id uuid not null,
    subject_id uuid not null,
    entity_id  uuid not null,
    primary key (hold_id, entity_id)
);
create index hold_item_of_entity on compliance.hold_item (account_id, entity_id);
create index hold_item_of_subject on compliance.hold_item (account_id, subject_id);
select compliance.isolate_accounts('compliance.hold_item');

create view compliance.held with (security_invoker = true) as
    select i.account_id, i.subject_id, i.entity_id
    from compliance.hold_item i
    join compliance.legal_hold h on h.id = i.hold_id
    where h.released_at is null;

-- Who is fenced: no row about them shows, although it may still be there. Erasing transactions say app.erasing = 'on'.
create table compliance.fenced_subject (
    subject_id uuid        primary key,
    account_id uuid        not null,
    fenced_at  timestamptz not null
);
create index fenced_subject_of_account on compliance.fenced_subject (account_id, subject_id);
select compliance.isolate_accounts('compliance.fenced_subject');

-- Every table with account_id, subject_id and generation calls this after isolate_accounts and guard_subject.
create function compliance.fence_subjects(target regclass) returns void
    language plpgsql as
$$
begin
    execute format($policy$
        create policy fence on %s as restrictive
            using (current_setting('app.erasing', true) = 'on'
                or subject_id not in (select f.subject_id from compliance.fenced_subject f))
            with check (true)
    $policy$, target);
end;
$$;

create table compliance.erasure_job (
    id             uuid        primary key,
    account_id     uuid        not null references compliance.account (id),
    cause          text        not null check (cause in
                       ('REQUEST', 'DESK', 'RETENTION', 'CONSENT', 'SITE_REMOVED', 'OFFBOARDING', 'RESTORED')),
    request_id     uuid,
    -- Named until nothing can come late any more; afterwards the tombstone's digest is all that is left.
    subject_id     uuid,
    generation     integer     not null,
    state          text        not null check (state in ('FENCED', 'MIRRORED', 'LOCAL_DELETED', 'INDEX_DELETED',
                       'RECIPIENTS_TOLD', 'PURGED', 'VERIFIED', 'CERTIFIED', 'CLOSED')),
    held_up        text        check (held_up in ('RETRY_WAIT', 'NEEDS_OPERATOR', 'PARTIAL_HELD')),
    attempts       integer     not null default 0,
    next_at        timestamptz not null,
    lease_token    bigint      not null default 0,
    lease_until    timestamptz not null,
    received_at    timestamptz not null,
    fenced_at      timestamptz not null,
    deleted_at     timestamptz,
    -- The last transaction that deleted rows: vacuum removes them for good once no older one runs.
    deleted_xid    bigint,
    verified_at    timestamptz,
    certified_at   timestamptz,
    rescan_at      timestamptz,
    certificate_id uuid        not null unique,
    commitment     bytea       not null check (octet_length(commitment) = 32),
    -- Under a key of the job's own, in the vault, destroyed with the certificate.
    sealed_words   bytea
);
create unique index erasure_job_active on compliance.erasure_job (account_id, subject_id)
    where subject_id is not null and state not in ('CERTIFIED', 'CLOSED');
create index erasure_job_recent on compliance.erasure_job (account_id, fenced_at desc);
-- Workers take what is due whoever it belongs to, so this index starts with the time.
create index erasure_job_due on compliance.erasure_job (next_at) where state <> 'CLOSED';
select compliance.isolate_accounts('compliance.erasure_job');

create table compliance.erasure_step (
    job_id     uuid        not null references compliance.erasure_job (id),
    account_id uuid        not null,
    store      text        not null check (store ~ '^[a-z][a-z0-9-]{0,60}$'),
    action     text        not null check (action in ('DELETE', 'TELL', 'PURGE', 'VERIFY', 'RESCAN')),
    state      text        not null check (state in ('PENDING', 'DONE', 'HELD', 'UNVERIFIED', 'REVIEW')),
    found      bigint      check (found >= 0),
    removed    bigint      not null default 0 check (removed >= 0),
    remaining  bigint      check (remaining >= 0),
    tries      integer     not null default 0,
    error_code text        check (error_code ~ '^[A-Za-z0-9_.-]{1,80}$'),
    method     text        not null check (method ~ '^[a-z0-9-]{1,60}$'),
    done_at    timestamptz,
    primary key (job_id, store, action)
);
create index erasure_step_of_job on compliance.erasure_step (account_id, job_id);
select compliance.isolate_accounts('compliance.erasure_step');

-- Read back after a restore: whoever is named here and lives again is forgotten again.
create table compliance.tombstone (
    seq        bigint      generated always as identity primary key,
    account_id uuid        not null,
    kind       text        not null check (kind in ('SUBJECT', 'EMAIL')),
    token      bytea       not null check (octet_length(token) = 32),
    job_id     uuid        not null,
    erased_at  timestamptz not null,
    expires_at timestamptz,
    unique (account_id, kind, token)
);
select compliance.isolate_accounts('compliance.tombstone');

create table compliance.erasure_certificate (
    id         uuid        primary key,
    account_id uuid        not null references compliance.account (id),
    job_id     uuid        not null references compliance.erasure_job (id),
    document   text        not null,
    issued_at  timestamptz not null
);
create index erasure_certificate_of_job on compliance.erasure_certificate (account_id, job_id, issued_at);
select compliance.isolate_accounts('compliance.erasure_certificate');
