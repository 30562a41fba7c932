-- Whom a presenter else presents with, and what else goes on at a time: an edit asks this of the talks that it touches only.
create index contribution_by_presenter on contribution using gin (presenters jsonb_path_ops);
create index slot_by_time on slot using gist (conference_id, tstzrange(starts_at, ends_at)) where room_id is not null;
