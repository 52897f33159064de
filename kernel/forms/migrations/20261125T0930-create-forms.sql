-- Versioned form definitions. Answers are not kept here: each stands with the case that asked for it.
CREATE SCHEMA forms;
GRANT USAGE ON SCHEMA forms TO linli_runtime;

CREATE TABLE forms.definition (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  key text NOT NULL CHECK (key ~ '^[a-z][a-zA-Z0-9-]{0,58}$'),
  version integer NOT NULL CHECK (version > 0),
  effective_from date NOT NULL,
  effective_to date CHECK (effective_to >= effective_from),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'withdrawn')),
  body jsonb NOT NULL CHECK (body ->> 'key' = key AND (body ->> 'version')::integer = version),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (key, version)
);

-- What somebody filled in must stay readable as it was asked: only a draft changes, and nothing is ever deleted.
CREATE FUNCTION forms.keep_published() RETURNS trigger LANGUAGE plpgsql SET search_path = forms, pg_temp AS $$
BEGIN
  IF OLD.status <> 'draft' AND (NEW.key, NEW.version, NEW.effective_from, NEW.body)
      IS DISTINCT FROM (OLD.key, OLD.version, OLD.effective_from, OLD.body) THEN
    RAISE EXCEPTION 'form % version % is published: add a new version', OLD.key, OLD.version USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status <> 'draft' AND NEW.status = 'draft' THEN
    RAISE EXCEPTION 'form % version % cannot become a draft again', OLD.key, OLD.version USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE ON forms.definition FOR EACH ROW EXECUTE FUNCTION forms.keep_published();

ALTER TABLE forms.definition ENABLE ROW LEVEL SECURITY;
ALTER TABLE forms.definition FORCE ROW LEVEL SECURITY;
CREATE POLICY definition_read ON forms.definition FOR SELECT TO linli_runtime USING (true);
CREATE POLICY definition_draft ON forms.definition FOR INSERT TO linli_runtime
  WITH CHECK (status = 'draft' AND access.permitted('forms.saveDefinition'));
CREATE POLICY definition_change ON forms.definition FOR UPDATE TO linli_runtime
  USING (access.permitted(CASE status WHEN 'draft' THEN 'forms.saveDefinition' ELSE 'forms.publishDefinition' END)
    OR access.permitted('forms.publishDefinition'))
  WITH CHECK (access.permitted(CASE status WHEN 'draft' THEN 'forms.saveDefinition' ELSE 'forms.publishDefinition' END));
-- Migrations and the demo street write as the owner, who is bound by forced row security too.
CREATE POLICY definition_owner ON forms.definition TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT ON forms.definition TO linli_runtime;
GRANT INSERT (id, key, version, effective_from, effective_to, status, body) ON forms.definition TO linli_runtime;
GRANT UPDATE (effective_from, effective_to, status, body) ON forms.definition TO linli_runtime;
