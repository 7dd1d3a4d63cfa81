-- One script for both databases, and the words in dollars are those in which they differ (Dialect.cs).

-- What happened, by kind and key, in steps of 1, 15 and 1440 minutes. at: minutes since 1970, UTC, a multiple of the step.
-- key and currency are empty where there is none. An amount is units + millionths / 1000000, not normalised.
create table history_counts (
  kind $text$ not null,
  step integer not null,
  at bigint not null,
  key $text$ not null,
  currency $text$ not null,
  events bigint not null,
  units bigint not null,
  millionths bigint not null,
  primary key (kind, step, at, key, currency)
) $clustered$;

-- Who was there, by quarter of an hour: a HyperLogLog of 4096 bytes. who: visitor or buyer.
create table history_visitors (
  who $text$ not null,
  at bigint not null,
  sketch $bytes$ not null,
  primary key (who, at)
);

-- The newest name of each product. named_at: milliseconds since 1970.
create table history_products (
  key $text$ not null primary key,
  name $text$ not null,
  named_at bigint not null
) $clustered$;

-- Up to where each partition is counted. cluster and topic are ids, name is its logical name. Times are
-- milliseconds since 1970, all that was received before counted_to is counted.
create table history_offsets (
  cluster $text$ not null,
  topic $text$ not null,
  partition integer not null,
  name $text$ not null,
  next bigint not null,
  newest_receive bigint not null,
  counted_to bigint not null,
  primary key (cluster, topic, partition)
) $clustered$;
