-- Whoever stores something about a subject names its generation; guard_subject refuses a writer of an old one. The foreign
-- keys to compliance.subject do not cascade on purpose: a store that erasure forgets makes the erasure fail loudly.

create table chat.visitor (
    subject_id    uuid        primary key references compliance.subject (id),
    account_id    uuid        not null references compliance.account (id),
    generation    int         not null,
    site_id       uuid        not null references chat.site (id),
    language      text        not null check (length(language) <= 35),
    first_seen_at timestamptz not null
);
create index visitor_of_site on chat.visitor (account_id, site_id);

create table chat.conversation (
    id                uuid        primary key,
    account_id        uuid        not null references compliance.account (id),
    site_id           uuid        not null references chat.site (id),
    subject_id        uuid        not null references compliance.subject (id),
    generation        int         not null,
    phase             text        not null check (phase in
                          ('EXPLORING', 'LEARNING', 'REQUESTING_CONTACT', 'WITH_AGENT', 'CLOSED')),
    lead_status       text        not null check (lead_status in
                          ('NONE', 'NEW', 'QUALIFIED', 'CONTACTED', 'WON', 'LOST')),
    message_count     int         not null check (message_count >= 0),
    language          text        not null check (length(language) <= 35),
    entry_page        text        check (length(entry_page) <= 2000),
    unanswered        boolean     not null,
    lowest_confidence double precision check (lowest_confidence between 0 and 1),
    started_at        timestamptz not null,
    last_message_at   timestamptz not null
);
create index conversation_recent on chat.conversation (account_id, last_message_at desc);
create index conversation_of_subject on chat.conversation (account_id, subject_id);
create index conversation_of_site on chat.conversation (account_id, site_id, last_message_at desc);

create table chat.message (
    id              uuid        primary key,
    account_id      uuid        not null references compliance.account (id),
    conversation_id uuid        not null references chat.conversation (id),
    subject_id      uuid        not null references compliance.subject (id),
    generation      int         not null,
    position        int         not null check (position >= 0),
    author          text        not null check (author in ('VISITOR', 'ASSISTANT', 'AGENT')),
    state           text        not null check (state in ('COMPLETE', 'STOPPED', 'INTERRUPTED')),
    sealed_text     bytea       not null,
    reply_id        uuid        unique,
    confidence      double precision check (confidence between 0 and 1),
    abstained       boolean     not null,
    citations       jsonb,
    provider        text,
    model           text,
    problem         text,
    helpful         boolean,
    created_at      timestamptz not null,
    unique (conversation_id, position),
    check ((author = 'VISITOR') = (reply_id is not null))
);
create index message_of_conversation on chat.message (account_id, conversation_id, position);
create index message_of_subject on chat.message (account_id, subject_id);

select compliance.isolate_accounts('chat.visitor');
select compliance.isolate_accounts('chat.conversation');
select compliance.isolate_accounts('chat.message');
select compliance.guard_subject('chat.visitor');
select compliance.guard_subject('chat.conversation');
select compliance.guard_subject('chat.message');
