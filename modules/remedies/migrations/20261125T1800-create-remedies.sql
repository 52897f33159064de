create schema remedies;
grant usage on schema remedies to linli_runtime;

-- What a remedy has beyond a case. The unique rated case is what makes a rating that is told twice open one remedy.
create table remedies.remedy (
  case_id uuid primary key references cases."case",
  rated_case_id uuid not null unique references cases."case",
  rated_number text not null,
  stars smallint not null check (stars between 1 and 2),
  reply_form_id uuid references forms.definition,
  -- Written by a person about a person, so it rests as ciphertext.
  reply_cipher bytea,
  replied_at timestamptz,
  constraint reply_whole check (num_nonnulls(reply_form_id, reply_cipher, replied_at) in (0, 3))
);

alter table remedies.remedy enable row level security;
alter table remedies.remedy force row level security;
create policy remedy_owner on remedies.remedy to linli_owner using (true) with check (true);
create policy remedy_read on remedies.remedy for select to linli_runtime using (
  exists (select 1 from cases.case_scope s where s.case_id = remedy.case_id
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()) offset 0)
  or (select access.permitted('cases.sweep')));
create policy remedy_write on remedies.remedy for insert to linli_runtime
  with check ((select access.permitted('remedies.openFromRating')) and cases.changed_now(case_id));
create policy remedy_change on remedies.remedy for update to linli_runtime
  using (cases.changed_now(case_id) and (select access.permitted('remedies.reply')))
  with check (cases.changed_now(case_id) and (select access.permitted('remedies.reply')));
grant select, insert on remedies.remedy to linli_runtime;
grant update (reply_form_id, reply_cipher, replied_at) on remedies.remedy to linli_runtime;

-- Whoever rated answers the reply, also with an account that is bound to nobody.
create function remedies.scope_of_rater() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  perform cases.grant_scope(new.case_id, 'account:' || r.by_account, 'rated')
    from cases.rating r where r.case_id = new.rated_case_id and r.by_account is not null;
  return null;
end $$;
revoke execute on function remedies.scope_of_rater() from public;
create trigger scope_of_rater after insert on remedies.remedy for each row execute function remedies.scope_of_rater();

insert into access.permission (post_kind, operation)
select kind, 'remedies.' || verb from (values
  ('supervisor', '{reply,close,inbox,open}'::text[]),
  ('streetLeader', '{inbox,open}'),
  ('resident', '{accept,contest,open,mine}')
) as granted (kind, verbs) cross join lateral unnest(verbs) as verb;
insert into access.job_permission (job, operation) values
  ('remedies.opener', 'cases.sweep'), ('remedies.opener', 'remedies.openFromRating');

insert into notifications.template (key, language, channel, title, body) values
  ('remedies.replied', 'zh-CN', 'inApp', '整改回复', '您对“{item}”（{number}）的评价已有回复，请查看并告诉我们是否认可。'),
  ('remedies.replied', 'zh-CN', 'message', '整改回复', '【{office}】您对“{item}”（{number}）的评价已有回复，请登录查看。'),
  ('remedies.replied', 'zh-Hant', 'inApp', '整改回覆', '您對「{item}」（{number}）的評價已有回覆，請查看並告訴我們是否認可。'),
  ('remedies.replied', 'en', 'inApp', 'A reply to your rating', 'There is a reply to your rating of “{item}” ({number}). Please say whether it settles the matter.'),
  ('remedies.contested', 'zh-CN', 'inApp', '整改不被认可', '{number}“{item}”的整改回复未被认可，请于 {due} 前再次联系并回复。'),
  ('remedies.contested', 'zh-Hant', 'inApp', '整改不被認可', '{number}「{item}」的整改回覆未被認可，請於 {due} 前再次聯繫並回覆。'),
  ('remedies.contested', 'en', 'inApp', 'Reply contested', 'The reply to {number} “{item}” was contested; please talk to the resident again by {due}.'),
  ('remedies.closed', 'zh-CN', 'inApp', '整改已了结', '“{item}”（{number}）的差评整改已了结。仍不满意的，可以随时到窗口提出。'),
  ('remedies.closed', 'zh-Hant', 'inApp', '整改已了結', '「{item}」（{number}）的差評整改已了結。仍不滿意的，可以隨時到窗口提出。'),
  ('remedies.closed', 'en', 'inApp', 'Closed', 'The follow-up to your rating of “{item}” ({number}) is closed. You can come to a window at any time.');

insert into forms.definition (key, version, effective_from, status, body) values ('remedy-reply', 1, '2026-01-01', 'published', $json$
{"key": "remedy-reply", "version": 1, "effective": {"from": "2026-01-01", "to": null},
 "title": {"zh-CN": "差评整改回复", "en": "Reply to a bad rating"},
 "fields": [
  {"key": "cause", "label": {"zh-CN": "原因", "en": "Cause"}, "type": "choice", "required": true, "binding": null, "width": "medium", "sensitive": false,
   "choices": [
    {"value": "slow", "label": {"zh-CN": "办得慢", "en": "Too slow"}},
    {"value": "unclear", "label": {"zh-CN": "没说清楚", "en": "Not explained"}},
    {"value": "attitude", "label": {"zh-CN": "服务态度", "en": "Manner"}},
    {"value": "mistake", "label": {"zh-CN": "办错了", "en": "A mistake"}},
    {"value": "result", "label": {"zh-CN": "对结果不满意", "en": "The result itself"}},
    {"value": "other", "label": {"zh-CN": "其他", "en": "Other"}}]},
  {"key": "done", "label": {"zh-CN": "做了什么", "en": "What was done"}, "help": {"zh-CN": "居民会看到这段话。", "en": "The resident reads these words."},
   "type": "text", "required": true, "binding": null, "width": "full", "sensitive": false, "minLength": 5, "maxLength": 1000, "lines": 4},
  {"key": "contact", "label": {"zh-CN": "怎样联系了居民", "en": "How the resident was reached"}, "type": "choice", "required": true, "binding": null,
   "width": "medium", "sensitive": false,
   "choices": [
    {"value": "phone", "label": {"zh-CN": "电话", "en": "Telephone"}},
    {"value": "visit", "label": {"zh-CN": "上门", "en": "Visit"}},
    {"value": "window", "label": {"zh-CN": "在窗口", "en": "At the window"}},
    {"value": "notReached", "label": {"zh-CN": "多次未联系上", "en": "Not reached in several tries"}}]},
  {"key": "contactOn", "label": {"zh-CN": "联系日期", "en": "On"}, "type": "date", "required": true, "binding": null, "width": "short", "sensitive": false,
   "latest": "today"}
 ]}
$json$);
