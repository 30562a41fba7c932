-- A notice may be about no talk and no session, and be for nobody who presents: such mails share the ledger and its deliveries with the
-- others. A replica of an older release knows none of their kinds: where it comes upon one, it gives up before anything is sent, and leaves
-- it to the others.
alter table notice
    alter column briefing_id drop not null,
    alter column appearance_id drop not null,
    alter column appearance_kind drop not null,
    alter column appearance_title drop not null,
    alter column presenter_id drop not null;
-- Which message of the organisers it carries; null for none.
alter table notice add column organiser_message uuid;
create index notice_by_organiser_message on notice (organiser_message, seq) where organiser_message is not null;
create index notice_by_presenter on notice (presenter_id, seq);
