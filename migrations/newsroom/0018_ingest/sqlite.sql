-- Feeds and folders that are watched for the desk, what has come from them, and the marks by which texts that carry the
-- same words are found. Nothing of this ever reaches a reader.

create table watched_sources (
  id text primary key,
  kind text not null check (kind in ('feed', 'folder')),
  address text not null unique,
  name text not null unique,
  source_id text not null,
  language text,
  every_minutes integer not null check (every_minutes between 1 and 10080),
  keep_days integer not null check (keep_days between 1 and 3650),
  is_on integer not null check (is_on in (0, 1)),
  added_at text not null,
  added_by text not null,
  next_at text not null,
  looked_at text,
  new_at text,
  failures integer not null default 0,
  failure text,
  -- What a feed's server called the last state that was read.
  seen text
) strict, without rowid;

create index watched_sources_due on watched_sources (next_at, id) where is_on = 1;

-- Files of a watched folder as they were seen last. `sha256` is null until one was read.
create table watched_files (
  watched_id text not null references watched_sources (id) on delete cascade,
  name text not null,
  bytes integer not null,
  modified_at text not null,
  sha256 text,
  noted_at text not null,
  problem text,
  primary key (watched_id, name)
) strict, without rowid;

create table incoming_copy (
  id text primary key,
  watched_id text not null references watched_sources (id) on delete cascade,
  foreign_id text not null,
  content_hash text not null,
  received_at text not null,
  changed_at text,
  -- When it came or last changed: the order of the list.
  moved_at text not null,
  headline text not null,
  language text,
  story text not null,
  -- What it said before its last change.
  said_before text,
  -- Its words without accents and case, for the search.
  words text not null,
  state text not null check (state in ('waiting', 'taken', 'dismissed')),
  opened_at text,
  settled_by text,
  settled_at text,
  story_id text references stories (id) on delete set null,
  document_id text,
  shared_words text not null,
  unique (watched_id, foreign_id),
  check ((state = 'waiting') = (settled_at is null))
) strict;

create index incoming_copy_by_move on incoming_copy (moved_at, id);
create index incoming_copy_by_state on incoming_copy (state, moved_at, id);
create index incoming_copy_by_source on incoming_copy (watched_id, moved_at, id);
create index incoming_copy_by_story on incoming_copy (story_id) where story_id is not null;
create index incoming_copy_by_document on incoming_copy (document_id) where document_id is not null;

-- What somebody said to "this carries the words of that".
create table carried_answers (
  incoming_id text not null references incoming_copy (id) on delete cascade,
  of_id text not null,
  answer text not null check (answer in ('accepted', 'refused')),
  by text not null,
  at text not null,
  primary key (incoming_id, of_id)
) strict, without rowid;

-- Texts whose words can be found again: incoming copy, documents and claims of the record, our own stories of late.
create table marked_texts (
  of_id text primary key,
  kind text not null check (kind in ('copy', 'document', 'claim', 'story')),
  version text not null,
  at text not null
) strict, without rowid;

create index marked_texts_by_kind on marked_texts (kind, at);

-- Numbers of runs of five words.
create table text_marks (
  mark integer not null,
  of_id text not null references marked_texts (of_id) on delete cascade,
  primary key (mark, of_id)
) strict, without rowid;

create index text_marks_by_text on text_marks (of_id);

-- How far the record's log has been marked.
insert into counters (name, value) values ('marked-record', 0);
