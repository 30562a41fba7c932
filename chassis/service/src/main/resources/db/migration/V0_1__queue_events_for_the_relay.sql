-- An event is committed with the state that it tells of. Relays read in the order of this identity:
-- whoever adds a row holds the lock of its aggregate, so the order is right for each key.
create table outbox (
    id           bigint generated always as identity primary key,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    payload      bytea       not null,
    trace_parent text        not null,
    created_at   timestamptz not null default now()
);
