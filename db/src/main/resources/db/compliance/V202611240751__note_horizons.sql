-- A vacuum removes what was deleted once no transaction before these runs or looks, in the database of the data and in that of the
-- keys. The last transaction that deleted said nothing of the keys, and nothing of rows that went within the fence.
alter table compliance.erasure_job
    drop column deleted_xid,
    add column deleted_before bigint,
    add column shredded_before bigint;
