-- What readers have had, as a chain of hashes: nothing of it can be changed, taken out or put in without the chain breaking.

create table evidence_log (
  number bigint primary key,
  -- The change of the outbox with which it went out.
  change bigint not null,
  at text collate "C" not null,
  -- The story or the entry of the record that it is about.
  subject text collate "C" not null,
  -- Which part of it: the story's address, one of its versions, one of its notes, one revision of an entry.
  key text collate "C" not null,
  -- The hash of salt and text; null where readers may not have it any more.
  commitment text collate "C",
  salt text collate "C",
  -- The hash of the line before and of this one.
  hash text collate "C" not null,
  check ((commitment is not null) or (salt is null))
);

create index evidence_log_by_subject on evidence_log (subject, number);
create index evidence_log_by_change on evidence_log (change, number);

insert into counters (name, value) values ('evidence', 0), ('evidence-begun', 0);
