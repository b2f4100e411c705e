-- How people want to be reached. The address is found again through a keyed code of it; the key is in no database.
create table compliance.contact (
    subject_id   uuid        primary key,
    account_id   uuid        not null references compliance.account (id),
    generation   integer     not null,
    sealed_name  bytea,
    sealed_email bytea,
    sealed_phone bytea,
    email_code   bytea       check (octet_length(email_code) = 32),
    changed_at   timestamptz not null,
    foreign key (account_id, subject_id) references compliance.subject (account_id, id),
    check ((sealed_email is null) = (email_code is null))
);
create index contact_of_subject on compliance.contact (account_id, subject_id);
create index contact_of_email on compliance.contact (account_id, email_code) where email_code is not null;
select compliance.isolate_accounts('compliance.contact');
select compliance.guard_subject('compliance.contact');
select compliance.fence_subjects('compliance.contact');
