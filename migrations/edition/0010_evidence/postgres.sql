-- What readers have had, as a chain of hashes. A salt stands only where the text that it belongs to is public.

create table evidence_log (
  number bigint primary key,
  at text collate "C" not null,
  key text collate "C" not null,
  commitment text collate "C",
  salt text collate "C",
  hash text collate "C" not null
);

create index evidence_log_by_key on evidence_log (key, number);
