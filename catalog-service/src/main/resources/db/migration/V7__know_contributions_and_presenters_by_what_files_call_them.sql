-- What other systems call them: guids, codes, ids. An import finds them by that, whatever people renamed since.
alter table contribution
    add column external_id text,
    add constraint contribution_external_id_is_unique unique (conference_id, external_id);
alter table presenter
    add column external_id text,
    add constraint presenter_external_id_is_unique unique (conference_id, external_id);
