alter table compliance.tombstone
    drop column expires_at,
    drop constraint tombstone_kind_check,
    add check (kind in ('SUBJECT', 'CONVERSATION'));
alter table compliance.erasure_job
    drop constraint erasure_job_cause_check,
    add check (cause in ('REQUEST', 'DESK', 'RETENTION', 'CONSENT', 'SITE_REMOVED', 'RESTORED'));
