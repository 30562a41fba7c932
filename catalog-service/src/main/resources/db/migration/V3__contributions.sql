create table contribution (
    id                 uuid primary key,
    conference_id      uuid        not null references conference,
    number             integer     not null check (number >= 1),
    title              text        not null,
    abstract           text        not null,
    type               text,
    track              text,
    duration_minutes   integer,
    state              text        not null,
    withdrawals        integer     not null,
    presenters         uuid[]      not null,
    imported           jsonb,
    revision           bigint      not null,
    announced_revision bigint,
    announced_author   text,
    announced_comment  text,
    changed_at         timestamptz not null,
    constraint contribution_number_is_unique unique (conference_id, number)
);

create index contribution_by_presenter on contribution using gin (presenters);
