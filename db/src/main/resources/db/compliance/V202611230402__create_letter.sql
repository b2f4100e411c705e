-- Letters on their way out. What is in them goes as soon as the mail server has them; the row says when, never what or to whom.
create table compliance.letter (
    id             uuid        primary key,
    account_id     uuid        not null references compliance.account (id),
    -- Whose erasure takes the letter back; null for a letter to somebody nobody knows, or one that must outlive the erasure.
    subject_id     uuid,
    generation     integer,
    purpose        text        not null check (purpose ~ '^[a-z][a-z0-9-]{0,60}$'),
    state          text        not null check (state in ('WAITING', 'SENT', 'REFUSED', 'EXPIRED')),
    sealed_to      bytea,
    sealed_subject bytea,
    sealed_text    bytea,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    settled_at     timestamptz,
    foreign key (account_id, subject_id) references compliance.subject (account_id, id),
    check ((subject_id is null) = (generation is null)),
    check ((state = 'WAITING') = (settled_at is null)),
    check ((state = 'WAITING') = (sealed_to is not null)),
    check ((sealed_to is null) = (sealed_subject is null) and (sealed_to is null) = (sealed_text is null))
);
create index letter_settled on compliance.letter (account_id, state, settled_at);
create index letter_of_subject on compliance.letter (account_id, subject_id) where subject_id is not null;
select compliance.isolate_accounts('compliance.letter');

-- As guard_subject and fence_subjects, but a letter need not be about anybody.
create trigger hold_subject before insert or update on compliance.letter
    for each row when (new.subject_id is not null) execute function compliance.hold_subject();
create policy fence on compliance.letter as restrictive
    using (current_setting('app.erasing', true) = 'on'
        or subject_id is null
        or subject_id not in (select f.subject_id from compliance.fenced_subject f))
    with check (true);
