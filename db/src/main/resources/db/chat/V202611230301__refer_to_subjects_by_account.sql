-- Deleting a person looks for what refers to them: with the account in the reference it finds the indices, without it it reads the table.
alter table chat.visitor
    drop constraint visitor_subject_id_fkey,
    add foreign key (account_id, subject_id) references compliance.subject (account_id, id);
alter table chat.conversation
    drop constraint conversation_subject_id_fkey,
    add foreign key (account_id, subject_id) references compliance.subject (account_id, id);
alter table chat.message
    drop constraint message_subject_id_fkey,
    add foreign key (account_id, subject_id) references compliance.subject (account_id, id);
create index visitor_of_subject on chat.visitor (account_id, subject_id);

select compliance.renew_policies('chat');
