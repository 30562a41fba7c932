-- Language, links and authors have become part of what is told. Whoever has them is told once more, at a new revision, since others take nothing
-- from one that they know; nobody is announced anything.
lock table contribution in share row exclusive mode;
with told as (
    update contribution set revision = revision + 1
    where not deleted and (details ->> 'language' is not null
        or details -> 'links' <> '[]' or details -> 'authors' <> '[]' or details -> 'coAuthors' <> '[]')
    returning *)
insert into outbox (topic, key, type, payload, trace_parent)
select 'lectern.catalog.contribution.v1', id, 'dev.lectern.contribution.v1',
    convert_to(cast(jsonb_build_object(
            'id', id, 'revision', revision, 'deleted', false, 'conferenceId', conference_id, 'number', number, 'title', title,
            'abstract', abstract, 'type', type, 'track', track, 'durationMinutes', duration_minutes, 'state', state,
            'withdrawals', withdrawals,
            'presenters', coalesce((
                select jsonb_agg(jsonb_build_object(
                        'id', presenter.id, 'name', concat_ws(' ', given_names, family_name), 'affiliation', affiliation)
                    || case when merged_ids = '{}' then '{}' else jsonb_build_object('mergedIds', merged_ids) end order by place)
                from unnest(presenters) with ordinality as listed (id, place) join presenter on presenter.id = listed.id), '[]'),
            'changedAt', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'announced', case when announced_revision is not null then jsonb_build_object(
                'revision', announced_revision, 'author', announced_author, 'comment', announced_comment) end)
        || jsonb_strip_nulls(jsonb_build_object(
            'sessionClassification', session_classification,
            'expectedAudience', expected_audience,
            'features', case when features <> '{}' then to_jsonb(features) end,
            'externalId', coalesce(
                imported -> 'sources' -> (imported ->> 'latest') ->> 'id',
                (select min(said ->> 'id' collate "C") from jsonb_each(imported -> 'sources') as source (name, said))),
            'externalIds', (
                select jsonb_agg(jsonb_build_object('source', source, 'id', called) order by source collate "C", called collate "C")
                from (select distinct said ->> 'source', said ->> 'id' from jsonb_each(imported -> 'sources') as source (name, said))
                    as name_in_files (source, called)
                where source is not null and called is not null),
            'language', details ->> 'language',
            'erasedPresenters', case when erased_presenters <> '{}' then to_jsonb(erased_presenters) end))
        || case when details -> 'links' = '[]' then '{}' else jsonb_build_object('links', details -> 'links') end
        || coalesce((
            select jsonb_build_object('authors', jsonb_agg(jsonb_build_object('name', name, 'affiliation', affiliation) order by place))
            from (select concat_ws(' ', person ->> 'givenNames', person ->> 'familyName'), person ->> 'affiliation', min(place)
                from jsonb_array_elements((details -> 'authors') || (details -> 'coAuthors')) with ordinality as listed (person, place)
                group by 1, 2) as author (name, affiliation, place)
            having count(*) > 0), '{}') as text), 'UTF8'),
    '00-' || replace(cast(gen_random_uuid() as text), '-', '') || '-0000000000000001-00'
from told order by id;
