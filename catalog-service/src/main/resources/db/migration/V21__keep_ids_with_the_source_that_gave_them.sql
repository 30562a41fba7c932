-- Two systems may call two people, or two talks, the same. What a file calls somebody belongs to what else that file said; of what was
-- imported before, nobody knows the source, so any may have given it.
update contribution set imported = jsonb_build_object(
        'latest', 'earlier',
        'sources', jsonb_build_object('earlier', jsonb_build_object(
            'state', null,
            'content', jsonb_build_object(
                'title', '', 'abstract', '', 'type', null, 'track', null, 'durationMinutes', null,
                'sessionClassification', null, 'presenters', '[]'::jsonb, 'details', null))))
where external_id is not null and imported is null;

update contribution set imported = jsonb_set(imported, '{sources}', (
        select jsonb_object_agg(key, value || jsonb_build_object('id', external_id))
        from jsonb_each(imported -> 'sources')))
where external_id is not null;

alter table contribution drop column external_id;

update presenter set imported = jsonb_build_object('sources', jsonb_build_object('earlier', jsonb_build_object(
        'name', imported - 'email', 'email', imported -> 'email', 'source', null, 'id', external_id)))
where imported is not null;

alter table presenter drop column external_id;

alter table presenter_alias
    add column source text,
    drop constraint presenter_alias_external_id_is_unique;
