-- Replicas: whole states, written where the stored revision is lower. Deleted rows stay, so that an old event cannot bring them back.
-- No foreign key between them: the topics are read side by side, and either may come first.
create table conference (
    id                 uuid primary key,
    slug               text    not null,
    title              text    not null,
    time_zone          text    not null,
    days               date[]  not null,
    organisers         text[]  not null,
    revision           bigint  not null,
    deleted            boolean not null,
    announced_revision bigint  not null
);
create index conference_by_slug on conference (slug);

create table contribution (
    id                 uuid primary key,
    conference_id      uuid        not null,
    number             integer     not null,
    title              text        not null,
    abstract           text        not null,
    type               text,
    track              text,
    duration_minutes   integer,
    withdrawn          boolean     not null,
    withdrawals        integer     not null,
    presenters         jsonb       not null,
    changed_at         timestamptz not null,
    revision           bigint      not null,
    deleted            boolean     not null,
    announced_revision bigint      not null
);
create index contribution_by_number on contribution (conference_id, number);
