-- What runs without anybody asking for it: it reads every case, and records what it has told as an event of the case.
insert into access.job_permission (job, operation) values
  ('applications.feedback', 'cases.sweep'), ('applications.holders', 'cases.sweep'),
  ('applications.clock-colours-sweep', 'cases.sweep'), ('applications.clock-colours-sweep', 'applications.tellColour'),
  ('applications.stale-steps-sweep', 'cases.sweep'), ('applications.stale-steps-sweep', 'applications.tellStale');
