-- Nobody sees a row about a person who is being forgotten, from the commit that fences the person on.
select compliance.fence_subjects('chat.visitor');
select compliance.fence_subjects('chat.conversation');
select compliance.fence_subjects('chat.message');
