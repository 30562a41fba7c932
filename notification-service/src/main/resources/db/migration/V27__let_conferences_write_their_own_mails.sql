-- Parts of mails in a conference's own words. Without a source everybody's part holds; the row stays for its revision.
create table template (
    conference_id uuid   not null,
    name          text   not null,
    source        text,
    revision      bigint not null,
    primary key (conference_id, name)
);
