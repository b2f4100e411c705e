-- Recipients are told of everything Art. 19 names: erasure, rectification, restriction and its end. One table of notices with a kind.
alter table compliance.erasure_notice rename to notice;
alter index compliance.erasure_notice_of_account rename to notice_of_account;
alter index compliance.erasure_notice_due rename to notice_due;
alter index compliance.erasure_notice_keeping rename to notice_keeping;

alter table compliance.notice
    alter column job_id drop not null,
    add column kind       text    not null default 'ERASURE'
        check (kind in ('ERASURE', 'RECTIFICATION', 'RESTRICTION', 'LIFTED')),
    -- Whom it is about, as long as that is somebody: an erasure names its job instead.
    add column subject_id uuid,
    add column generation integer,
    add column request_id uuid,
    -- What was put right, as codes; never how.
    add column fields     text    check (fields ~ '^[A-Z_]{1,40}(,[A-Z_]{1,40}){0,19}$'),
    add column pulls      integer not null default 0 check (pulls >= 0),
    add foreign key (account_id, subject_id) references compliance.subject (account_id, id),
    drop constraint erasure_notice_state_check,
    drop constraint erasure_notice_check,
    add constraint notice_state check (state in ('NOTHING_SENT', 'NOTHING_KEPT', 'WAITING', 'PENDING', 'TOLD',
        'ACKNOWLEDGED', 'BY_HAND', 'REFUSED', 'SILENT', 'SUPERSEDED')),
    add constraint notice_of_job_or_person check ((kind = 'ERASURE') = (job_id is not null)
        and (kind = 'ERASURE') = (subject_id is null) and (subject_id is null) = (generation is null)),
    add constraint notice_of_fields check ((kind = 'RECTIFICATION') = (fields is not null)),
    -- What an erasure sealed is kept until the recipient was told, by a person too.
    add constraint notice_names_person check (case when kind = 'ERASURE'
        then state <> 'PENDING' or sealed_person is not null else sealed_person is null end),
    add constraint notice_forgets_person check (sealed_person is null or state in ('PENDING', 'BY_HAND', 'SILENT'));
alter table compliance.notice alter column kind drop default;

create index notice_of_subject on compliance.notice (account_id, subject_id, created_at) where subject_id is not null;

-- As guard_subject and fence_subjects, but a notice of an erasure is about nobody who is still there.
create trigger hold_subject before insert or update on compliance.notice
    for each row when (new.subject_id is not null) execute function compliance.hold_subject();
create policy fence on compliance.notice as restrictive
    using ((select current_setting('app.erasing', true)) = 'on'
        or subject_id is null
        or subject_id not in (select f.subject_id from compliance.fenced_subject f))
    with check (true);
