-- Only the runtime asks who is calling; logins of the sign-in and of the queue have no business here.
revoke execute on all functions in schema access from public;
grant execute on function access.account_id(), access.account_kind(), access.current_posts(), access.holder_keys(), access.job_name(),
  access.keys_of(text, boolean), access.me(), access.operation_keys(text), access.own_persons(), access.permitted(text),
  access.permitted_at(text, uuid) to linli_runtime;
