-- Who did what, when, to which object: ids only, appended, never changed.

create table compliance.audit_event (
    seq         bigint generated always as identity primary key,
    at          timestamptz not null,
    account_id  uuid        not null,
    actor       uuid,
    action      text        not null check (action ~ '^[A-Z_]{1,40}$'),
    object_kind text        not null check (object_kind ~ '^[A-Z_]{1,40}$'),
    object_id   uuid        not null
);

create index audit_event_account on compliance.audit_event (account_id, seq);
select compliance.isolate_accounts('compliance.audit_event');

create function compliance.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'P0E18';
end;
$$;

create trigger append_only before update or delete on compliance.audit_event
    for each row execute function compliance.refuse_change();
create trigger append_only_all before truncate on compliance.audit_event
    for each statement execute function compliance.refuse_change();
