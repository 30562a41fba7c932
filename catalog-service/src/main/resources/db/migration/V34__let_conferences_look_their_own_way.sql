alter table conference add column look jsonb;
