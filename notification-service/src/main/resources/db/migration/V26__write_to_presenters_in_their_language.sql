-- For presenters whose language is not known or not one of ours. What a presenter's is, their replica has had all along.
alter table settings add column default_language text not null default 'en';
-- A PNG in Base64, shown in mails. What is stored is without until the conference changes next.
alter table conference add column logo text;
