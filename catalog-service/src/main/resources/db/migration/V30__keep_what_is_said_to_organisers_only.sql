-- Beside the comment, which is told: what those who organise say to each other. It is in no event.
alter table history_entry add column internal_comment text;

create table conference_change (
    conference_id    uuid        not null references conference,
    revision         bigint      not null,
    changed_at       timestamptz not null,
    author           text,
    comment          text,
    internal_comment text,
    announced        boolean     not null,
    primary key (conference_id, revision)
);
