-- Where a broker is lost, or this database is older than it, offsets begin anew: they are those of one cluster. What earlier releases noted
-- has no cluster, and the broker itself knows as much of it.
alter table consumed_position add column cluster text not null default '';
alter table parked_record add column cluster text not null default '';
alter table parked_record drop constraint parked_record_is_parked_once;
alter table parked_record add constraint parked_record_is_parked_once unique (cluster, topic, partition, record_offset);

-- To which cluster all that this service tells has been told.
create table announced_cluster (
    only_one boolean primary key default true check (only_one),
    cluster  text not null
);
