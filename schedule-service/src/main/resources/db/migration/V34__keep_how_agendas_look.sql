-- As all of them do until the catalog tells otherwise.
alter table conference add column look jsonb not null default '{"accent": null, "welcome": null}';
