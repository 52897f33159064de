-- As before, but by post: looking is done in office, and the private name of a member of staff is nobody's to collect. One's own
-- looks are told too, because one that was not one's own is how a borrowed session shows; they never push others' out of the list.
drop function audit.looks_at_own(integer);
create function audit.looks_at_own(most integer default 200)
returns table (at timestamptz, own boolean, kind text, machine text, post text, verb text, purpose text, reason text)
language sql stable security definer set search_path = pg_temp as $$
  select e.at, e.own, coalesce(a.kind, 'system'), case when a.kind = 'machine' then a.display_name end,
    (select string_agg(p.name, '、' order by p.name) from access.holding h join access.post p on p.id = h.post_id
     where a.kind = 'staff' and h.account_id = e.account_id and h.during @> e.at),
    e.verb, e.purpose, t.text
  from (
    (select x.id, x.at, x.account_id, x.verb, x.purpose, false as own from audit.entry x
     where x.subjects && access.own_persons() and x.outcome = 'done' and x.account_id is distinct from access.account_id()
     order by x.at desc limit least(greatest(most, 1), 500))
    union all
    (select x.id, x.at, x.account_id, x.verb, x.purpose, true from audit.entry x
     where x.subjects && access.own_persons() and x.outcome = 'done' and x.account_id = access.account_id()
     order by x.at desc limit 20)
  ) e
  left join identity.account a on a.id = e.account_id
  left join audit.entry_text t on t.entry_id = e.id
  order by e.at desc
$$;
revoke execute on function audit.looks_at_own(integer) from public;
grant execute on function audit.looks_at_own(integer) to linli_runtime;
