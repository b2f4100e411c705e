-- Full-text search over what was said: an optional store in the search index, off until an account turns it on. The index is a
-- projection; here is noted what it has not been told yet.

-- A row stays once search was on, so that deletions go on to reach what the index may still hold.
create table chat.searched_account (
    account_id uuid    primary key references compliance.account (id),
    written    boolean not null,
    -- The transaction that turned search on: messages of transactions before it are noted when all of those are over.
    since_xid  bigint  not null,
    filled     boolean not null
);
select compliance.isolate_accounts('chat.searched_account');

-- The index takes no change with a version below the one it has.
create sequence chat.search_version;

-- One row a message, whose latest state the index is to be told. Ids only. It outlives the message and, in an erasure, the
-- person's row, so it neither refers to them nor is it guarded: what it makes the indexer read is.
create table chat.search_change (
    message_id      uuid        primary key,
    account_id      uuid        not null,
    conversation_id uuid        not null,
    subject_id      uuid        not null,
    generation      int         not null,
    said_at         timestamptz not null,
    version         bigint      not null,
    next_at         timestamptz not null,
    lease_until     timestamptz not null default '-infinity',
    -- Sent to the index by whoever has the lease; nobody knows yet what became of it.
    on_its_way      boolean     not null default false,
    -- Something that was sent got no answer and may still arrive until then.
    late_until      timestamptz,
    settled         boolean     not null default false
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
-- The indexer takes what is due whoever it belongs to, so this index starts with the time.
create index search_change_due on chat.search_change (next_at) where not settled;
create index search_change_of_subject on chat.search_change (account_id, subject_id);
select compliance.isolate_accounts('chat.search_change');
-- Whoever is being forgotten is not indexed any more.
select compliance.fence_subjects('chat.search_change');

-- Whatever writes or deletes a message, the index hears of it: noted in the same transaction. Not in an erasure, which empties the
-- index by person and checks that it is empty.
create function chat.note_search_change() returns trigger
    language plpgsql as
$$
begin
    if current_setting('app.erasing', true) = 'on' then
        return null;
    end if;
    insert into chat.search_change as c
        (message_id, account_id, conversation_id, subject_id, generation, said_at, version, next_at)
    select m.id, m.account_id, m.conversation_id, m.subject_id, m.generation, m.created_at,
           nextval('chat.search_version'), now()
    from changed m
    where exists (select 1 from chat.searched_account s
                  where s.account_id = m.account_id and (s.written or tg_op = 'DELETE'))
    on conflict (message_id) do update
        set version = excluded.version, next_at = excluded.next_at, settled = false;
    return null;
end;
$$;

create trigger search_said after insert on chat.message
    referencing new table as changed for each statement execute function chat.note_search_change();
create trigger search_changed after update on chat.message
    referencing new table as changed for each statement execute function chat.note_search_change();
create trigger search_deleted after delete on chat.message
    referencing old table as changed for each statement execute function chat.note_search_change();
