-- A row is committed with the effect that it answers for. The key's uniqueness makes a twin wait.
create table kept_answer (
    id         bytea       primary key,
    request    bytea       not null,
    begun_at   timestamptz not null default now(),
    status     integer,
    location   text,
    entity_tag text,
    body       bytea
);
create index kept_answer_by_age on kept_answer (begun_at);
