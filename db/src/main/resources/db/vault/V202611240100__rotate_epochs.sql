-- The key that wraps all others is replaced every week, and the one before it destroyed a week later.

alter table vault.key_epoch
    -- The row stays, so that everybody can see that there was such a key and when it was given up.
    add column destroyed_at timestamptz,
    -- How far the audit log knows about it.
    add column logged       text not null default 'NOTHING' check (logged in ('NOTHING', 'MADE', 'DESTROYED'));

-- Part of the name a key is wrapped with, so whoever wraps it again must know it. Unknown for keys of before; filled when they
-- are wrapped again.
alter table vault.subject_key add column account_id uuid;

create index subject_key_epoch on vault.subject_key (epoch);

-- A server that has not heard of the destruction yet must not wrap anything under the destroyed key. Whoever destroys locks the
-- epoch's row first (for update) and so waits for writers that were faster.
create function vault.refuse_destroyed_epoch() returns trigger
    language plpgsql as
$$
begin
    perform 1 from vault.key_epoch where epoch = new.epoch and destroyed_at is null for key share;
    if not found then
        raise exception 'the key of epoch % is destroyed', new.epoch using errcode = 'P0E19';
    end if;
    return new;
end;
$$;

create trigger refuse_destroyed_epoch before insert or update of epoch on vault.subject_key
    for each row execute function vault.refuse_destroyed_epoch();
