-- Nobody until the catalog tells of some: its events from before there were viewers have none.
alter table conference add column viewers text[] not null default '{}';
