-- A slot has the id of its contribution. The column only keeps the reference between them.
alter table booking
    drop constraint booking_is_a_slot_a_break_or_a_session,
    drop column contribution_id;
alter table booking
    add column contribution_id uuid generated always as (case kind when 'SLOT' then id end) stored references contribution,
    add constraint booking_is_a_slot_a_break_or_a_session check (
        case kind
            when 'SLOT' then num_nulls(number, revision) = 0 and num_nulls(room_id, starts_at, ends_at) in (0, 3)
            when 'BREAK' then num_nonnulls(number, session_id) = 0 and num_nulls(title, starts_at, ends_at) = 0
            when 'SESSION' then num_nonnulls(number, session_id) = 0
                and num_nulls(title, chairs, revision) = 0 and num_nulls(room_id, starts_at, ends_at) in (0, 3)
            else false
        end);
