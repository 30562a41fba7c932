-- Finds notices that still have their bytes, by age.
create index notice_by_age on notice (created_at) where message <> '';
