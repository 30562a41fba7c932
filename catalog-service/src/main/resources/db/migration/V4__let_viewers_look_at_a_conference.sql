alter table conference add column viewers text[] not null default '{}';

create index conference_by_viewer on conference using gin (viewers);
