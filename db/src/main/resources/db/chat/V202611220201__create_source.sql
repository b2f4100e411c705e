-- Knowledge: where it comes from, one page or file, one passage that an answer may quote. Published content, nothing about
-- a person. References carry the account, so that no row can hang under another account's.

create table chat.source (
    id          uuid        primary key,
    account_id  uuid        not null references compliance.account (id) on delete cascade,
    site_id     uuid        not null references chat.site (id) on delete cascade,
    kind        text        not null check (kind in ('WEBSITE', 'SITEMAP', 'FILE', 'TEXT', 'FAQ')),
    name        text        not null check (char_length(name) between 1 and 300),
    location    text        not null check (char_length(location) <= 2000),
    language    text        not null check (char_length(language) between 2 and 35),
    max_pages   integer     not null check (max_pages between 1 and 10000),
    state       text        not null check (state in ('WAITING', 'SYNCING', 'READY', 'FAILED')),
    problem     text        check (char_length(problem) <= 60),
    added_at    timestamptz not null,
    synced_at   timestamptz,
    run_id      uuid,
    lease_until timestamptz,
    unique (account_id, id)
);
create index source_of_site on chat.source (account_id, site_id, added_at);
create index source_to_sync on chat.source (account_id, added_at) where state in ('WAITING', 'SYNCING');
select compliance.isolate_accounts('chat.source');

-- What somebody uploaded or typed, kept to be read again when reading gets better.
create table chat.source_material (
    source_id  uuid  primary key,
    account_id uuid  not null,
    file_name  text  not null check (char_length(file_name) <= 255),
    content    bytea not null,
    foreign key (account_id, source_id) references chat.source (account_id, id) on delete cascade
);
create index source_material_of_source on chat.source_material (account_id, source_id);
select compliance.isolate_accounts('chat.source_material');

create table chat.document (
    id            uuid        primary key,
    account_id    uuid        not null,
    site_id       uuid        not null,
    source_id     uuid        not null,
    location      text        not null check (char_length(location) <= 2000),
    title         text        not null check (char_length(title) <= 500),
    language      text        not null check (char_length(language) between 2 and 35),
    state         text        not null check (state in ('PENDING', 'INDEXED', 'REFUSED')),
    problem       text        check (char_length(problem) <= 60),
    bytes         bigint      not null check (bytes >= 0),
    hash          text        not null,
    etag          text        check (char_length(etag) <= 1000),
    last_modified text        check (char_length(last_modified) <= 100),
    changed_at    timestamptz not null,
    seen_by       uuid,
    model         text,
    attempts      integer     not null default 0,
    not_before    timestamptz not null default now(),
    lease_owner   uuid,
    lease_until   timestamptz,
    unique (account_id, id),
    unique (account_id, source_id, location),
    check ((state = 'REFUSED') = (problem is not null)),
    foreign key (account_id, source_id) references chat.source (account_id, id) on delete cascade
);
create index document_to_index on chat.document (account_id, not_before) where state = 'PENDING';
select compliance.isolate_accounts('chat.document');

create table chat.passage (
    id          uuid    primary key,
    account_id  uuid    not null,
    document_id uuid    not null,
    ordinal     integer not null check (ordinal >= 0),
    heading     text    not null,
    text        text    not null check (text <> ''),
    foreign key (account_id, document_id) references chat.document (account_id, id) on delete cascade
);
create index passage_of_document on chat.passage (account_id, document_id, ordinal);
select compliance.isolate_accounts('chat.passage');
