-- bundle: the notice that the message is kept with of all notices with the same bundle, itself among them; null where a notice is a mail
-- of its own.
alter table notice add column bundle uuid;
create index notice_by_mail on notice (coalesce(bundle, id)) where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS');
create index notice_by_bundle on notice (bundle) where bundle is not null;
create index notice_to_forget on notice (created_at) where subject <> '';
alter table settings add column bundle_from integer not null default 4;
