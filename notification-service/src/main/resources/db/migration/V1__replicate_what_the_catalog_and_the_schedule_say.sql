-- Copies of other services' state, each written only where the stored revision is lower. No foreign keys
-- between them: topics arrive in any order. announced_* is the last change that people are to be told of,
-- with the time of that change.
create table conference (
    id         uuid primary key,
    revision   bigint  not null,
    deleted    boolean not null,
    slug       text    not null,
    title      text    not null,
    time_zone  text    not null,
    organisers jsonb   not null
);
create index conference_by_slug on conference (slug);

create table contribution (
    id                 uuid primary key,
    revision           bigint      not null,
    deleted            boolean     not null,
    conference_id      uuid        not null,
    number             integer     not null,
    title              text        not null,
    abstract           text        not null,
    type               text,
    track              text,
    withdrawn          boolean     not null,
    presenters         jsonb       not null,
    changed_at         timestamptz not null,
    announced_revision bigint      not null,
    announced_author   text,
    announced_comment  text,
    announced_at       timestamptz
);
create index contribution_by_number on contribution (conference_id, number);

create table presenter (
    id            uuid primary key,
    revision      bigint  not null,
    deleted       boolean not null,
    conference_id uuid    not null,
    name          text    not null,
    email         text,
    locale        text
);

create table slot (
    contribution_id    uuid primary key,
    revision           bigint      not null,
    conference_id      uuid        not null,
    status             text        not null,
    room               text,
    starts_at          timestamptz,
    ends_at            timestamptz,
    time_zone          text        not null,
    sequence           integer     not null,
    changed_at         timestamptz not null,
    announced_revision bigint      not null,
    announced_author   text,
    announced_comment  text,
    announced_at       timestamptz
);
