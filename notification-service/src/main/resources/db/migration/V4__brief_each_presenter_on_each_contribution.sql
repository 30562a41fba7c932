-- told and told_address: the last notice that was or may have been accepted. settled_*: the announcements
-- (the slot's, the contribution's) that need no more telling. evaluated_*: the revisions that the last
-- evaluation saw, so that a missed touch is found.
create table briefing (
    id                     uuid primary key,
    seq                    bigint generated always as identity,
    conference_id          uuid    not null,
    contribution_id        uuid    not null,
    presenter_id           uuid    not null,
    told                   jsonb,
    told_address           text,
    settled_slot           bigint  not null,
    settled_contribution   bigint  not null,
    sequence               integer,
    bad_address            text,
    baseline               boolean not null,
    last_notice            uuid,
    evaluated_slot         bigint,
    evaluated_contribution bigint,
    evaluated_presenter    bigint,
    constraint briefing_is_one_per_presenter_and_contribution unique (contribution_id, presenter_id)
);
create index briefing_by_conference on briefing (conference_id, seq);
create index briefing_by_presenter on briefing (presenter_id);
