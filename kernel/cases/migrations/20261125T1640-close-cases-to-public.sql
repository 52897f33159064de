revoke execute on all functions in schema cases from public;
grant execute on function cases.visible(uuid), cases.may(uuid, text), cases.changed_now(uuid) to linli_runtime;
