-- The record: one append-only log of revisions, and beside it what the newest revision of each entry says.

insert into counters (name, value) values ('record', 0);

-- What a revision said is null once it was erased. The commitment, SHA-256 over salt and content, stays: whoever has
-- kept a copy with its salt can show that it stood here, and nobody can guess the text from the hash.
create table record_revisions (
  number integer primary key,
  type text not null check (type in ('place', 'actor', 'event', 'victim-group', 'source', 'document', 'evidence', 'claim', 'appearance', 'assessment')),
  id text not null,
  rev integer not null check (rev >= 1),
  status text not null check (status in ('draft', 'live', 'withdrawn')),
  at text not null,
  by text not null,
  act text not null,
  reason text,
  content text,
  salt text,
  commitment text not null,
  erased_at text,
  unique (id, rev),
  check ((content is null) = (salt is null)),
  check ((content is null) = (erased_at is not null))
) strict;

-- Every entry as its newest revision has it. `first_live` is the number of the revision by which readers first had it.
create table record_entries (
  id text primary key,
  type text not null,
  rev integer not null,
  status text not null check (status in ('draft', 'live', 'withdrawn')),
  number integer not null references record_revisions (number),
  first_live integer,
  event_id text,
  slug text,
  awaits_signature integer not null check (awaits_signature in (0, 1)),
  unique (type, slug)
) strict, without rowid;

create index record_entries_by_event on record_entries (event_id, type, id) where event_id is not null;
create index record_entries_awaiting on record_entries (id) where awaits_signature = 1;

-- Every slug that an entry has or had: an address is never given to another one.
create table record_slugs (
  type text not null,
  slug text not null,
  id text not null,
  primary key (type, slug)
) strict, without rowid;

create index record_slugs_by_id on record_slugs (id);

-- Who refers to whom, by the newest revision of each. `field` is the path within the content.
create table record_links (
  from_id text not null,
  field text not null,
  to_id text not null,
  primary key (from_id, field, to_id)
) strict, without rowid;

create index record_links_by_target on record_links (to_id, field, from_id);

-- Names as they are searched: folded, and as a skeleton of consonants.
create table record_names (
  id text not null,
  fold text not null,
  skeleton text not null,
  type text not null,
  primary key (id, fold)
) strict, without rowid;

create index record_names_by_fold on record_names (type, fold, id);
create index record_names_by_skeleton on record_names (type, skeleton, id);

-- Which entry a key of a record file stands for, and what the file said of it.
create table record_keys (
  source text not null,
  key text not null,
  id text not null,
  file_hash text not null,
  content_hash text not null,
  primary key (source, key)
) strict, without rowid;

create index record_keys_by_id on record_keys (id);

-- Files that were captured: one for each content, never overwritten.
create table capture_files (
  sha256 text primary key,
  media_type text not null,
  bytes integer not null,
  content blob not null,
  at text not null
) strict;

-- Who did what with a capture or a piece of evidence, and its hash before and after.
create table custody (
  number integer primary key,
  subject_id text not null,
  at text not null,
  who text not null,
  action text not null,
  sha256_before text,
  sha256_after text
) strict;

create index custody_by_subject on custody (subject_id, number);

-- The public halves of the keys to which identities are sealed. The private halves are not here.
create table seal_keys (
  id text primary key,
  recipient text not null unique,
  label text not null,
  at text not null
) strict;

create table sealed (
  id text primary key,
  subject_id text not null,
  recipient_ids text not null,
  ciphertext text not null,
  at text not null,
  by text not null
) strict;

create index sealed_by_subject on sealed (subject_id, at, id);

-- The outbox learns of the record: the same rows under a wider check.
alter table outbox rename to outbox_before;

create table outbox (
  number integer primary key,
  kind text not null check (kind in ('story', 'house', 'record')),
  subject_id text,
  at text not null
) strict;

insert into outbox (number, kind, subject_id, at) select number, kind, subject_id, at from outbox_before;

drop table outbox_before;
