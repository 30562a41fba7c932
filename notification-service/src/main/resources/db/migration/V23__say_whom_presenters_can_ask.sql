-- A mailbox that answers go to, and that publication asks for.
alter table settings add column contact text;
