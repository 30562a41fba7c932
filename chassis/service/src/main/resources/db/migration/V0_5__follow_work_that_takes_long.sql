-- What has been applied of each partition of a topic, with the effect itself: whoever asks whether all is there that was sent needs no guess.
create table consumed_position (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- Work that goes on after its request. Its process says every second that it is still at it; its end is a kept answer, in the transaction of
-- the effect.
create table job (
    id         uuid        primary key,
    path       text        not null,
    phase      text        not null,
    done       bigint      not null,
    total      bigint      not null,
    started_at timestamptz not null default now(),
    beat_at    timestamptz not null default now()
);
create index job_by_age on job (started_at);
