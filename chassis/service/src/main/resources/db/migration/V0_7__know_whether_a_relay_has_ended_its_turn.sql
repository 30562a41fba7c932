-- A relay's turn with the outbox takes a number, which not even a rollback or a crash gives back, and notes it here when it ends. Where
-- a number is missing, a relay may have lost its lock while the broker still kept it waiting.
create sequence relay_turn;
create table relay (
    only_one   boolean primary key default true check (only_one),
    ended_turn bigint not null
);
insert into relay (ended_turn) select last_value from relay_turn;
