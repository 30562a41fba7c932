-- Addresses of a conference's presenters that take no mail, why, and whose it was that first did not. What was known of them was in each
-- briefing, which replicas of an older release go on reading.
create table bad_address (
    conference_id uuid        not null,
    address       text        not null,
    presenter_id  uuid        not null,
    reason        text,
    since         timestamptz not null,
    primary key (conference_id, address)
);
create index bad_address_by_presenter on bad_address (presenter_id);
insert into bad_address (conference_id, address, presenter_id, reason, since)
    select distinct on (conference_id, bad_address) conference_id, bad_address, presenter_id,
        (select reason from notice
            where briefing_id = briefing.id and to_address = bad_address and state = 'FAILED' order by seq desc limit 1),
        now()
    from briefing where bad_address is not null order by conference_id, bad_address, seq;
