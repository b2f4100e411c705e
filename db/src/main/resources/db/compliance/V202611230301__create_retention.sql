-- How long personal data is kept, which stores are used, whose processing is restricted.

-- An empty store names the whole process. 0 days: never stored.
create table compliance.retention_policy (
    id         uuid        primary key,
    account_id uuid        not null references compliance.account (id),
    process    text        not null check (process ~ '^[a-z][a-z0-9-]{0,60}$'),
    store      text        not null check (store ~ '^([a-z][a-z0-9-]{0,60})?$'),
    days       int         not null check (days between 7 and 720 or (days = 0 and store <> '')),
    anchor     text        not null check (anchor in ('CREATED', 'LAST_ACTIVITY', 'LAST_SUBMISSION')),
    basis      text        not null check (basis in ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTERESTS')),
    changed_by uuid        not null,
    changed_at timestamptz not null,
    unique (account_id, process, store)
);
select compliance.isolate_accounts('compliance.retention_policy');

-- What an account decided about a store, or declares about one outside. What is not here is on.
create table compliance.store_setting (
    account_id     uuid        not null references compliance.account (id),
    store          text        not null check (store ~ '^[a-z][a-z0-9-]{0,60}$'),
    enabled        boolean     not null,
    purge          boolean     not null,
    country        text        check (country ~ '^[A-Z]{2}$'),
    retention_days int         check (retention_days between 7 and 720),
    changed_by     uuid        not null,
    changed_at     timestamptz not null,
    primary key (account_id, store)
);
select compliance.isolate_accounts('compliance.store_setting');

-- When an account is swept next; whoever moves it on does the sweep.
create table compliance.retention_schedule (
    account_id uuid        primary key references compliance.account (id),
    next_at    timestamptz not null,
    swept_at   timestamptz
);
select compliance.isolate_accounts('compliance.retention_schedule');

create table compliance.retention_sweep (
    id          uuid        primary key,
    account_id  uuid        not null references compliance.account (id),
    started_at  timestamptz not null,
    ended_at    timestamptz,
    removed     bigint      not null default 0 check (removed >= 0),
    people      bigint      not null default 0 check (people >= 0),
    handed_over bigint      not null default 0 check (handed_over >= 0),
    failed      bigint      not null default 0 check (failed >= 0)
);
create index retention_sweep_recent on compliance.retention_sweep (account_id, started_at desc);
select compliance.isolate_accounts('compliance.retention_sweep');

create table compliance.restriction (
    id            uuid        primary key,
    account_id    uuid        not null references compliance.account (id),
    subject_id    uuid        not null,
    generation    int         not null,
    ground        text        not null check (ground in
                      ('ACCURACY_CONTESTED', 'UNLAWFUL', 'CLAIMS_OF_PERSON', 'OBJECTION')),
    restricted_at timestamptz not null,
    lifted_at     timestamptz
);
create index restriction_of_subject on compliance.restriction (account_id, subject_id);
create unique index restriction_under_way on compliance.restriction (account_id, subject_id) where lifted_at is null;
select compliance.isolate_accounts('compliance.restriction');
select compliance.guard_subject('compliance.restriction');
select compliance.fence_subjects('compliance.restriction');

alter table compliance.legal_hold add column items int not null default 0;

-- Whoever is past a period is found by when they last sent something; page views do not count (SEED-V26).
create index subject_last_submission on compliance.subject
    (account_id, (coalesce(last_submission_at, created_at)), id) where state = 'ACTIVE';

-- References carry the account, so that deleting people in sets finds their rows by the indices there are.
alter table compliance.subject add constraint subject_of_account unique (account_id, id);
alter table compliance.restriction add foreign key (account_id, subject_id) references compliance.subject (account_id, id);

-- What is held of somebody who is being forgotten is sealed anew in the transaction that fences them.
create or replace function compliance.hold_subject() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and current_setting('app.erasing', true) = 'on' then
        return new;
    end if;
    perform 1
    from compliance.subject s
    where s.id = new.subject_id
      and s.account_id = new.account_id
      and s.generation = new.generation
      and s.state in ('ACTIVE', 'RESTRICTED')
    for share;
    if not found then
        raise exception 'the subject is gone' using errcode = 'P0E17';
    end if;
    return new;
end;
$$;

-- Whose rows show is asked once a statement, not once a row: sweeping a million rows took twice as long otherwise.
create or replace function compliance.isolate_accounts(target regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format($policy$
        create policy account on %s
            using (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                or (select current_setting('app.scope', true)) = 'all')
    $policy$, target);
end;
$$;

create or replace function compliance.fence_subjects(target regclass) returns void
    language plpgsql as
$$
begin
    execute format($policy$
        create policy fence on %s as restrictive
            using ((select current_setting('app.erasing', true)) = 'on'
                or subject_id not in (select f.subject_id from compliance.fenced_subject f))
            with check (true)
    $policy$, target);
end;
$$;

-- Gives the tables of a schema the policies as they are made now.
create function compliance.renew_policies(wanted name) returns void
    language plpgsql as
$$
declare
    target regclass;
begin
    for target in
        select p.polrelid::regclass from pg_policy p
        join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = wanted and p.polname = 'account' and p.polrelid <> 'compliance.account'::regclass
    loop
        execute format('drop policy account on %s', target);
        perform compliance.isolate_accounts(target);
    end loop;
    for target in
        select p.polrelid::regclass from pg_policy p
        join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = wanted and p.polname = 'fence'
    loop
        execute format('drop policy fence on %s', target);
        perform compliance.fence_subjects(target);
    end loop;
end;
$$;
select compliance.renew_policies('compliance');
