-- bundle: the notice whose message is that of all notices with the same bundle, itself among them; null where a notice has a message of
-- its own.
alter table notice add column bundle uuid;
create index notice_by_mail on notice (coalesce(bundle, id)) where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS');
