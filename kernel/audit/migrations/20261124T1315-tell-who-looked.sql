-- The resident's ledger: who looked at the persons of this account, when and why. Staff are named with their post, because
-- looking is done in office; a private person who acted for him is not.
create function audit.looks_at_own(most integer default 200)
returns table (at timestamptz, kind text, who text, post text, verb text, purpose text, reason text)
language sql stable security definer set search_path = pg_temp as $$
  select e.at, coalesce(a.kind, 'system'), case when a.kind in ('staff', 'machine') then a.display_name end,
    (select string_agg(p.name, '、' order by p.name) from access.holding h join access.post p on p.id = h.post_id
     where h.account_id = e.account_id and h.during @> e.at),
    e.verb, e.purpose, t.text
  from audit.entry e
  left join identity.account a on a.id = e.account_id
  left join audit.entry_text t on t.entry_id = e.id
  where e.subjects && access.own_persons() and e.outcome = 'done' and e.account_id is distinct from access.account_id()
  order by e.at desc limit least(greatest(most, 1), 500)
$$;
revoke execute on function audit.looks_at_own(integer) from public;
grant execute on function audit.looks_at_own(integer) to linli_runtime;
