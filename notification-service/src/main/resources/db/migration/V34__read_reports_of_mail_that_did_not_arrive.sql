-- Signs the tokens in envelope senders, by which reports find their mail. One row.
create table return_path_key (key bytea not null);
insert into return_path_key select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
-- report: the digest of the last report about a mail, so that none is heeded twice.
alter table notice add column report text;
create index notice_by_message_id on notice (message_id);
-- Up to where a mailbox of reports has been read: its UIDs rise while UIDVALIDITY stays (RFC 3501, section 2.3.1.1).
create table bounce_mailbox (
    name         text   primary key,
    uid_validity bigint not null,
    last_uid     bigint not null
);
