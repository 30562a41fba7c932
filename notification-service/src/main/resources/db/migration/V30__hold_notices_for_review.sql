-- A notice that is HELD waits for somebody to release or discard it. note: what they add for its reader. resends: how often somebody had it
-- sent once more.
alter table settings add column hold boolean not null default false;
alter table notice
    add column note text,
    add column resends integer not null default 0;
-- The index without HELD serves replicas of an older release.
create index notice_open_or_held_by_appearance on notice (appearance_id)
    where state in ('HELD', 'DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS');
create index notice_held_by_briefing on notice (briefing_id) where state = 'HELD';
