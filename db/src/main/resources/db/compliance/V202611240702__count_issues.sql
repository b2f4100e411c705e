-- A certificate that is issued again, after a hold ended, says how often it was.
alter table compliance.erasure_certificate add column issue integer not null default 1 check (issue > 0);
