-- imported: what the last import said, so that the next one writes only what the file changed and people's edits stay.
create table presenter (
    id            uuid primary key,
    conference_id uuid   not null references conference,
    honorific     text,
    family_name   text   not null,
    given_names   text,
    affiliation   text,
    email         text,
    locale        text,
    imported      jsonb,
    revision      bigint not null
);

create index presenter_by_name on presenter (conference_id, family_name, id);
