-- Work that follows a commit. Entries carry ids, never text.

create table compliance.outbox (
    id         uuid primary key,
    account_id uuid        not null,
    topic      text        not null check (topic ~ '^[a-z][a-z0-9-]{0,60}$'),
    entity_id  uuid        not null,
    attempts   integer     not null default 0,
    next_at    timestamptz not null,
    created_at timestamptz not null,
    last_error text check (char_length(last_error) <= 100)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);

-- The relay takes what is due whoever it belongs to, so this index starts with the topic.
create index outbox_due on compliance.outbox (topic, next_at);
select compliance.isolate_accounts('compliance.outbox');
