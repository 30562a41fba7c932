-- Whom events knew by an id that is no presenter's any more: who that is now, or, once erased, nobody (null).
create table former_presenter (
    presenter_id  uuid primary key,
    conference_id uuid not null,
    became        uuid
);
create index former_presenter_by_successor on former_presenter (became);
create index contribution_by_presenter on contribution using gin (presenters jsonb_path_ops);
