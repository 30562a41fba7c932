-- The revision of what a presenter said last on their own page; 0 where they said nothing. Organisers may have changed it since.
alter table availability add column told_revision bigint not null default 0;
