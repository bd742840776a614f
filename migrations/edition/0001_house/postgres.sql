-- What is public, and nothing else. Made from the newsroom, and can be made again from it at any time.

create table progress (
  id integer primary key check (id = 1),
  number bigint not null
);

insert into progress (id, number) values (1, 0);

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
  kind text collate "C" not null,
  slug text collate "C" not null unique,
  parent_id text collate "C",
  names text collate "C" not null,
  position integer
);

create table authors (
  id text collate "C" primary key,
  slug text collate "C" not null unique,
  name text collate "C" not null,
  about text collate "C" not null
);

create table stories (
  id text collate "C" primary key,
  group_id text collate "C" not null,
  language text collate "C" not null,
  translated_from text collate "C",
  path text collate "C" not null unique,
  kicker text collate "C",
  headline text collate "C" not null,
  standfirst text collate "C" not null,
  dateline_place text collate "C",
  dateline_on text collate "C",
  section_ids text collate "C" not null,
  author_ids text collate "C" not null,
  keywords text collate "C" not null,
  body text collate "C" not null,
  lead_figure text collate "C",
  notes text collate "C" not null,
  first_published_at text collate "C" not null,
  first_published_precision text collate "C" not null,
  month text collate "C" not null,
  updated_at text collate "C" not null,
  words bigint not null
);

create index stories_by_group on stories (group_id, language);
create index stories_by_month on stories (month, first_published_at, id);
create index stories_by_update on stories (month, updated_at);

-- One row for each list a story stands in: all stories, each section of its path and above, each author.
create table listings (
  list text collate "C" not null,
  language text collate "C" not null,
  published_at text collate "C" not null,
  story_id text collate "C" not null references stories (id) on delete cascade,
  month text collate "C" not null,
  primary key (list, language, published_at, story_id)
);

create index listings_by_story on listings (story_id);
create index listings_by_month on listings (list, language, month, published_at, story_id);

create table listing_months (
  list text collate "C" not null,
  language text collate "C" not null,
  month text collate "C" not null,
  stories bigint not null,
  primary key (list, language, month)
);

create table gone (
  path text collate "C" primary key,
  story_id text collate "C" not null,
  language text collate "C" not null,
  killed_at text collate "C" not null,
  notice text collate "C" not null
);

create index gone_by_story on gone (story_id);

create table redirects (
  from_path text collate "C" primary key,
  story_id text collate "C" not null,
  to_path text collate "C" not null
);

create index redirects_by_story on redirects (story_id);

-- Which pages a change concerns: read by every process that keeps pages.
create table changes (
  number bigint primary key,
  follows bigint not null,
  tags text collate "C" not null,
  purge text collate "C" not null
);
