-- When there was something the person had to be told, and the letter that tells it; none if no letter left.
alter table compliance.subject_request
    add column told_at   timestamptz,
    add column letter_id uuid,
    add check (letter_id is null or told_at is not null);
