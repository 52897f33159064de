-- For the machine room: how much is open. Neither place nor matter, and nothing of a case type that is sensitive even as a number.
create function cases.open_counts() returns table (case_type text, state text, cases bigint)
language sql stable security definer set search_path = pg_temp as $$
  select c.case_type, c.state, count(*)
  from cases."case" c where c.closed_at is null and c.sensitivity <> 'sensitive' group by c.case_type, c.state order by 1, 2
$$;
revoke execute on function cases.open_counts() from public;
grant execute on function cases.open_counts() to linli_runtime;
