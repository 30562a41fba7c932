create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Letters without accents and case. unaccent() is only stable, since its dictionary could be another one; ours is named and comes with it.
create function fold(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- words: short texts, in which letters may be wrong. document: all of it, by word.
create table contribution_search (
    contribution_id uuid primary key references contribution,
    conference_id   uuid     not null,
    words           text     not null,
    document        tsvector not null
);

create index contribution_search_by_conference on contribution_search (conference_id);
create index contribution_search_by_letters on contribution_search using gin (words gin_trgm_ops);
create index contribution_search_by_word on contribution_search using gin (document);

create view searched_contribution as
select c.id as contribution_id,
       c.conference_id,
       fold(concat_ws(' ', c.number, c.details ->> 'code', c.title, people.names)) as words,
       setweight(to_tsvector('simple', fold(concat_ws(' ', c.number, c.details ->> 'code', c.title))), 'A')
           || setweight(to_tsvector('simple', fold(coalesce(people.names, ''))), 'B')
           || setweight(to_tsvector('simple', fold(left(c.abstract, 100000))), 'D') as document
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

insert into contribution_search select * from searched_contribution;
