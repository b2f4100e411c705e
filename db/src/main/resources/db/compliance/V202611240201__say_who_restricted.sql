-- Who restricted a person's data decides who may lift that, and the person is told before it happens (Art. 18(3)).
alter table compliance.restriction
    add column origin      text not null default 'PERSON' check (origin in ('PERSON', 'REVIEW', 'COMPANY')),
    add column request_id  uuid,
    add column informed_at timestamptz,
    add column lift_on     date,
    add check ((informed_at is null) = (lift_on is null));

-- What came with an objection or a withdrawal that is not decided yet is not the person's own.
select set_config('app.scope', 'all', true), set_config('app.erasing', 'on', true);
update compliance.restriction r set origin = 'REVIEW', request_id = q.id
from compliance.request_person p join compliance.subject_request q on q.id = p.request_id
where r.lifted_at is null and p.account_id = r.account_id and p.subject_id = r.subject_id
  and q.kind in ('OBJECTION', 'WITHDRAWAL') and q.state in ('IDENTITY', 'OPEN');
select set_config('app.scope', '', true), set_config('app.erasing', '', true);
alter table compliance.restriction alter column origin drop default;

-- Several may hold at once: the person's data is free when the last one ends.
drop index compliance.restriction_under_way;
create unique index restriction_under_way on compliance.restriction (account_id, subject_id, origin, ground)
    where lifted_at is null and origin <> 'REVIEW';
create unique index restriction_under_review on compliance.restriction (account_id, subject_id, request_id)
    where lifted_at is null and origin = 'REVIEW';
create index restriction_ending on compliance.restriction (lift_on) where lifted_at is null and lift_on is not null;
