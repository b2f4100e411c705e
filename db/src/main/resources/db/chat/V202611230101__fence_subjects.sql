-- Nobody sees a row about a person who is being forgotten, from the commit that fences the person on.
select compliance.fence_subjects('chat.visitor');
select compliance.fence_subjects('chat.conversation');
select compliance.fence_subjects('chat.message');

-- A site goes at once, the rows of its visitors within a second after it: fenced, and deleted under the eyes of the ledger.
alter table chat.visitor drop constraint visitor_site_id_fkey;
alter table chat.conversation drop constraint conversation_site_id_fkey;
