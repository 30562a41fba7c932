create table pebble (
    id       uuid primary key,
    weight   integer not null check (weight > 0),
    revision bigint  not null
);
