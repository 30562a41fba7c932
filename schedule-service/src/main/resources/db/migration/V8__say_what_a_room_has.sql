-- What talks may ask for, and how long the room needs between two of them: null when nobody said.
alter table room
    add column features           text[] not null default '{}',
    add column changeover_minutes integer;
