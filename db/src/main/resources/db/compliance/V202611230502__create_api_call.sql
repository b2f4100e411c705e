-- What an API client asked for under an idempotency key: asking again gives the same answer and does nothing twice. Only codes of
-- the key and the request are kept, and what came of it.

create table compliance.api_call (
    account_id uuid        not null references compliance.account (id),
    client_id  uuid        not null references compliance.api_client (id),
    key_code   bytea       not null check (octet_length(key_code) = 32),
    request    bytea       not null check (octet_length(request) = 32),
    result     uuid        not null,
    made_at    timestamptz not null,
    primary key (account_id, client_id, key_code)
);
select compliance.isolate_accounts('compliance.api_call');
