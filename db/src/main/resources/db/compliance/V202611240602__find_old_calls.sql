create index api_call_made on compliance.api_call (account_id, made_at);
