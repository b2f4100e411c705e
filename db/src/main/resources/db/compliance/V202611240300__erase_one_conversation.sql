-- An erasure is about a person, or about one conversation of somebody who stays.
alter table compliance.erasure_job
    add column scope text not null default 'PERSON' check (scope in ('PERSON', 'CONVERSATION')),
    -- Named, as the person is, until nothing can come late any more: the conversation and everything that was said in it.
    add column conversation_id uuid,
    add column entry_ids uuid[],
    add check (scope = 'CONVERSATION' or (conversation_id is null and entry_ids is null));

-- A person and any number of their conversations may be erased at the same time.
drop index compliance.erasure_job_active;
create unique index erasure_job_active on compliance.erasure_job (account_id, subject_id)
    where subject_id is not null and scope = 'PERSON' and state not in ('CERTIFIED', 'CLOSED');
create unique index erasure_job_of_conversation on compliance.erasure_job (account_id, conversation_id)
    where conversation_id is not null and state not in ('CERTIFIED', 'CLOSED');

alter table compliance.tombstone
    drop constraint tombstone_kind_check,
    add check (kind in ('SUBJECT', 'EMAIL', 'CONVERSATION'));
