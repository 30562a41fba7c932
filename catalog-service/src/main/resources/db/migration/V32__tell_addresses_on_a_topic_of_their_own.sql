-- Every presenter is told once more, on both topics and at the revision that they have: whoever knows them takes nothing from it, a replica that is
-- built anew finds all addresses, and compaction takes them out of the topic where they were.
lock table presenter in share mode;
insert into outbox (topic, key, type, payload, trace_parent)
select 'lectern.catalog.address.v1', id, 'dev.lectern.address.v1',
    convert_to(cast(jsonb_build_object(
        'id', id, 'revision', revision, 'deleted', false, 'conferenceId', conference_id, 'email', email) as text), 'UTF8'),
    '00-' || replace(cast(gen_random_uuid() as text), '-', '') || '-0000000000000001-00'
from presenter order by id;
insert into outbox (topic, key, type, payload, trace_parent)
select 'lectern.catalog.presenter.v1', id, 'dev.lectern.presenter.v1',
    convert_to(cast(jsonb_build_object(
            'id', id, 'revision', revision, 'deleted', false, 'conferenceId', conference_id, 'honorific', honorific,
            'familyName', family_name, 'givenNames', given_names, 'name', concat_ws(' ', given_names, family_name),
            'affiliation', affiliation, 'locale', locale)
        || jsonb_strip_nulls(jsonb_build_object(
            'changeoverMinutes', changeover_minutes,
            'mergedIds', case when merged_ids <> '{}' then to_jsonb(merged_ids) end)) as text), 'UTF8'),
    '00-' || replace(cast(gen_random_uuid() as text), '-', '') || '-0000000000000001-00'
from presenter order by id;
