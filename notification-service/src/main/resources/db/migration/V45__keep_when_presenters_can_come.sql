-- When presenters can come, as they said on their own pages: for each day that they ticked, in the conference's local time. Without a row
-- nothing was said; without ranges it was said that any time will do.
create table availability (
    presenter_id  uuid primary key,
    conference_id uuid   not null,
    ranges        jsonb  not null,
    revision      bigint not null
);
create index availability_by_conference on availability (conference_id);

-- The dates of a conference; null until the catalog tells of it again.
alter table conference add column days jsonb;
