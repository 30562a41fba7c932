-- Unknown until the catalog tells: its events from before had none of these.
alter table contribution
    add column session_classification text,
    add column expected_audience integer,
    add column features text[] not null default '{}';
