-- addressed: whom it was for, as asked. unreached: who could not be written to, and why, by their ids. What became of it for each of the
-- others is in their notice.
create table organiser_message (
    id            uuid primary key,
    seq           bigint generated always as identity,
    conference_id uuid        not null,
    subject       text        not null,
    body          text        not null,
    addressed     jsonb       not null,
    unreached     jsonb       not null,
    author        text        not null,
    created_at    timestamptz not null
);
create index organiser_message_by_conference on organiser_message (conference_id, seq);
