-- On top of what the revisions of each state are told: 0 until the service that told it was restored.
alter table conference add column revisions_from bigint not null default 0;
alter table address add column revisions_from bigint not null default 0;
alter table appearance add column revisions_from bigint not null default 0;
alter table slot add column revisions_from bigint not null default 0;
-- Of the event that said so: a catalog that was restored later may know the presenter again.
alter table former_presenter add column revisions_from bigint not null default 0;
