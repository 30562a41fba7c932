-- What is due is claimed in this order.
create index notice_by_turn on notice ((kind = 'MESSAGE'), next_attempt_at, seq) where state in ('DUE', 'RETRYING', 'AMBIGUOUS');
drop index notice_by_next_attempt;
