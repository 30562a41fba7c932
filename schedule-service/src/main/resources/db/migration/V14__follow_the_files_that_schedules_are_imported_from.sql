-- By what files tell contributions and rooms, and where the last file had each contribution: the next one moves only what it has elsewhere,
-- so that what people moved stays.
alter table contribution add column external_id text;
create index contribution_by_external_id on contribution (conference_id, external_id);
alter table room add column imported_as text;
create table imported_place (
    contribution_id uuid primary key references contribution,
    conference_id   uuid        not null references schedule,
    room            text        not null,
    starts_at       timestamptz not null,
    minutes         integer
);
create index imported_place_by_conference on imported_place (conference_id);
