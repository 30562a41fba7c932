-- One row per room or presenter of whom anything was said; of the others it is taken that they are always available. No reference to the
-- schedule: it would lock a row that edits lock first.
create table availability (
    subject_id    uuid primary key,
    conference_id uuid   not null,
    ranges        jsonb  not null,
    revision      bigint not null
);
create index availability_by_conference on availability (conference_id);
