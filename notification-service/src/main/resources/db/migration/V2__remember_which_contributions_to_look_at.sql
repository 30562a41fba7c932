-- One row for each contribution that something happened to. The row's lock serialises those who change what
-- an evaluation reads with the evaluation itself. Lock order everywhere: touch, notice, briefing.
create table touch (
    contribution_id uuid primary key,
    conference_id   uuid        not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null
);
