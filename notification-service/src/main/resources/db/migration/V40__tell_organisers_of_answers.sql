-- Which conferences' organisers are to hear of answers, and when.
create table answers_due (
    conference_id uuid primary key,
    due_at        timestamptz not null
);
-- When the answer was given that organisers have heard of; null for none.
alter table briefing add column answer_heard_at timestamptz;
