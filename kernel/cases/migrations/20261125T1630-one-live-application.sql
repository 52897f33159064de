-- Two windows at the same moment, or two streets that do not see each other's cases: the same person's same matter is open once.
create unique index one_live_application on cases."case" (applicant_person_id, subject_key)
  where closed_at is null and applicant_person_id is not null and case_type = 'application';
