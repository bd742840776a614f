-- What readers have had, as a chain of hashes. A salt stands only where the text that it belongs to is public.

create table evidence_log (
  number integer primary key,
  at text not null,
  key text not null,
  commitment text,
  salt text,
  hash text not null
) strict;

create index evidence_log_by_key on evidence_log (key, number);
