-- Both indexes know the conference, so that what others have does not slow a search. Without a list of what is still to be sorted in, the
-- first searches after an import are as quick as later ones. The number breaks ties before the contributions themselves are read.
create extension if not exists btree_gin;

create or replace view searched_contribution as
select c.id as contribution_id,
       c.conference_id,
       fold(concat_ws(' ', c.number, c.details ->> 'code', c.title, people.names)) as words,
       setweight(to_tsvector('simple', fold(concat_ws(' ', c.number, c.details ->> 'code', c.title))), 'A')
           || setweight(to_tsvector('simple', fold(coalesce(people.names, ''))), 'B')
           || setweight(to_tsvector('simple', fold(left(c.abstract, 100000))), 'D') as document,
       c.number
from contribution c
cross join lateral (
    select string_agg(name, ' ') as names
    from (select concat_ws(' ', p.given_names, p.family_name) as name
          from presenter p
          where p.id = any (c.presenters)
          union all
          select concat_ws(' ', a ->> 'givenNames', a ->> 'familyName')
          from jsonb_array_elements(c.details -> 'authors' || (c.details -> 'coAuthors')) a) named) people
where not c.deleted;

drop index contribution_search_by_conference;
drop index contribution_search_by_letters;
drop index contribution_search_by_word;

alter table contribution_search add column number integer;
update contribution_search s set number = c.number from contribution c where c.id = s.contribution_id;
alter table contribution_search alter column number set not null;

create index contribution_search_by_letters on contribution_search using gin (conference_id, words gin_trgm_ops) with (fastupdate = off);
create index contribution_search_by_word on contribution_search using gin (conference_id, document) with (fastupdate = off);
