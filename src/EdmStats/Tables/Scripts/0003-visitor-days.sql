-- Who was there, by quarter of an hour and by day of UTC: step is 15 or 1440, as in history_counts. A day that has a row has all
-- of its quarters in it; one of before has none until something is counted in it again, and is asked by its quarters until then.
-- The old table is renamed first: whoever is still writing into it is waited for, and nobody writes into it any more.
alter table history_visitors rename to history_visitors_before;
create table history_visitors (
  who $text$ not null,
  step integer not null,
  at bigint not null,
  sketch $bytes$ not null,
  primary key (who, step, at)
);
insert into history_visitors select who, 15, at, sketch from history_visitors_before;
drop table history_visitors_before;
