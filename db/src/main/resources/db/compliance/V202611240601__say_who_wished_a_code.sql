alter table compliance.identity_code
    add column wish text not null default 'PERSON' check (wish in ('PERSON', 'MEMBER'));
alter table compliance.identity_code alter column wish drop default;
