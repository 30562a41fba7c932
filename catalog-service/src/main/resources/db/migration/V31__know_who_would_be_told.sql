-- Where a talk (its contribution's id) or a session stands, as the schedule last told. Kept so that an edit can say whom it tells.
create table placement (
    id uuid primary key,
    conference_id uuid not null,
    revision bigint not null,
    is_scheduled boolean not null,
    room_slug text,
    -- Of a session; null for a talk.
    session_title text,
    chairs uuid[] not null
);

create index placement_of_conference on placement (conference_id) where is_scheduled;
