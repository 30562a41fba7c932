-- What a change has altered whose author wants its mails to be looked at first.
alter table touch add column hold boolean not null default false;
-- Whether what waits is to be held once its time comes.
alter table briefing add column waits_held boolean not null default false;
