-- Slugs are in URLs that people keep: unique for ever, and never changed.
create table conference (
    id                 uuid primary key,
    slug               text        not null,
    title              text        not null,
    title_is_given     boolean     not null,
    time_zone          text        not null,
    days               date[]      not null,
    organisers         text[]      not null,
    revision           bigint      not null,
    announced_revision bigint,
    announced_author   text,
    announced_comment  text,
    changed_at         timestamptz not null,
    constraint conference_slug_is_unique unique (slug)
);

create index conference_by_organiser on conference using gin (organisers);
