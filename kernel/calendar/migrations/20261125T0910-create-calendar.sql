-- Working days are data of our own: a library that answers "workday" for years it does not know must not set a deadline.
CREATE SCHEMA calendar;
GRANT USAGE ON SCHEMA calendar TO linli_runtime;

CREATE TABLE calendar.day (
  "on" date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('workday', 'holiday', 'weekend', 'adjustedWorkday')),
  name text,
  source text NOT NULL
);
COMMENT ON COLUMN calendar.day.kind IS 'adjustedWorkday (调休上班): a weekend day worked in exchange for a longer holiday';

-- One row: the first and last day that published holiday notices cover. Past it every deadline is provisional.
CREATE TABLE calendar.span (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  known_from date NOT NULL,
  known_until date NOT NULL,
  CHECK (known_from <= known_until)
);

ALTER TABLE calendar.day ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar.day FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar.span ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar.span FORCE ROW LEVEL SECURITY;

CREATE POLICY day_read ON calendar.day FOR SELECT TO linli_runtime USING (true);
CREATE POLICY span_read ON calendar.span FOR SELECT TO linli_runtime USING (true);
-- Migrations write as the owner, who is bound by forced row security too.
CREATE POLICY day_owner ON calendar.day TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY span_owner ON calendar.span TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT ON calendar.day, calendar.span TO linli_runtime;
