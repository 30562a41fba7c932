-- The address of a presenter's page ends in their token: whoever has it sees the page.
create table presenter_link (
    presenter_id  uuid primary key,
    conference_id uuid        not null,
    token         text        not null unique,
    made_at       timestamptz not null
);
create index presenter_link_by_conference on presenter_link (conference_id);
-- What the reader said of what they were told, and at which SEQUENCE: of anything newer they have not said it.
alter table briefing
    add column answer text,
    add column answer_words text,
    add column answered_at timestamptz,
    add column answered_sequence integer;
