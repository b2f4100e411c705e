create table chat.site (
    id         uuid        primary key,
    account_id uuid        not null references compliance.account (id),
    public_key text        not null unique check (public_key ~ '^[a-z0-9-]{4,40}$'),
    settings   jsonb       not null,
    created_at timestamptz not null
);
create index site_of_account on chat.site (account_id, created_at);
select compliance.isolate_accounts('chat.site');
