-- What was on the public agenda and is there no more: calendars that have it must hear that it is cancelled, and where it was. A row goes
-- when its booking is public again.
create table last_place (
    id            uuid        primary key,
    conference_id uuid        not null,
    number        integer,
    title         text,
    room          text,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    sequence      integer     not null,
    left_at       timestamptz not null
);
create index last_place_by_conference on last_place (conference_id, left_at desc);
