-- A lane of thousands is answered with its first homes: the index gives their order, whatever street they are of.
create index dwelling_address on registry.dwelling (address_key);
