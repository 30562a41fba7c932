-- Whether organisers have been told of it by mail.
alter table bad_address add column heard boolean not null default false;
