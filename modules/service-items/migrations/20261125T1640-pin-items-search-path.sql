alter function service_items.may_edit(text, uuid) set search_path = pg_temp;
alter function service_items.street_of(text) set search_path = pg_temp;
alter function service_items.keep_version() set search_path = pg_temp;
