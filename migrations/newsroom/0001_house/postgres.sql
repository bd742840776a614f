-- The private side: drafts, revisions, settings, the outbox. Nothing here is ever read by the public side.

create table counters (
  name text collate "C" primary key,
  value bigint not null
);

insert into counters (name, value) values ('outbox', 0), ('audit', 0);

create table newspaper (
  id integer primary key check (id = 1),
  name text collate "C" not null,
  tagline text collate "C" not null,
  languages text collate "C" not null,
  default_language text collate "C" not null,
  zone text collate "C" not null,
  is_sample integer not null check (is_sample in (0, 1))
);

create table sections (
  id text collate "C" primary key,
  kind text collate "C" not null check (kind in ('place', 'subject', 'series')),
  slug text collate "C" not null unique,
  parent_id text collate "C" references sections (id),
  names text collate "C" not null,
  position integer
);

create table personas (
  id text collate "C" primary key,
  slug text collate "C" not null unique,
  name text collate "C" not null,
  about text collate "C" not null
);

create table stories (
  id text collate "C" primary key,
  group_id text collate "C" not null,
  language text collate "C" not null,
  translated_from text collate "C" references stories (id),
  state text collate "C" not null check (state in ('draft', 'in-review', 'approved', 'scheduled', 'published', 'killed')),
  revision bigint not null,
  live_revision integer,
  slug text collate "C" not null,
  path text collate "C" unique,
  hold_reason text collate "C",
  held_at text collate "C",
  embargo_until text collate "C",
  scheduled_for text collate "C",
  first_published_at text collate "C",
  first_published_precision text collate "C" check (first_published_precision in ('day', 'minute')),
  updated_at text collate "C",
  killed_at text collate "C",
  kill_notice text collate "C",
  created_at text collate "C" not null,
  unique (group_id, language)
);

create index stories_by_state on stories (state, id);
create index stories_due on stories (scheduled_for) where scheduled_for is not null;
create index stories_by_translation on stories (translated_from) where translated_from is not null;

create table story_revisions (
  story_id text collate "C" not null references stories (id),
  revision bigint not null,
  headline text collate "C" not null,
  content text collate "C" not null,
  created_at text collate "C" not null,
  created_by text collate "C" not null,
  primary key (story_id, revision)
);

create table story_notes (
  id text collate "C" primary key,
  story_id text collate "C" not null references stories (id),
  kind text collate "C" not null check (kind in ('correction', 'update')),
  at text collate "C" not null,
  text text collate "C" not null
);

create index story_notes_by_story on story_notes (story_id, at, id);

create table redirects (
  from_path text collate "C" primary key,
  story_id text collate "C" not null references stories (id)
);

create index redirects_by_story on redirects (story_id);

create table imported_stories (
  source text collate "C" not null,
  foreign_id text collate "C" not null,
  content_hash text collate "C" not null,
  story_id text collate "C" not null references stories (id),
  imported_at text collate "C" not null,
  primary key (source, foreign_id)
);

create index imported_stories_by_story on imported_stories (story_id);

-- A change is a number: given out by the counter inside the transaction that makes the change, so numbers commit in order.
create table outbox (
  number bigint primary key,
  kind text collate "C" not null check (kind in ('story', 'house')),
  subject_id text collate "C",
  at text collate "C" not null
);

create table audit (
  number bigint primary key,
  at text collate "C" not null,
  actor text collate "C" not null,
  via text collate "C" not null,
  act text collate "C" not null,
  subject text collate "C",
  detail text collate "C" not null,
  seal text collate "C" not null
);
