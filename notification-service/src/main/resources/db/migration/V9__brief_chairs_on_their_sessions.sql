-- A session is kept like a talk, as that is what it is to its chairs: what they have to be at, somewhere and sometime. It has no number.
alter table contribution alter column number drop not null;
alter table notice alter column contribution_number drop not null;
