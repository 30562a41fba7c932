-- What a presenter appears in is a talk, or a session that they chair. Sessions were contributions without a number.
alter table contribution rename to appearance;
alter index contribution_by_number rename to appearance_by_number;
alter index contribution_by_presenter rename to appearance_by_presenter;
alter table appearance add column kind text;
update appearance set kind = case when number is null then 'SESSION' else 'TALK' end;
alter table appearance
    alter column kind set not null,
    add constraint appearance_has_a_number_if_it_is_a_talk check (case kind
        when 'TALK' then number is not null
        when 'SESSION' then number is null
        else false
    end);

alter table slot rename column contribution_id to appearance_id;
alter table touch rename column contribution_id to appearance_id;

alter table briefing rename column contribution_id to appearance_id;
alter table briefing rename column settled_contribution to settled_appearance;
alter table briefing rename column evaluated_contribution to evaluated_appearance;
alter table briefing rename constraint briefing_is_one_per_presenter_and_contribution
    to briefing_is_one_per_presenter_and_appearance;

alter table notice rename column contribution_id to appearance_id;
alter table notice rename column contribution_number to appearance_number;
alter table notice rename column contribution_title to appearance_title;
alter table notice rename column settles_contribution to settles_appearance;
alter index notice_open_by_contribution rename to notice_open_by_appearance;
alter table notice add column appearance_kind text;
update notice set appearance_kind = case when appearance_number is null then 'SESSION' else 'TALK' end;
alter table notice alter column appearance_kind set not null;
