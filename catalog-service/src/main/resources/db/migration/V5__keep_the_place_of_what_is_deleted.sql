-- A deleted row says nothing about anybody. It keeps its slug or number from being used again, and its revision from falling.
alter table conference add column deleted boolean not null default false;
alter table contribution add column deleted boolean not null default false;
