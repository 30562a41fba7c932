-- Who chairs a session may present nothing, so what the catalog tells of presenters is kept too; their addresses are not.
create table presenter (
    id                 uuid primary key,
    conference_id      uuid    not null,
    name               text    not null,
    changeover_minutes integer,
    revision           bigint  not null,
    deleted            boolean not null
);
create index presenter_by_conference on presenter (conference_id);

-- A session takes a room and time beside the talks and breaks in it: only another session stands in its way.
alter table booking
    add column chairs uuid[],
    add column session_id uuid references booking deferrable initially deferred,
    drop constraint booking_is_a_slot_or_a_break,
    add constraint booking_is_a_slot_a_break_or_a_session check (
        case kind
            when 'SLOT' then contribution_id = id and num_nulls(number, revision) = 0
                and num_nulls(room_id, starts_at, ends_at) in (0, 3)
            when 'BREAK' then num_nonnulls(contribution_id, number, session_id) = 0
                and num_nulls(title, starts_at, ends_at) = 0
            when 'SESSION' then num_nonnulls(contribution_id, number, session_id) = 0
                and num_nulls(title, chairs, revision) = 0 and num_nulls(room_id, starts_at, ends_at) in (0, 3)
            else false
        end),
    add constraint booking_is_only_in_a_session_with_a_place check (session_id is null or room_id is not null),
    drop constraint slot_has_its_exclusive_room_alone,
    add constraint slot_has_its_exclusive_room_alone
        exclude using gist (
            room_id with =,
            (case kind when 'SESSION' then 1 else 0 end) with =,
            tstzrange(starts_at, ends_at) with &&)
        where (exclusive and room_id is not null)
        deferrable initially deferred;
create index slot_by_session on booking (session_id) where session_id is not null;
create index session_by_conference on booking (conference_id) where kind = 'SESSION';
create index session_by_chair on booking using gin (chairs) where kind = 'SESSION';
