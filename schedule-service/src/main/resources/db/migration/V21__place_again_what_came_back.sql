-- How often a contribution had been withdrawn when a file was read: one that came back since is placed where the file has it.
alter table imported_place add column withdrawals integer not null default 0;

update imported_place place set withdrawals = contribution.withdrawals
from contribution
where contribution.id = place.contribution_id;
