-- What is public, and nothing else. Made from the newsroom, and can be made again from it at any time.

create table progress (
  id integer primary key check (id = 1),
  number integer not null
) strict;

insert into progress (id, number) values (1, 0);

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
  kind text not null,
  slug text not null unique,
  parent_id text,
  names text not null,
  position integer
) strict;

create table authors (
  id text primary key,
  slug text not null unique,
  name text not null,
  about text not null
) strict;

create table stories (
  id text primary key,
  group_id text not null,
  language text not null,
  translated_from text,
  path text not null unique,
  kicker text,
  headline text not null,
  standfirst text not null,
  dateline_place text,
  dateline_on text,
  section_ids text not null,
  author_ids text not null,
  keywords text not null,
  body text not null,
  lead_figure text,
  notes text not null,
  first_published_at text not null,
  first_published_precision text not null,
  month text not null,
  updated_at text not null,
  words integer not null
) strict;

create index stories_by_group on stories (group_id, language);
create index stories_by_month on stories (month, first_published_at, id);
create index stories_by_update on stories (month, updated_at);

-- One row for each list a story stands in: all stories, each section of its path and above, each author.
create table listings (
  list text not null,
  language text not null,
  published_at text not null,
  story_id text not null references stories (id) on delete cascade,
  month text not null,
  primary key (list, language, published_at, story_id)
) strict, without rowid;

create index listings_by_story on listings (story_id);
create index listings_by_month on listings (list, language, month, published_at, story_id);

create table listing_months (
  list text not null,
  language text not null,
  month text not null,
  stories integer not null,
  primary key (list, language, month)
) strict, without rowid;

create table gone (
  path text primary key,
  story_id text not null,
  language text not null,
  killed_at text not null,
  notice text not null
) strict, without rowid;

create index gone_by_story on gone (story_id);

create table redirects (
  from_path text primary key,
  story_id text not null,
  to_path text not null
) strict, without rowid;

create index redirects_by_story on redirects (story_id);

-- Which pages a change concerns: read by every process that keeps pages.
create table changes (
  number integer primary key,
  follows integer not null,
  tags text not null,
  purge text not null
) strict;
