-- The street enters a newly published year itself, without waiting for a release.
CREATE POLICY day_add ON calendar.day FOR INSERT TO linli_runtime WITH CHECK (access.permitted('calendar.setDay'));
CREATE POLICY day_change ON calendar.day FOR UPDATE TO linli_runtime
  USING (access.permitted('calendar.setDay')) WITH CHECK (access.permitted('calendar.setDay'));
CREATE POLICY span_change ON calendar.span FOR UPDATE TO linli_runtime
  USING (access.permitted('calendar.setDay')) WITH CHECK (access.permitted('calendar.setDay'));
GRANT INSERT, UPDATE ON calendar.day TO linli_runtime;
GRANT UPDATE (known_until) ON calendar.span TO linli_runtime;
