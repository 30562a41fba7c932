-- The row of a schedule is what every edit locks first, so edits of one conference never meet.
create table schedule (
    conference_id     uuid primary key,
    version           bigint      not null default 0,
    published_at      timestamptz,
    agenda_revision   bigint      not null default 0,
    agenda_changed_at timestamptz
);

-- A removed room keeps its row: its slug is not used again, and the changes that name it stay readable.
create table room (
    id            uuid primary key,
    conference_id uuid    not null references schedule,
    slug          text    not null,
    name          text    not null,
    capacity      integer,
    exclusive     boolean not null,
    position      integer not null,
    revision      bigint  not null,
    removed       boolean not null,
    constraint room_has_a_slug_of_its_own unique (conference_id, slug)
);

-- One row per contribution that was ever placed. "emitted" is the state in its last event, null before the first.
create table slot (
    contribution_id uuid primary key references contribution,
    conference_id   uuid        not null references schedule,
    number          integer     not null,
    room_id         uuid references room,
    starts_at       timestamptz,
    ends_at         timestamptz,
    exclusive       boolean     not null,
    revision        bigint      not null,
    sequence        integer     not null,
    announced       jsonb,
    changed_at      timestamptz not null,
    emitted         jsonb,
    constraint slot_is_placed_or_not check (num_nulls(room_id, starts_at, ends_at) in (0, 3)),
    constraint slot_takes_time check (starts_at < ends_at)
);
create index slot_by_conference on slot (conference_id);
