-- People as the law sees them, and the fence that keeps writers away from whoever is being forgotten.

create table compliance.subject (
    id                 uuid primary key,
    account_id         uuid        not null references compliance.account (id),
    state              text        not null check (state in ('ACTIVE', 'RESTRICTED', 'ERASING', 'ERASED')),
    generation         integer     not null check (generation > 0),
    created_at         timestamptz not null,
    last_activity_at   timestamptz not null,
    last_submission_at timestamptz
);

create index subject_activity on compliance.subject (account_id, last_activity_at);
select compliance.isolate_accounts('compliance.subject');

-- Refuses a row about a subject that is being erased, was erased or has moved on to a new generation, and keeps the subject
-- from being erased until the writer's transaction ends: a check without the lock lets erased subjects come back.
-- A restricted subject may still be stored about (Art. 18(2) GDPR).
create function compliance.hold_subject() returns trigger
    language plpgsql as
$$
begin
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

-- Every table with account_id, subject_id and generation calls this in the migration that creates it.
create function compliance.guard_subject(target regclass) returns void
    language plpgsql as
$$
begin
    execute format(
        'create trigger hold_subject before insert or update on %s for each row execute function compliance.hold_subject()',
        target);
end;
$$;
