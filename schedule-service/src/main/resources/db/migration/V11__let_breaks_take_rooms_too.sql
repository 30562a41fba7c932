-- Whatever takes time, and a room or all of them: the placing of a contribution (a slot), or a break. One table, so that one exclusion
-- constraint sees both.
alter table slot rename to booking;
alter table booking
    add column id uuid,
    add column kind text not null default 'SLOT',
    add column title text,
    add column description text,
    alter column number drop not null,
    alter column revision drop not null;
update booking set id = contribution_id;
alter table booking
    drop constraint slot_pkey,
    add primary key (id),
    alter column contribution_id drop not null,
    alter column kind drop default,
    drop constraint slot_is_placed_or_not,
    add constraint booking_is_a_slot_or_a_break check (
        case kind
            when 'SLOT' then contribution_id = id and num_nulls(number, revision) = 0
                and num_nulls(room_id, starts_at, ends_at) in (0, 3)
            when 'BREAK' then num_nonnulls(contribution_id, number) = 0 and num_nulls(title, starts_at, ends_at) = 0
            else false
        end);
create index break_by_conference on booking (conference_id) where kind = 'BREAK';
