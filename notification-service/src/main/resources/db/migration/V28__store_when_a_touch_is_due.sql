-- When an appearance is due is kept beside its touch, so that an index finds what is. A replica of an older release stores none: what it
-- touches first waits as long as is usual.
-- in_company: others were altered together with it, and are touched as well.
alter table touch
    add column due_at timestamptz not null default now() + interval '2 minutes',
    add column in_company boolean not null default false;
update touch set due_at = coalesce(
    (select least(
        touch.last_at + settings.quiet_millis * interval '1 millisecond',
        touch.first_at + settings.max_millis * interval '1 millisecond')
    from settings where settings.conference_id = touch.conference_id),
    least(touch.last_at + interval '2 minutes', touch.first_at + interval '15 minutes'));
create index touch_by_due_at on touch (due_at);
