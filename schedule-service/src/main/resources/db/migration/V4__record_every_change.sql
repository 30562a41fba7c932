-- Every accepted edit is one row: who, why, what was asked for, and what it altered. "before" and "after" hold the altered slots and
-- rooms, whole, so that a change can be shown and undone without the ones around it.
create table change (
    conference_id uuid        not null references schedule,
    version       bigint      not null,
    author        text        not null,
    comment       text,
    announced     boolean     not null,
    applied_at    timestamptz not null,
    operations    jsonb       not null,
    before        jsonb       not null,
    after         jsonb       not null,
    primary key (conference_id, version)
);
