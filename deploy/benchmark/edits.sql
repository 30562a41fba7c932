-- The statements of one edit as the schedule-service sends them, in its two transactions: who may edit, and the
-- edit. Parameters: :slug, :talks.
\set number random(1, :talks)
\set minute random(0, 30)
begin;
select id as conference, time_zone, title, days, organisers, revision, deleted, announced_revision from conference where slug = :slug and not deleted fetch first 1 rows only \gset
commit;
begin;
select agenda_changed_at, agenda_revision, published_at, version from schedule where conference_id = :conference for no key update \gset
select id as contribution, title, abstract, type, track, duration_minutes, withdrawn, withdrawals, presenters, changed_at, revision, deleted, announced_revision from contribution where conference_id = :conference and number = :number and not deleted \gset
select id, time_zone, title, days, organisers, viewers, revision, deleted, announced_revision from conference where id = :conference;
select id, title, abstract, type, track, duration_minutes, withdrawn, withdrawals, presenters, changed_at, revision, deleted, announced_revision from contribution where conference_id = :conference and number = :number and not deleted;
select room_id as room, announced, emitted, date_trunc('hour', starts_at) as hour, date_trunc('hour', starts_at) + :minute * interval '1 minute' as starts_at, date_trunc('hour', starts_at) + (:minute + 30) * interval '1 minute' as ends_at, exclusive, revision, sequence, changed_at from booking where id = :contribution \gset
select slug as room_slug, name, capacity, exclusive, position, revision, removed from room where id = :room \gset
select id, name, capacity, exclusive, position, revision, removed from room where conference_id = :conference and slug = :room_slug and not removed fetch first 1 rows only;
select id, kind, contribution_id, announced, emitted, starts_at, ends_at, exclusive, revision, sequence, changed_at from booking where room_id = :room and starts_at < :ends_at and ends_at > :starts_at;
insert into outbox (topic, key, type, payload, trace_parent) values ('lectern.schedule.slot.v1', :contribution, 'dev.lectern.slot.v1', convert_to(cast(:emitted as text) || repeat(' ', 350), 'UTF8'), '00-00000000000000000000000000000000-0000000000000000-00') returning id;
insert into change (after, announced, applied_at, author, before, comment, operations, rooms, talks, conference_id, version) values (jsonb_build_object('rooms', '{}'::jsonb, 'slots', cast(:emitted as jsonb)), true, now(), 'organiser', jsonb_build_object('rooms', '{}'::jsonb, 'slots', cast(:emitted as jsonb)), null, jsonb_build_array(cast(:emitted as jsonb)), array[:room_slug], array[cast(:number as integer)], :conference, :version + 1);
update schedule set agenda_changed_at = now(), agenda_revision = :agenda_revision + 1, version = :version + 1 where conference_id = :conference;
update booking set announced = :announced, changed_at = now(), emitted = :emitted, ends_at = :ends_at, exclusive = true, number = :number, revision = :version + 1, room_id = :room, sequence = :sequence + 1, starts_at = :starts_at where id = :contribution;
set constraints slot_has_its_exclusive_room_alone immediate;
set constraints slot_has_its_exclusive_room_alone deferred;
commit;
