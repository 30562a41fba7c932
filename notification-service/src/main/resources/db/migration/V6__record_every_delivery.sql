-- One attempt to hand a notice to the mail server. It is committed before the attempt starts; a row without
-- an outcome is an attempt under way, or one that nobody knows the end of.
create table delivery (
    notice_id   uuid        not null references notice,
    attempt     integer     not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text,
    reply       text,
    primary key (notice_id, attempt)
);
