-- A position is a place within a room, such as the number of a poster's board.
alter table slot
    add column position integer,
    add column pinned boolean not null default false,
    add constraint slot_is_only_pinned_to_a_place check (room_id is not null or position is null and not pinned);

-- The numbers of the contributions that a change altered, and the slugs of the rooms that it altered or in which those are or were: what a
-- later change is compared with.
alter table change
    add column talks integer[] not null default '{}',
    add column rooms varchar[] not null default '{}';
update change set
    talks = array(
        select cast(touched.number as integer)
        from (select jsonb_object_keys(before -> 'slots') union select jsonb_object_keys(after -> 'slots')) touched (number)
        order by 1),
    rooms = array(
        select touched.slug
        from (select jsonb_object_keys(before -> 'rooms') union select jsonb_object_keys(after -> 'rooms')
              union select slot.value -> 'room' ->> 'slug' from jsonb_each(before -> 'slots') slot
              union select slot.value -> 'room' ->> 'slug' from jsonb_each(after -> 'slots') slot) touched (slug)
        where touched.slug is not null order by 1);
