-- When its reader has confirmed it; null while it is to be confirmed. The link says so for as long as it would have worked.
alter table address_change add column confirmed_at timestamptz;
