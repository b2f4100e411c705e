-- What leads from an account's block to its seal, so that the account can be shown the way without seeing other accounts' blocks:
-- its place among the blocks of the seal, how many they are, and the digests beside the way up to the root.
alter table compliance.audit_block
    add column width integer not null check (width > place),
    add column path  bytea   not null check (octet_length(path) % 32 = 0);

create index audit_block_range on compliance.audit_block (account_id, to_seq);
create index audit_event_time on compliance.audit_event (account_id, at);
