-- Who is given something about people, what they were given, and whether they were told to erase it again.

-- Never deleted: the public list shows who was a recipient and when.
create table compliance.recipient (
    id             uuid        primary key,
    account_id     uuid        not null references compliance.account (id),
    name           text        not null check (char_length(name) between 1 and 200),
    category       text        not null check (category in
                       ('MODEL_PROVIDER', 'HOSTING', 'MAIL', 'CRM', 'PARTNER', 'OTHER')),
    address        text        check (char_length(address) between 1 and 500),
    contact        text        check (char_length(contact) between 1 and 254),
    country        text        check (country ~ '^[A-Z]{2}$'),
    mechanism      text        not null check (mechanism in ('OWN_PREMISES', 'EEA', 'ADEQUACY_DECISION', 'STANDARD_CLAUSES',
                       'BINDING_RULES', 'EXPLICIT_CONSENT')),
    retention_days integer     check (retention_days between 0 and 3650),
    model_host     text        check (char_length(model_host) between 1 and 253),
    notice_url     text        check (char_length(notice_url) between 1 and 2000),
    state          text        not null check (state in ('DRAFT', 'ANNOUNCED', 'ACTIVE', 'ENDED')),
    by_operator    boolean     not null,
    created_at     timestamptz not null,
    announced_at   timestamptz,
    active_from    timestamptz,
    ended_at       timestamptz,
    check (mechanism = 'OWN_PREMISES' or country is not null),
    check ((category = 'MODEL_PROVIDER') = (model_host is not null)),
    check (state not in ('ANNOUNCED', 'ACTIVE') or (announced_at is not null and active_from is not null)),
    check ((state = 'ENDED') = (ended_at is not null))
);
create index recipient_of_account on compliance.recipient (account_id, name);
-- One entry answers for a model's endpoint; two nodes that declare it at once make one.
create unique index recipient_of_host on compliance.recipient (account_id, model_host)
    where model_host is not null and state <> 'ENDED';
select compliance.isolate_accounts('compliance.recipient');

create table compliance.disclosure (
    id             uuid        primary key,
    account_id     uuid        not null references compliance.account (id),
    subject_id     uuid        not null,
    generation     integer     not null,
    recipient_id   uuid        not null references compliance.recipient (id),
    channel        text        not null check (channel in ('MODEL', 'API', 'WEBHOOK', 'MAIL', 'FILE')),
    state          text        not null check (state in ('INTENDED', 'SENT', 'FAILED')),
    fields         text        not null check (fields ~ '^[A-Z_]{1,40}(,[A-Z_]{1,40}){0,19}$'),
    answer_id      uuid,
    model          text        check (char_length(model) between 1 and 200),
    country        text        check (country ~ '^[A-Z]{2}$'),
    retention_days integer     check (retention_days >= 0),
    redactions     integer     not null check (redactions >= 0),
    request_id     text        check (char_length(request_id) between 1 and 200),
    sealed_ref     bytea,
    sent_at        timestamptz not null,
    foreign key (account_id, subject_id) references compliance.subject (account_id, id)
);
create index disclosure_of_subject on compliance.disclosure (account_id, subject_id, sent_at);
create index disclosure_to_recipient on compliance.disclosure (account_id, recipient_id, sent_at);
select compliance.isolate_accounts('compliance.disclosure');
select compliance.guard_subject('compliance.disclosure');
select compliance.fence_subjects('compliance.disclosure');

-- One notice for each erasure and recipient. What identifies the person at the recipient is sealed under the job's key, and
-- dropped as soon as the recipient has been told.
create table compliance.erasure_notice (
    id              uuid        primary key,
    account_id      uuid        not null references compliance.account (id),
    -- Checked at the end of the fence, in whichever order its rows are written.
    job_id          uuid        not null references compliance.erasure_job (id) deferrable initially deferred,
    recipient_id    uuid        not null references compliance.recipient (id),
    state           text        not null check (state in ('NOTHING_SENT', 'NOTHING_KEPT', 'WAITING', 'PENDING', 'TOLD',
                        'ACKNOWLEDGED', 'BY_HAND', 'REFUSED', 'SILENT')),
    copies          integer     not null check (copies >= 0),
    until           timestamptz,
    sealed_person   bytea,
    -- The certificate is out and this notice is what the job's key is still kept for.
    keeps_key       boolean     not null default false,
    tries           integer     not null default 0,
    next_at         timestamptz,
    error_code      text        check (error_code ~ '^[A-Za-z0-9_.-]{1,80}$'),
    created_at      timestamptz not null,
    told_at         timestamptz,
    acknowledged_at timestamptz,
    unique (job_id, recipient_id),
    check ((state = 'PENDING') = (sealed_person is not null)),
    check (state not in ('WAITING', 'PENDING', 'TOLD') or (until is not null and next_at is not null))
);
create index erasure_notice_of_account on compliance.erasure_notice (account_id, created_at desc);
-- Notices are sent whoever they belong to, so this index starts with the time.
create index erasure_notice_due on compliance.erasure_notice (next_at) where state in ('WAITING', 'PENDING', 'TOLD');
create index erasure_notice_keeping on compliance.erasure_notice (job_id) where keeps_key;
select compliance.isolate_accounts('compliance.erasure_notice');
