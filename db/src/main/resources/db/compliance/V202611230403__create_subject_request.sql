-- What people ask about their own data. The request is a ledger: codes and times that stay. Whom it is about and what was said
-- are rows of their own, which go with the person.
create table compliance.subject_request (
    id               uuid        primary key,
    account_id       uuid        not null references compliance.account (id),
    kind             text        not null check (kind in ('ACCESS', 'PORTABILITY', 'RECTIFICATION', 'ERASURE', 'RESTRICTION',
                         'OBJECTION', 'WITHDRAWAL', 'HUMAN_REVIEW')),
    channel          text        not null check (channel in ('WIDGET', 'DESK', 'API', 'EMAIL')),
    state            text        not null check (state in ('IDENTITY', 'OPEN', 'IN_PROGRESS', 'DONE', 'REFUSED', 'CANCELLED')),
    outcome          text        check (outcome in ('FULFILLED', 'PARTLY', 'NOTHING_HELD')),
    identity         text        check (identity in ('WIDGET_SESSION', 'EMAIL_CODE', 'IN_PERSON', 'ID_DOCUMENT', 'PHONE_CALL',
                         'SIGNED_LETTER', 'CUSTOMER_ACCOUNT')),
    language         text        not null check (language in ('en', 'de', 'fi')),
    received_at      timestamptz not null,
    received_on      date        not null,
    identified_at    timestamptz,
    -- Set while the clock waits for proof of identity; the days it has waited before are counted.
    paused_on        date,
    paused_days      integer     not null check (paused_days >= 0),
    due_on           date        not null,
    extension_ground text        check (extension_ground in ('COMPLEX', 'MANY_REQUESTS')),
    refusal_ground   text        check (refusal_ground ~ '^[A-Z_]{1,40}$'),
    closed_at        timestamptz,
    -- A keyed code of the caller's idempotency key, which may be anything.
    once_code        bytea       check (octet_length(once_code) = 32),
    unique (account_id, once_code),
    check ((identity is null) = (identified_at is null)),
    check ((state in ('DONE', 'REFUSED', 'CANCELLED')) = (closed_at is not null)),
    check ((state = 'DONE') = (outcome is not null)),
    check ((state = 'REFUSED') = (refusal_ground is not null)),
    check (state <> 'IDENTITY' or identity is null)
);
create index subject_request_due on compliance.subject_request (account_id, state, due_on);
create index subject_request_recent on compliance.subject_request (account_id, received_at desc);
select compliance.isolate_accounts('compliance.subject_request');

create table compliance.request_person (
    id         uuid    primary key,
    request_id uuid    not null references compliance.subject_request (id),
    account_id uuid    not null,
    subject_id uuid    not null,
    generation integer not null,
    foreign key (account_id, subject_id) references compliance.subject (account_id, id),
    unique (request_id, subject_id)
);
create index request_person_of_subject on compliance.request_person (account_id, subject_id);
select compliance.isolate_accounts('compliance.request_person');
select compliance.guard_subject('compliance.request_person');
select compliance.fence_subjects('compliance.request_person');

-- Sealed under a key of the request's own, which is shredded with the row.
create table compliance.request_words (
    request_id         uuid    primary key references compliance.subject_request (id),
    account_id         uuid    not null,
    -- Whether it is known whom the request is about: then it shows only as long as somebody of them does.
    linked             boolean not null,
    email_code         bytea   check (octet_length(email_code) = 32),
    sealed_email       bytea,
    sealed_text        bytea,
    sealed_correction  bytea,
    sealed_answer      bytea,
    sealed_explanation bytea,
    check ((sealed_email is null) = (email_code is null))
);
create index request_words_of_email on compliance.request_words (account_id, email_code) where email_code is not null;
select compliance.isolate_accounts('compliance.request_words');
create policy fence on compliance.request_words as restrictive
    using (current_setting('app.erasing', true) = 'on'
        or not linked
        or exists (select 1 from compliance.request_person p
                   where p.account_id = request_words.account_id and p.request_id = request_words.request_id))
    with check (true);

-- Codes sent to an address to prove that it is somebody's own. Rows are gone a day later.
create table compliance.identity_code (
    id         uuid        primary key,
    request_id uuid        not null references compliance.subject_request (id),
    account_id uuid        not null,
    email_code bytea       not null check (octet_length(email_code) = 32),
    code       bytea       not null check (octet_length(code) = 32),
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    wrong      integer     not null check (wrong between 0 and 5),
    ended_at   timestamptz
);
create index identity_code_of_request on compliance.identity_code (account_id, request_id);
create index identity_code_of_email on compliance.identity_code (account_id, email_code, sent_at);
select compliance.isolate_accounts('compliance.identity_code');
