-- renews: the notice that this one tells anew, in a mail of its own, because somebody asked for that.
alter table notice add column renews uuid;
