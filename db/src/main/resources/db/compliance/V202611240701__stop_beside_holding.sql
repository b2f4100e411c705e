-- An erasure that waits for a person, and one of which a hold keeps something, may be the same.
select set_config('app.scope', 'all', true);
alter table compliance.erasure_job add column stopped boolean not null default false;
update compliance.erasure_job j
set stopped = true,
    held_up = case when exists (select 1 from compliance.held h
                                where h.account_id = j.account_id and h.subject_id = j.subject_id)
                   then 'PARTIAL_HELD' end
where held_up = 'NEEDS_OPERATOR';
alter table compliance.erasure_job
    drop constraint erasure_job_held_up_check,
    add check (held_up in ('RETRY_WAIT', 'PARTIAL_HELD'));
