-- told: the facts that the notice tells, null where it says that there are none any more. message: the bytes
-- that every attempt sends, made once.
create table notice (
    id                   uuid primary key,
    seq                  bigint generated always as identity,
    conference_id        uuid        not null,
    briefing_id          uuid        not null references briefing,
    contribution_id      uuid        not null,
    contribution_number  integer     not null,
    contribution_title   text        not null,
    presenter_id         uuid        not null,
    presenter_name       text        not null,
    kind                 text        not null,
    state                text        not null,
    reason               text,
    subject              text        not null,
    to_address           text        not null,
    author               text,
    comment              text,
    schedule_version     bigint      not null,
    differences          jsonb       not null,
    told                 jsonb,
    settles_slot         bigint      not null,
    settles_contribution bigint      not null,
    sequence             integer     not null,
    message_id           text        not null,
    message              bytea       not null,
    created_at           timestamptz not null,
    sent_at              timestamptz,
    attempts             integer     not null,
    next_attempt_at      timestamptz,
    lease_until          timestamptz,
    lease_holder         uuid
);
create index notice_by_conference on notice (conference_id, seq);
create unique index notice_is_the_only_open_one on notice (briefing_id)
    where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS');
create index notice_open_by_contribution on notice (contribution_id)
    where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS');
create index notice_by_next_attempt on notice (next_attempt_at) where state in ('DUE', 'RETRYING', 'AMBIGUOUS');
create index notice_by_lease on notice (lease_until) where state = 'SENDING';
