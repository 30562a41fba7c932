-- Who the same person is from then on, of presenters who are gone by that.
alter table presenter add column merged_into uuid;
create index presenter_by_successor on presenter (merged_into) where merged_into is not null;
