-- Unknown until the catalog tells: its events from before had none of these.
alter table contribution
    add column language text,
    add column links    jsonb not null default '[]',
    add column authors  jsonb not null default '[]';
