-- Feeds and folders that are watched for the desk, what has come from them, and the marks by which texts that carry the
-- same words are found. Nothing of this ever reaches a reader.

create table watched_sources (
  id text collate "C" primary key,
  kind text collate "C" not null check (kind in ('feed', 'folder')),
  address text collate "C" not null unique,
  name text collate "C" not null unique,
  source_id text collate "C" not null,
  language text collate "C",
  every_minutes integer not null check (every_minutes between 1 and 10080),
  keep_days integer not null check (keep_days between 1 and 3650),
  is_on integer not null check (is_on in (0, 1)),
  added_at text collate "C" not null,
  added_by text collate "C" not null,
  next_at text collate "C" not null,
  looked_at text collate "C",
  new_at text collate "C",
  failures integer not null default 0,
  failure text collate "C",
  -- What a feed's server called the last state that was read.
  seen text collate "C"
);

create index watched_sources_due on watched_sources (next_at, id) where is_on = 1;

-- Files of a watched folder as they were seen last. `sha256` is null until one was read.
create table watched_files (
  watched_id text collate "C" not null references watched_sources (id) on delete cascade,
  name text collate "C" not null,
  bytes bigint not null,
  modified_at text collate "C" not null,
  sha256 text collate "C",
  noted_at text collate "C" not null,
  problem text collate "C",
  primary key (watched_id, name)
);

create table incoming_copy (
  id text collate "C" primary key,
  watched_id text collate "C" not null references watched_sources (id) on delete cascade,
  foreign_id text collate "C" not null,
  content_hash text collate "C" not null,
  received_at text collate "C" not null,
  changed_at text collate "C",
  -- When it came or last changed: the order of the list.
  moved_at text collate "C" not null,
  headline text collate "C" not null,
  language text collate "C",
  story text collate "C" not null,
  -- What it said before its last change.
  said_before text collate "C",
  -- Its words without accents and case, for the search.
  words text collate "C" not null,
  state text collate "C" not null check (state in ('waiting', 'taken', 'dismissed')),
  opened_at text collate "C",
  settled_by text collate "C",
  settled_at text collate "C",
  story_id text collate "C" references stories (id) on delete set null,
  document_id text collate "C",
  shared_words text collate "C" not null,
  unique (watched_id, foreign_id),
  check ((state = 'waiting') = (settled_at is null))
);

create index incoming_copy_by_move on incoming_copy (moved_at, id);
create index incoming_copy_by_state on incoming_copy (state, moved_at, id);
create index incoming_copy_by_source on incoming_copy (watched_id, moved_at, id);
create index incoming_copy_by_story on incoming_copy (story_id) where story_id is not null;
create index incoming_copy_by_document on incoming_copy (document_id) where document_id is not null;

-- What somebody said to "this carries the words of that".
create table carried_answers (
  incoming_id text collate "C" not null references incoming_copy (id) on delete cascade,
  of_id text collate "C" not null,
  answer text collate "C" not null check (answer in ('accepted', 'refused')),
  by text collate "C" not null,
  at text collate "C" not null,
  primary key (incoming_id, of_id)
);

-- Texts whose words can be found again: incoming copy, documents and claims of the record, our own stories of late.
create table marked_texts (
  of_id text collate "C" primary key,
  kind text collate "C" not null check (kind in ('copy', 'document', 'claim', 'story')),
  version text collate "C" not null,
  at text collate "C" not null
);

create index marked_texts_by_kind on marked_texts (kind, at);

-- Numbers of runs of five words.
create table text_marks (
  mark integer not null,
  of_id text collate "C" not null references marked_texts (of_id) on delete cascade,
  primary key (mark, of_id)
);

create index text_marks_by_text on text_marks (of_id);

-- How far the record's log has been marked.
insert into counters (name, value) values ('marked-record', 0);
