-- What was imported is known by its words too, and by the group of its language versions at its source.
alter table imported_stories add column words_hash text collate "C";
alter table imported_stories add column translation_group text collate "C";
-- Was it public where it came from? Words that were not there are no reason to leave out those that were.
alter table imported_stories add column was_public bigint not null default 1 check (was_public in (0, 1));
-- Does it stand for a story that had come in before, with the same words?
alter table imported_stories add column is_duplicate bigint not null default 0 check (is_duplicate in (0, 1));

create index imported_stories_by_words on imported_stories (words_hash) where words_hash is not null;
create index imported_stories_by_group on imported_stories (source, translation_group) where translation_group is not null;

-- Links of imported stories to addresses of their old site whose story has not come in yet, or has no new address.
create table import_links (
  story_id text collate "C" not null references stories (id) on delete cascade,
  link text collate "C" not null,
  -- The former address that it leads to.
  address text collate "C" not null,
  primary key (story_id, link)
);

create index import_links_by_address on import_links (address);

-- Every import that was begun, how far it is and what came of it.
create table imports (
  id text collate "C" primary key,
  number bigint not null unique,
  source text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  publish bigint not null check (publish in (0, 1)),
  began_at text collate "C" not null,
  -- When it last said that it is at work.
  seen_at text collate "C" not null,
  ended_at text collate "C",
  by text collate "C" not null,
  -- The machine and process it runs in, to tell whether that is still there.
  process text collate "C" not null,
  stop_asked bigint not null default 0 check (stop_asked in (0, 1)),
  failure text collate "C",
  bytes bigint not null,
  bytes_read bigint not null,
  counts text collate "C" not null,
  summary text collate "C" not null
);

create index imports_not_ended on imports (began_at) where ended_at is null;

create table import_problems (
  import_id text collate "C" not null references imports (id) on delete cascade,
  number bigint not null,
  foreign_id text collate "C",
  headline text collate "C",
  place text collate "C",
  what text collate "C" not null,
  primary key (import_id, number)
);
