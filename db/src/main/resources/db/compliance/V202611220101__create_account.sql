-- Controllers and the people who work for them.

create table compliance.account (
    id         uuid primary key,
    name       text        not null check (char_length(name) between 1 and 200),
    set_up_at  timestamptz,
    created_at timestamptz not null
);

alter table compliance.account enable row level security;
alter table compliance.account force row level security;
create policy account on compliance.account
    using (id = nullif(current_setting('app.account', true), '')::uuid
        or current_setting('app.scope', true) = 'all');

create table compliance.member (
    id            uuid primary key,
    account_id    uuid        not null references compliance.account (id),
    email         text        not null check (char_length(email) between 3 and 254),
    name          text        not null check (char_length(name) between 1 and 200),
    password_hash text        not null,
    active        boolean     not null,
    last_login_at timestamptz,
    failed_logins integer     not null check (failed_logins >= 0),
    locked_until  timestamptz,
    created_at    timestamptz not null
);

-- A login knows the address before it knows the account, so this one index does not start with the account.
create unique index member_email on compliance.member (lower(email));
create index member_account on compliance.member (account_id);
select compliance.isolate_accounts('compliance.member');

create table compliance.member_role (
    member_id uuid not null references compliance.member (id) on delete cascade,
    role      text not null check (role in ('OWNER', 'ADMIN', 'EDITOR', 'AGENT', 'DPO', 'VIEWER', 'AUDITOR')),
    primary key (member_id, role)
);

-- The member's own policy decides which members, and so which roles, a transaction sees.
alter table compliance.member_role enable row level security;
alter table compliance.member_role force row level security;
create policy member on compliance.member_role
    using (exists (select 1 from compliance.member m where m.id = member_id));
