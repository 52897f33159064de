-- Where a message to somebody goes, told to the sending job alone: an account's own phone; a person's preferred mobile
-- number, else the phone of an account bound to the person. Posts and departments are reached in the app only.
create function notifications.reach(holder text) returns table (phone_cipher bytea, language text)
language plpgsql stable security definer set search_path = pg_temp as $$
declare subject uuid;
begin
  if access.job_name() is distinct from 'notifications.send' then
    raise exception 'only the sending job asks for addresses' using errcode = 'insufficient_privilege';
  end if;
  if holder !~ '^(account|person):[0-9a-f-]{36}$' then return; end if;
  subject := split_part(holder, ':', 2)::uuid;
  if holder like 'account:%' then
    return query select a.phone_cipher, a.language from identity.account a where a.id = subject and a.phone_cipher is not null;
    return;
  end if;
  return query
    select found.phone_cipher, found.language from (
      select p.number_cipher as phone_cipher, 'zh-CN'::text as language, 0 as choice, p.preferred, p.relation = 'own' as own
      from registry.person_phone p
      where p.person_id = subject and p.kind = 'mobile' and not p.do_not_call and p.during @> current_date
      union all
      select a.phone_cipher, a.language, 1, false, true
      from identity.binding b join identity.account a on a.id = b.account_id
      where b.person_id = subject and b.during @> now() and a.phone_cipher is not null
    ) as found
    order by found.choice, found.preferred desc, found.own desc limit 1;
end $$;
revoke all on function notifications.reach(text) from public;
grant execute on function notifications.reach(text) to linli_worker;
