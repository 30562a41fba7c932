-- A conference without a row has the defaults at revision 1.
create table settings (
    conference_id uuid primary key,
    quiet_millis  bigint not null,
    max_millis    bigint not null,
    sender        text   not null,
    reply_to      text,
    revision      bigint not null,
    constraint settings_wait_in_order check (0 <= quiet_millis and quiet_millis <= max_millis)
);

-- Whom calendar programs take for the organizer of the talks: fixed at the first notice, because a calendar
-- program files an update under the organizer whom it knows.
create table organizer (
    conference_id uuid primary key,
    address       text not null
);
