-- The record: one append-only log of revisions, and beside it what the newest revision of each entry says.

insert into counters (name, value) values ('record', 0);

-- What a revision said is null once it was erased. The commitment, SHA-256 over salt and content, stays: whoever has
-- kept a copy with its salt can show that it stood here, and nobody can guess the text from the hash.
create table record_revisions (
  number bigint primary key,
  type text collate "C" not null check (type in ('place', 'actor', 'event', 'victim-group', 'source', 'document', 'evidence', 'claim', 'appearance', 'assessment')),
  id text collate "C" not null,
  rev bigint not null check (rev >= 1),
  status text collate "C" not null check (status in ('draft', 'live', 'withdrawn')),
  at text collate "C" not null,
  by text collate "C" not null,
  act text collate "C" not null,
  reason text collate "C",
  content text collate "C",
  salt text collate "C",
  commitment text collate "C" not null,
  erased_at text collate "C",
  unique (id, rev),
  check ((content is null) = (salt is null)),
  check ((content is null) = (erased_at is not null))
);

-- Every entry as its newest revision has it. `first_live` is the number of the revision by which readers first had it.
create table record_entries (
  id text collate "C" primary key,
  type text collate "C" not null,
  rev bigint not null,
  status text collate "C" not null check (status in ('draft', 'live', 'withdrawn')),
  number bigint not null references record_revisions (number),
  first_live bigint,
  event_id text collate "C",
  slug text collate "C",
  awaits_signature integer not null check (awaits_signature in (0, 1)),
  unique (type, slug)
);

create index record_entries_by_event on record_entries (event_id, type, id) where event_id is not null;
create index record_entries_awaiting on record_entries (id) where awaits_signature = 1;

-- Every slug that an entry has or had: an address is never given to another one.
create table record_slugs (
  type text collate "C" not null,
  slug text collate "C" not null,
  id text collate "C" not null,
  primary key (type, slug)
);

create index record_slugs_by_id on record_slugs (id);

-- Who refers to whom, by the newest revision of each. `field` is the path within the content.
create table record_links (
  from_id text collate "C" not null,
  field text collate "C" not null,
  to_id text collate "C" not null,
  primary key (from_id, field, to_id)
);

create index record_links_by_target on record_links (to_id, field, from_id);

-- Names as they are searched: folded, and as a skeleton of consonants.
create table record_names (
  id text collate "C" not null,
  fold text collate "C" not null,
  skeleton text collate "C" not null,
  type text collate "C" not null,
  primary key (id, fold)
);

create index record_names_by_fold on record_names (type, fold, id);
create index record_names_by_skeleton on record_names (type, skeleton, id);

-- Which entry a key of a record file stands for, and what the file said of it.
create table record_keys (
  source text collate "C" not null,
  key text collate "C" not null,
  id text collate "C" not null,
  file_hash text collate "C" not null,
  content_hash text collate "C" not null,
  primary key (source, key)
);

create index record_keys_by_id on record_keys (id);

-- Files that were captured: one for each content, never overwritten.
create table capture_files (
  sha256 text collate "C" primary key,
  media_type text collate "C" not null,
  bytes bigint not null,
  content bytea not null,
  at text collate "C" not null
);

-- Who did what with a capture or a piece of evidence, and its hash before and after.
create table custody (
  number bigint primary key,
  subject_id text collate "C" not null,
  at text collate "C" not null,
  who text collate "C" not null,
  action text collate "C" not null,
  sha256_before text collate "C",
  sha256_after text collate "C"
);

create index custody_by_subject on custody (subject_id, number);

-- The public halves of the keys to which identities are sealed. The private halves are not here.
create table seal_keys (
  id text collate "C" primary key,
  recipient text collate "C" not null unique,
  label text collate "C" not null,
  at text collate "C" not null
);

create table sealed (
  id text collate "C" primary key,
  subject_id text collate "C" not null,
  recipient_ids text collate "C" not null,
  ciphertext text collate "C" not null,
  at text collate "C" not null,
  by text collate "C" not null
);

create index sealed_by_subject on sealed (subject_id, at, id);

-- The outbox learns of the record.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('story', 'house', 'record'));
