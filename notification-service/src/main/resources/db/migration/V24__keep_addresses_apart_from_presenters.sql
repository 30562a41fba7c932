-- Addresses come on a topic of their own, and so each has a revision of its own. What is known stays: the catalog tells it again at the revision
-- that it has here, so nobody is told anything.
create table address (
    id            uuid primary key,
    revision      bigint  not null,
    deleted       boolean not null,
    conference_id uuid    not null,
    email         text
);
insert into address (id, revision, deleted, conference_id, email)
    select id, revision, deleted, conference_id, case when not deleted then email end from presenter;
alter table presenter drop column email;

alter table briefing add column evaluated_address bigint;
update briefing set evaluated_address = evaluated_presenter;
