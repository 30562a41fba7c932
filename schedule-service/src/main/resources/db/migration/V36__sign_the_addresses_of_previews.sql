-- What the addresses of a conference's previews are signed with. Without one, no address is valid.
create table preview_key (
  conference_id uuid primary key,
  key bytea not null
);
