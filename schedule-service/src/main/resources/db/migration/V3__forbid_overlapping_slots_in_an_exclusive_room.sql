-- The last word on double booking, whatever the code or a second replica does. Deferred, so that one change may swap two talks.
create extension if not exists btree_gist;
alter table slot add constraint slot_has_its_exclusive_room_alone
    exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
    where (exclusive and room_id is not null)
    deferrable initially deferred;
-- The constraint's index leaves out rooms that are not exclusive, whose talks are looked up too.
create index slot_by_room on slot (room_id);
