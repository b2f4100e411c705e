-- Officers are reminded of what waits for them, in the language they last worked in, at most once a day.

alter table compliance.member
    add column language text not null default 'en' check (language in ('en', 'de', 'fi'));

create table compliance.reminder (
    account_id uuid primary key references compliance.account (id),
    sent_on    date not null
);
select compliance.isolate_accounts('compliance.reminder');
