-- Somebody without a committee (no home here): the step falls to the street's supervisor, who therefore has to be able to take and end it.
insert into access.permission (post_kind, operation) values
  ('supervisor', 'applications.claimStep'), ('supervisor', 'applications.releaseStep'), ('supervisor', 'applications.decideStep');
