-- As the notification service tells; without a row there is none.
create table contact (
    conference_id uuid    primary key,
    revision      bigint  not null,
    has_contact   boolean not null
);
