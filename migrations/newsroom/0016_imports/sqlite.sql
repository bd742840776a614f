-- What was imported is known by its words too, and by the group of its language versions at its source.
alter table imported_stories add column words_hash text;
alter table imported_stories add column translation_group text;
-- Was it public where it came from? Words that were not there are no reason to leave out those that were.
alter table imported_stories add column was_public integer not null default 1 check (was_public in (0, 1));
-- Does it stand for a story that had come in before, with the same words?
alter table imported_stories add column is_duplicate integer not null default 0 check (is_duplicate in (0, 1));

create index imported_stories_by_words on imported_stories (words_hash) where words_hash is not null;
create index imported_stories_by_group on imported_stories (source, translation_group) where translation_group is not null;

-- Links of imported stories to addresses of their old site whose story has not come in yet, or has no new address.
create table import_links (
  story_id text not null references stories (id) on delete cascade,
  link text not null,
  -- The former address that it leads to.
  address text not null,
  primary key (story_id, link)
) strict, without rowid;

create index import_links_by_address on import_links (address);

-- Every import that was begun, how far it is and what came of it.
create table imports (
  id text primary key,
  number integer not null unique,
  source text not null,
  name text not null,
  kind text not null,
  publish integer not null check (publish in (0, 1)),
  began_at text not null,
  -- When it last said that it is at work.
  seen_at text not null,
  ended_at text,
  by text not null,
  -- The machine and process it runs in, to tell whether that is still there.
  process text not null,
  stop_asked integer not null default 0 check (stop_asked in (0, 1)),
  failure text,
  bytes integer not null,
  bytes_read integer not null,
  counts text not null,
  summary text not null
) strict;

create index imports_not_ended on imports (began_at) where ended_at is null;

create table import_problems (
  import_id text not null references imports (id) on delete cascade,
  number integer not null,
  foreign_id text,
  headline text,
  place text,
  what text not null,
  primary key (import_id, number)
) strict, without rowid;
