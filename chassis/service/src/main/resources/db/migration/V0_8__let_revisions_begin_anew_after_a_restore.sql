-- A database that was restored is older than what others know of it. From then on its revisions are told on top of this, which is higher than
-- all that were ever told; 0 before.
create table revision_base (
    only_one boolean primary key default true check (only_one),
    base     bigint  not null
);
insert into revision_base (base) values (0);

-- Other services that said that they were restored, with that base of theirs, and whether what they do not know any more has gone here too.
create table restoration (
    service        text    primary key,
    revisions_from bigint  not null,
    is_followed    boolean not null
);
