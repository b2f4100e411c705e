-- Programs that use the API on behalf of an account. Their keys are random (256 bits), so a plain digest keeps them one-way.

create table compliance.api_client (
    id           uuid        primary key,
    account_id   uuid        not null references compliance.account (id),
    name         text        not null check (char_length(name) between 1 and 100),
    beginning    text        not null check (beginning ~ '^[A-Za-z0-9_-]{12}$'),
    key_digest   bytea       not null check (octet_length(key_digest) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- A call shows its key before anybody knows the account, so this one index does not start with the account.
create unique index api_client_key on compliance.api_client (key_digest);
create index api_client_account on compliance.api_client (account_id, created_at);
select compliance.isolate_accounts('compliance.api_client');

create table compliance.api_client_role (
    client_id uuid not null references compliance.api_client (id) on delete cascade,
    role      text not null check (role in ('ADMIN', 'EDITOR', 'AGENT', 'DPO', 'VIEWER', 'AUDITOR')),
    primary key (client_id, role)
);

-- The client's own policy decides which clients, and so which roles, a transaction sees.
alter table compliance.api_client_role enable row level security;
alter table compliance.api_client_role force row level security;
create policy client on compliance.api_client_role
    using (exists (select 1 from compliance.api_client c where c.id = client_id));
