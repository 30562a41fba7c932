-- Changes that are not made yet. Numbers only keep them in the order in which they were begun.
create table draft (
    id            uuid primary key,
    conference_id uuid    not null references schedule,
    number        integer not null,
    name          text    not null,
    base_version  bigint  not null,
    operations    jsonb   not null,
    constraint draft_has_a_number_of_its_own unique (conference_id, number)
);
