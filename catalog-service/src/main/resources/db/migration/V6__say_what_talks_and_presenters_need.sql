-- What organisers plan with, and nobody else sees.
alter table contribution
    add column session_classification text,
    add column expected_audience integer,
    add column features text[] not null default '{}';
alter table presenter add column changeover_minutes integer;
