-- Each side is told when it is its turn, and the supervisor when a reply is due.
insert into access.job_permission (job, operation) values
  ('remedies.feedback', 'cases.sweep'),
  ('remedies.clock-colours-sweep', 'cases.sweep'), ('remedies.clock-colours-sweep', 'remedies.tellColour');
