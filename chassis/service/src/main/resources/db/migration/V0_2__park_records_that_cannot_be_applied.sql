-- Nothing is lost and nothing blocks: a record that makes no sense waits here for a person or a newer release.
create table parked_record (
    id               bigint generated always as identity primary key,
    topic            text        not null,
    partition        integer     not null,
    record_offset    bigint      not null,
    key              text,
    type             text,
    payload          bytea,
    reason           text        not null,
    parked_at        timestamptz not null default now(),
    constraint parked_record_is_parked_once unique (topic, partition, record_offset)
);
