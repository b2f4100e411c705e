-- The application's role reads and writes rows; it owns nothing and cannot change the schema.
-- ${flyway:timestamp} makes this run with every migration, so that new tables are covered.
grant usage on schema chat to ${app_role};
grant select, insert, update, delete on all tables in schema chat to ${app_role};
grant usage on all sequences in schema chat to ${app_role};
grant execute on all functions in schema chat to ${app_role};

-- And whatever the owner makes from now on, whenever these lines run again.
alter default privileges in schema chat grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema chat grant usage on sequences to ${app_role};
alter default privileges in schema chat grant execute on functions to ${app_role};

-- Space of deleted rows is reclaimed by the application as soon as somebody is forgotten. Before PostgreSQL 17 only an owner may.
do $$
begin
    if current_setting('server_version_num')::int >= 170000 then
        execute 'grant maintain on all tables in schema chat to ${app_role}';
        execute 'alter default privileges in schema chat grant maintain on tables to ${app_role}';
    end if;
end;
$$;
