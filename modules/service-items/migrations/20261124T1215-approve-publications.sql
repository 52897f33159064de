-- A submitted version carries its two-person approval: it is published with it, sent back with its refusal, or taken back.
create or replace function service_items.keep_version() returns trigger language plpgsql as $$
declare me uuid := access.account_id();
begin
  if old.status = 'published' then
    if new.status <> 'published' or new.body <> old.body or new.published_by <> old.published_by
      or new.drafted_by <> old.drafted_by or new.submitted_by <> old.submitted_by or new.approval_id <> old.approval_id
      or lower(new.effective) <> lower(old.effective)
      or (new.effective <> old.effective and (not upper_inf(old.effective) or not exists (
        select 1 from service_items.item_version next
        where next.item_key = new.item_key and next.status = 'submitted' and lower(next.effective) = upper(new.effective)
          and me not in (next.drafted_by, next.submitted_by)))) then
      raise exception 'a published version does not change' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.status = 'published' then
    if old.status <> 'submitted' or new.body <> old.body or new.drafted_by <> old.drafted_by
      or new.submitted_by <> old.submitted_by or new.published_by is distinct from me
      or new.approval_id is distinct from old.approval_id
      or me = old.drafted_by or me = old.submitted_by then
      raise exception 'a version is published by a second person, as it was submitted' using errcode = '42501';
    end if;
    if not exists (select 1 from approvals.approval a where a.id = new.approval_id and a.subject_kind = 'serviceItem'
        and a.subject_id = new.id and a.mode = 'twoPerson' and a.state = 'approved') then
      raise exception 'a version is published once its approval is given' using errcode = '42501';
    end if;
  elsif new.status = 'submitted' then
    if old.status <> 'draft' or new.body <> old.body or new.drafted_by <> old.drafted_by or new.submitted_by is distinct from me
      or new.approval_id is null then
      raise exception 'a draft is submitted as it was written' using errcode = '42501';
    end if;
  elsif new.body <> old.body or new.drafted_by <> old.drafted_by then
    if new.drafted_by is distinct from me then
      raise exception 'who changes a draft is its drafter' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

insert into access.permission (post_kind, operation) values ('itemEditor', 'service-items.sendBack');
