-- Files of two systems may call two talks the same, and may place one talk differently: each is compared with the last of its own source.
alter table contribution add column external_ids jsonb;
drop index contribution_by_external_id;

alter table imported_place
    add column source text not null default '',
    drop constraint imported_place_pkey,
    add primary key (contribution_id, source);
