-- What a presenter chose on their page, and over which word of the catalog's: it holds until the catalog says something else.
alter table presenter
    add column own_locale text,
    add column own_locale_over text;
alter table address
    add column own_email text,
    add column own_email_over text;
-- A new address of a presenter that is to be confirmed from there: whoever has the secret can.
create table address_change (
    presenter_id  uuid primary key,
    conference_id uuid        not null,
    address       text        not null,
    secret        text        not null unique,
    made_at       timestamptz not null
);
create index address_change_by_conference on address_change (conference_id);
