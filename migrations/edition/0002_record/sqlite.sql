-- The record as readers have it: its public history, and the present state as flat tables. Dates are text, booleans 0 and 1.

alter table stories add column figures text not null default '[]';

-- Every public revision of every entry, in the order of the whole record. A revision whose text was erased keeps its line.
create table record_log (
  sequence integer primary key,
  type text not null,
  id text not null,
  rev integer not null,
  status text not null check (status in ('live', 'withdrawn')),
  recorded_at text not null,
  act text not null,
  reason text,
  content text,
  erased_at text,
  event_id text
) strict;

create unique index record_log_by_entry on record_log (id, rev);
create index record_log_by_event on record_log (event_id, sequence);

-- Which entry refers to which, in any public revision.
create table record_links (
  to_id text not null,
  from_id text not null,
  field text not null,
  primary key (to_id, from_id, field)
) strict, without rowid;

create index record_links_by_from on record_links (from_id);

-- Every address an entry has or had.
create table record_slugs (
  type text not null,
  slug text not null,
  id text not null,
  sequence integer not null,
  primary key (type, slug, id)
) strict, without rowid;

create index record_slugs_by_entry on record_slugs (id);

-- Events whose figures have to be worked out again because something they rest on changed.
create table record_stale (
  event_id text primary key,
  purge integer not null check (purge in (0, 1)),
  later integer not null check (later in (0, 1))
) strict, without rowid;

create index record_stale_in_turn on record_stale (later, event_id);

create table places (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  slug text not null,
  name text not null,
  kind text not null,
  parent_id text,
  country text,
  adm1 text,
  latitude real,
  longitude real,
  merged_into text,
  content text not null
) strict;

create table actors (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  slug text not null,
  name text not null,
  kind text not null,
  country text,
  merged_into text,
  content text not null
) strict;

-- From `listed_on` on, the columns are worked out from the event and all that it rests on. `listed_on` is null for what
-- is not listed: a withdrawn event, or one that turned out to be another.
create table events (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  slug text not null,
  title text not null,
  type text not null,
  date_edtf text not null,
  date_start text,
  date_end text,
  place_id text not null,
  where_relation text not null,
  where_precision integer not null,
  merged_into text,
  content text not null,
  listed_on text,
  month text,
  country text,
  is_disputed integer not null default 0 check (is_disputed in (0, 1)),
  version integer not null default 0,
  updated_at text
) strict;

create index events_by_day on events (listed_on, id, date_end);
create index events_by_month on events (month, listed_on, id);
create index events_by_type on events (type, listed_on, id);
create index events_by_country on events (country, listed_on, id);
create index events_by_dispute on events (is_disputed, listed_on, id);
create index events_by_update on events (updated_at, id);

-- How many events are listed under each month.
create table record_months (
  month text primary key,
  events integer not null
) strict, without rowid;

create table victim_groups (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  event_id text not null,
  label text not null,
  affiliation_id text,
  standing text not null,
  sex text,
  age_class text,
  nationality text,
  content text not null
) strict;

create table sources (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  slug text not null,
  name text,
  description text,
  kind text not null,
  anonymity text not null,
  category text,
  actor_id text,
  owner_id text,
  merged_into text,
  content text not null
) strict;

create table documents (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  publisher_id text not null,
  title text not null,
  url text,
  published_at text,
  published_on text,
  language text not null,
  wire_of text,
  translation_of text,
  archive_url text,
  sha256 text,
  content text not null
) strict;

create table evidence (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  kind text not null,
  title text not null,
  document_id text,
  content text not null
) strict;

-- `stance` and `live` are worked out from the event and all that it rests on.
create table claims (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  claimant_id text not null,
  event_id text not null,
  victim_group_id text,
  measure text,
  equipment text,
  proposition text,
  act text not null,
  said_edtf text not null,
  said_on text not null,
  figure_kind text,
  n integer,
  lo integer,
  hi integer,
  term text,
  verbatim text,
  lang text,
  counting text not null,
  as_of text,
  basis text not null,
  document_id text,
  revises text,
  retracts text,
  denies text,
  content text not null,
  stance text,
  live text
) strict;

create index claims_by_event on claims (event_id, sequence);
create index claims_by_claimant on claims (claimant_id, said_on, id);

create table appearances (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  claim_id text not null,
  document_id text not null,
  taken_from text,
  via text,
  withdrawn_on text,
  content text not null
) strict;

create index appearances_by_claim on appearances (claim_id);

create table assessments (
  id text primary key,
  rev integer not null,
  status text not null,
  sequence integer not null,
  recorded_at text not null,
  claim_id text,
  event_id text,
  victim_group_id text,
  measure text,
  equipment text,
  verdict text not null,
  best integer,
  assessed_at text not null,
  signers integer not null,
  supersedes text,
  content text not null
) strict;

-- The events that a larger event is made of.
create table event_parts (
  event_id text not null,
  part_of_id text not null,
  primary key (event_id, part_of_id)
) strict, without rowid;

create index event_parts_by_whole on event_parts (part_of_id, event_id);

-- `how`: the actor took a side or part, was hurt, or is what such an actor belongs to at the time.
create table event_actors (
  event_id text not null,
  actor_id text not null,
  how text not null check (how in ('part', 'victim', 'root')),
  listed_on text,
  primary key (event_id, actor_id)
) strict, without rowid;

create index event_actors_by_actor on event_actors (actor_id, listed_on, event_id);

-- `how`: the place itself, or one that it lies in.
create table event_places (
  event_id text not null,
  place_id text not null,
  how text not null check (how in ('at', 'above')),
  listed_on text,
  primary key (event_id, place_id)
) strict, without rowid;

create index event_places_by_place on event_places (place_id, listed_on, event_id);

-- One row for each figure: an event, a group of people, what happened to them. Names are English where there is English;
-- `content` holds what lists in other languages need.
create table cells (
  id text primary key,
  position integer not null,
  event_id text not null,
  event_slug text not null,
  event_title text not null,
  event_type text not null,
  date_start text,
  date_end text,
  date_edtf text not null,
  date_prec integer,
  country text,
  iso3 text,
  adm1 text,
  adm2 text,
  place_name text,
  latitude real,
  longitude real,
  where_prec integer,
  victim_group_id text not null,
  victim_group text not null,
  affiliation text,
  measure text not null,
  equipment text,
  low integer,
  high integer,
  is_open integer not null check (is_open in (0, 1)),
  is_approx integer not null check (is_approx in (0, 1)),
  unquantified text,
  conflict integer not null check (conflict in (0, 1)),
  disputed integer not null check (disputed in (0, 1)),
  admitted_low integer,
  admitted_high integer,
  enemy_low integer,
  enemy_high integer,
  third_low integer,
  third_high integer,
  best integer,
  origins_min integer not null,
  origins_max integer not null,
  appearances integer not null,
  status text not null,
  first_said text,
  last_said text,
  version integer not null,
  content text not null
) strict;

create index cells_by_event on cells (event_id, position);

-- What a story shows of the record: by marks on its words, and by its boxes, timelines and maps.
create table story_claims (
  story_id text not null references stories (id) on delete cascade,
  claim_id text not null,
  primary key (story_id, claim_id)
) strict, without rowid;

create index story_claims_by_claim on story_claims (claim_id);

create table story_events (
  story_id text not null references stories (id) on delete cascade,
  event_id text not null,
  primary key (story_id, event_id)
) strict, without rowid;

create index story_events_by_event on story_events (event_id);
