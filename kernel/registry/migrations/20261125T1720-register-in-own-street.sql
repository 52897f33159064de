-- A post registers people in the streets that it covers, and nowhere else.
alter policy person_register on registry.person with check (access.permitted_at('people.register', subdistrict_id));
