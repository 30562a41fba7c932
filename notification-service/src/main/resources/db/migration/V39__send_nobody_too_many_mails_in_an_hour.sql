-- waits_until: its reader has got as many mails as are to be sent within an hour, and is told what is so by then.
alter table settings add column mails_per_hour integer not null default 1000;
alter table briefing add column waits_until timestamptz;
create index briefing_by_wait on briefing (waits_until) where waits_until is not null;
