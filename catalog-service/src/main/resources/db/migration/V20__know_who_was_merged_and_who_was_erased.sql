-- Two records of one person become one. merged_ids: whom those who follow the events know by another id. An alias is what files call
-- somebody who was merged: the next import means the one who stays.
alter table presenter add column merged_ids uuid[] not null default '{}';
create index presenter_by_merged on presenter using gin (merged_ids);
create table presenter_alias (
    id            uuid primary key,
    conference_id uuid not null references conference,
    presenter_id  uuid not null references presenter on delete cascade,
    external_id   text,
    imported      jsonb,
    constraint presenter_alias_external_id_is_unique unique (conference_id, external_id)
);
create index presenter_alias_by_presenter on presenter_alias (presenter_id);

-- Ids that say nothing about anybody. Whoever was listed until they were erased is not to be told that they are no longer.
alter table contribution add column erased_presenters uuid[] not null default '{}';
