-- Whose numbers these may be is row security's word: one's own and one's wards'.
insert into access.permission (post_kind, operation) values ('resident', 'residents.revealOwn');
