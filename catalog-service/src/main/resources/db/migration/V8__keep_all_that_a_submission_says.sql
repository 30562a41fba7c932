alter table contribution
    add column details jsonb not null default
        '{"code": null, "language": null, "links": [], "tags": [], "customFields": [], "authors": [], "coAuthors": []}';

-- What files said is kept by their format. Of what was imported before, nobody knows which that was.
update contribution set imported = jsonb_build_object(
        'latest', 'earlier',
        'sources', jsonb_build_object('earlier', jsonb_build_object('content', imported, 'state', null)))
where imported is not null;

-- What each change has left a contribution as. The first entry of an older one is what it is now.
create table history_entry (
    id              uuid primary key,
    contribution_id uuid        not null references contribution,
    revision        bigint      not null,
    changed_at      timestamptz not null,
    author          text,
    comment         text,
    announced       boolean     not null,
    snapshot        jsonb       not null,
    constraint history_has_a_revision_once unique (contribution_id, revision)
);

insert into history_entry (id, contribution_id, revision, changed_at, author, comment, announced, snapshot)
select gen_random_uuid(), id, revision, changed_at, announced_author, announced_comment, announced_revision = revision,
       jsonb_build_object(
           'content', jsonb_build_object(
               'title', title, 'abstract', abstract, 'type', type, 'track', track, 'durationMinutes', duration_minutes,
               'sessionClassification', session_classification, 'presenters', to_jsonb(presenters), 'details', details),
           'needs', jsonb_build_object('expectedAudience', expected_audience, 'features', to_jsonb(features)),
           'state', state)
from contribution
where not deleted;
