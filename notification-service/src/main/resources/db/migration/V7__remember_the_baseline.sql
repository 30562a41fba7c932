-- What the topics held at the very first start: all of it counts as told. One row; done_at is null until it is.
create table baseline (
    singleton boolean primary key default true,
    offsets   jsonb   not null,
    done_at   timestamptz,
    constraint baseline_is_made_once check (singleton)
);
