-- The private side: drafts, revisions, settings, the outbox. Nothing here is ever read by the public side.

create table counters (
  name text primary key,
  value integer not null
) strict;

insert into counters (name, value) values ('outbox', 0), ('audit', 0);

create table newspaper (
  id integer primary key check (id = 1),
  name text not null,
  tagline text not null,
  languages text not null,
  default_language text not null,
  zone text not null,
  is_sample integer not null check (is_sample in (0, 1))
) strict;

create table sections (
  id text primary key,
  kind text not null check (kind in ('place', 'subject', 'series')),
  slug text not null unique,
  parent_id text references sections (id),
  names text not null,
  position integer
) strict;

create table personas (
  id text primary key,
  slug text not null unique,
  name text not null,
  about text not null
) strict;

create table stories (
  id text primary key,
  group_id text not null,
  language text not null,
  translated_from text references stories (id),
  state text not null check (state in ('draft', 'in-review', 'approved', 'scheduled', 'published', 'killed')),
  revision integer not null,
  live_revision integer,
  slug text not null,
  path text unique,
  hold_reason text,
  held_at text,
  embargo_until text,
  scheduled_for text,
  first_published_at text,
  first_published_precision text check (first_published_precision in ('day', 'minute')),
  updated_at text,
  killed_at text,
  kill_notice text,
  created_at text not null,
  unique (group_id, language)
) strict;

create index stories_by_state on stories (state, id);
create index stories_due on stories (scheduled_for) where scheduled_for is not null;
create index stories_by_translation on stories (translated_from) where translated_from is not null;

create table story_revisions (
  story_id text not null references stories (id),
  revision integer not null,
  headline text not null,
  content text not null,
  created_at text not null,
  created_by text not null,
  primary key (story_id, revision)
) strict, without rowid;

create table story_notes (
  id text primary key,
  story_id text not null references stories (id),
  kind text not null check (kind in ('correction', 'update')),
  at text not null,
  text text not null
) strict;

create index story_notes_by_story on story_notes (story_id, at, id);

create table redirects (
  from_path text primary key,
  story_id text not null references stories (id)
) strict, without rowid;

create index redirects_by_story on redirects (story_id);

create table imported_stories (
  source text not null,
  foreign_id text not null,
  content_hash text not null,
  story_id text not null references stories (id),
  imported_at text not null,
  primary key (source, foreign_id)
) strict, without rowid;

create index imported_stories_by_story on imported_stories (story_id);

-- A change is a number: given out by the counter inside the transaction that makes the change, so numbers commit in order.
create table outbox (
  number integer primary key,
  kind text not null check (kind in ('story', 'house')),
  subject_id text,
  at text not null
) strict;

create table audit (
  number integer primary key,
  at text not null,
  actor text not null,
  via text not null,
  act text not null,
  subject text,
  detail text not null,
  seal text not null
) strict;
