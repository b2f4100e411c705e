-- Row-level security by account. Every table with an account_id calls compliance.isolate_accounts('schema.table') in the
-- migration that creates it. The application says whose rows it works on as the first statement of each transaction:
--   select set_config('app.account', '<uuid>', true), set_config('app.scope', '', true)
-- 'app.scope' = 'all' is for the few methods that cannot name an account (@AcrossAccounts). With neither set, no row shows.

create function compliance.isolate_accounts(target regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format($policy$
        create policy account on %s
            using (account_id = nullif(current_setting('app.account', true), '')::uuid
                or current_setting('app.scope', true) = 'all')
    $policy$, target);
end;
$$;
