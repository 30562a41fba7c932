-- On top of what the revisions of each state are told, 0 until the catalog was restored: one that was restored later may know again what
-- was deleted.
alter table conference add column revisions_from bigint not null default 0;
alter table presenter add column revisions_from bigint not null default 0;
