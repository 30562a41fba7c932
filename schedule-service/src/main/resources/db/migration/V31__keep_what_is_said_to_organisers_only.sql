-- Beside the comment, which is told: what those who organise say to each other. It is in no event.
alter table change add column internal_comment text;
