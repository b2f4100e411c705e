-- A request is about visitors it names, or who filed it, and about visitors found by an address that anybody may have left.
alter table compliance.request_person
    add column link text not null default 'FOUND_BY_ADDRESS' check (link in ('NAMED', 'FOUND_BY_ADDRESS'));

-- What is there already: who filed from a browser is meant, of the others nobody knows.
select set_config('app.scope', 'all', true), set_config('app.erasing', 'on', true);
alter table compliance.request_person disable trigger hold_subject;
update compliance.request_person p set link = 'NAMED'
from compliance.subject_request r where r.id = p.request_id and r.account_id = p.account_id and r.channel = 'WIDGET';
alter table compliance.request_person enable trigger hold_subject;
select set_config('app.scope', '', true), set_config('app.erasing', '', true);
alter table compliance.request_person alter column link drop default;
