-- A room that is renamed is still the room it was. What was stored before stays without, and is then said to have changed, not moved.
alter table slot add column room_slug text;
