-- Whom a message of the organisers is for, in the order of their names. reason: why they get none; null where they get one. notice_id: the
-- notice that was composed for them; null while it is still to be composed.
create table message_recipient (
    seq           bigint generated always as identity primary key,
    message_id    uuid not null,
    conference_id uuid not null,
    presenter_id  uuid not null,
    reason        text,
    notice_id     uuid,
    constraint message_goes_to_a_presenter_once unique (message_id, presenter_id)
);
create index message_recipient_by_message on message_recipient (message_id, seq);
create index message_recipient_by_presenter on message_recipient (presenter_id);
create index message_recipient_by_conference on message_recipient (conference_id);
create index message_recipient_to_compose on message_recipient (seq) where reason is null and notice_id is null;

insert into message_recipient (message_id, conference_id, presenter_id, notice_id)
select organiser_message, conference_id, presenter_id, id from notice
where organiser_message is not null order by seq
on conflict do nothing;
insert into message_recipient (message_id, conference_id, presenter_id, reason)
select id, conference_id, cast(one ->> 'presenter' as uuid), one ->> 'reason'
from organiser_message, jsonb_array_elements(unreached) as one order by seq
on conflict do nothing;

-- hold: whether its mails are to be looked at first, as the settings had it when it was written.
alter table organiser_message
    add column hold boolean not null default false,
    alter column unreached drop not null;
