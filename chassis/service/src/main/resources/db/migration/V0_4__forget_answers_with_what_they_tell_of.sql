-- The path that was asked, decoded: what is deleted takes the answers from at and below its own path with it.
-- Null in answers from before, which go within their day.
alter table kept_answer add column path text;
