-- Whose birthday is near is asked of everybody, every day.
create index person_birth_on on registry.person (birth_on) where died_on is null;
