-- The record as readers have it: its public history, and the present state as flat tables. Dates are text, booleans 0 and 1.

alter table stories add column figures text collate "C" not null default '[]';

-- Every public revision of every entry, in the order of the whole record. A revision whose text was erased keeps its line.
create table record_log (
  sequence bigint primary key,
  type text collate "C" not null,
  id text collate "C" not null,
  rev bigint not null,
  status text collate "C" not null check (status in ('live', 'withdrawn')),
  recorded_at text collate "C" not null,
  act text collate "C" not null,
  reason text collate "C",
  content text collate "C",
  erased_at text collate "C",
  event_id text collate "C"
);

create unique index record_log_by_entry on record_log (id, rev);
create index record_log_by_event on record_log (event_id, sequence);

-- Which entry refers to which, in any public revision.
create table record_links (
  to_id text collate "C" not null,
  from_id text collate "C" not null,
  field text collate "C" not null,
  primary key (to_id, from_id, field)
);

create index record_links_by_from on record_links (from_id);

-- Every address an entry has or had.
create table record_slugs (
  type text collate "C" not null,
  slug text collate "C" not null,
  id text collate "C" not null,
  sequence bigint not null,
  primary key (type, slug, id)
);

create index record_slugs_by_entry on record_slugs (id);

-- Events whose figures have to be worked out again because something they rest on changed.
create table record_stale (
  event_id text collate "C" primary key,
  purge integer not null check (purge in (0, 1)),
  later integer not null check (later in (0, 1))
);

create index record_stale_in_turn on record_stale (later, event_id);

create table places (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  slug text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  parent_id text collate "C",
  country text collate "C",
  adm1 text collate "C",
  latitude double precision,
  longitude double precision,
  merged_into text collate "C",
  content text collate "C" not null
);

create table actors (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  slug text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  country text collate "C",
  merged_into text collate "C",
  content text collate "C" not null
);

-- From `listed_on` on, the columns are worked out from the event and all that it rests on. `listed_on` is null for what
-- is not listed: a withdrawn event, or one that turned out to be another.
create table events (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  slug text collate "C" not null,
  title text collate "C" not null,
  type text collate "C" not null,
  date_edtf text collate "C" not null,
  date_start text collate "C",
  date_end text collate "C",
  place_id text collate "C" not null,
  where_relation text collate "C" not null,
  where_precision bigint not null,
  merged_into text collate "C",
  content text collate "C" not null,
  listed_on text collate "C",
  month text collate "C",
  country text collate "C",
  is_disputed integer not null default 0 check (is_disputed in (0, 1)),
  version bigint not null default 0,
  updated_at text collate "C"
);

create index events_by_day on events (listed_on, id, date_end);
create index events_by_month on events (month, listed_on, id);
create index events_by_type on events (type, listed_on, id);
create index events_by_country on events (country, listed_on, id);
create index events_by_dispute on events (is_disputed, listed_on, id);
create index events_by_update on events (updated_at, id);

-- How many events are listed under each month.
create table record_months (
  month text collate "C" primary key,
  events bigint not null
);

create table victim_groups (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  event_id text collate "C" not null,
  label text collate "C" not null,
  affiliation_id text collate "C",
  standing text collate "C" not null,
  sex text collate "C",
  age_class text collate "C",
  nationality text collate "C",
  content text collate "C" not null
);

create table sources (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  slug text collate "C" not null,
  name text collate "C",
  description text collate "C",
  kind text collate "C" not null,
  anonymity text collate "C" not null,
  category text collate "C",
  actor_id text collate "C",
  owner_id text collate "C",
  merged_into text collate "C",
  content text collate "C" not null
);

create table documents (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  publisher_id text collate "C" not null,
  title text collate "C" not null,
  url text collate "C",
  published_at text collate "C",
  published_on text collate "C",
  language text collate "C" not null,
  wire_of text collate "C",
  translation_of text collate "C",
  archive_url text collate "C",
  sha256 text collate "C",
  content text collate "C" not null
);

create table evidence (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  kind text collate "C" not null,
  title text collate "C" not null,
  document_id text collate "C",
  content text collate "C" not null
);

-- `stance` and `live` are worked out from the event and all that it rests on.
create table claims (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  claimant_id text collate "C" not null,
  event_id text collate "C" not null,
  victim_group_id text collate "C",
  measure text collate "C",
  equipment text collate "C",
  proposition text collate "C",
  act text collate "C" not null,
  said_edtf text collate "C" not null,
  said_on text collate "C" not null,
  figure_kind text collate "C",
  n bigint,
  lo bigint,
  hi bigint,
  term text collate "C",
  verbatim text collate "C",
  lang text collate "C",
  counting text collate "C" not null,
  as_of text collate "C",
  basis text collate "C" not null,
  document_id text collate "C",
  revises text collate "C",
  retracts text collate "C",
  denies text collate "C",
  content text collate "C" not null,
  stance text collate "C",
  live text collate "C"
);

create index claims_by_event on claims (event_id, sequence);
create index claims_by_claimant on claims (claimant_id, said_on, id);

create table appearances (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  claim_id text collate "C" not null,
  document_id text collate "C" not null,
  taken_from text collate "C",
  via text collate "C",
  withdrawn_on text collate "C",
  content text collate "C" not null
);

create index appearances_by_claim on appearances (claim_id);

create table assessments (
  id text collate "C" primary key,
  rev bigint not null,
  status text collate "C" not null,
  sequence bigint not null,
  recorded_at text collate "C" not null,
  claim_id text collate "C",
  event_id text collate "C",
  victim_group_id text collate "C",
  measure text collate "C",
  equipment text collate "C",
  verdict text collate "C" not null,
  best bigint,
  assessed_at text collate "C" not null,
  signers bigint not null,
  supersedes text collate "C",
  content text collate "C" not null
);

-- The events that a larger event is made of.
create table event_parts (
  event_id text collate "C" not null,
  part_of_id text collate "C" not null,
  primary key (event_id, part_of_id)
);

create index event_parts_by_whole on event_parts (part_of_id, event_id);

-- `how`: the actor took a side or part, was hurt, or is what such an actor belongs to at the time.
create table event_actors (
  event_id text collate "C" not null,
  actor_id text collate "C" not null,
  how text collate "C" not null check (how in ('part', 'victim', 'root')),
  listed_on text collate "C",
  primary key (event_id, actor_id)
);

create index event_actors_by_actor on event_actors (actor_id, listed_on, event_id);

-- `how`: the place itself, or one that it lies in.
create table event_places (
  event_id text collate "C" not null,
  place_id text collate "C" not null,
  how text collate "C" not null check (how in ('at', 'above')),
  listed_on text collate "C",
  primary key (event_id, place_id)
);

create index event_places_by_place on event_places (place_id, listed_on, event_id);

-- One row for each figure: an event, a group of people, what happened to them. Names are English where there is English;
-- `content` holds what lists in other languages need.
create table cells (
  id text collate "C" primary key,
  position bigint not null,
  event_id text collate "C" not null,
  event_slug text collate "C" not null,
  event_title text collate "C" not null,
  event_type text collate "C" not null,
  date_start text collate "C",
  date_end text collate "C",
  date_edtf text collate "C" not null,
  date_prec bigint,
  country text collate "C",
  iso3 text collate "C",
  adm1 text collate "C",
  adm2 text collate "C",
  place_name text collate "C",
  latitude double precision,
  longitude double precision,
  where_prec bigint,
  victim_group_id text collate "C" not null,
  victim_group text collate "C" not null,
  affiliation text collate "C",
  measure text collate "C" not null,
  equipment text collate "C",
  low bigint,
  high bigint,
  is_open integer not null check (is_open in (0, 1)),
  is_approx integer not null check (is_approx in (0, 1)),
  unquantified text collate "C",
  conflict integer not null check (conflict in (0, 1)),
  disputed integer not null check (disputed in (0, 1)),
  admitted_low bigint,
  admitted_high bigint,
  enemy_low bigint,
  enemy_high bigint,
  third_low bigint,
  third_high bigint,
  best bigint,
  origins_min bigint not null,
  origins_max bigint not null,
  appearances bigint not null,
  status text collate "C" not null,
  first_said text collate "C",
  last_said text collate "C",
  version bigint not null,
  content text collate "C" not null
);

create index cells_by_event on cells (event_id, position);

-- What a story shows of the record: by marks on its words, and by its boxes, timelines and maps.
create table story_claims (
  story_id text collate "C" not null references stories (id) on delete cascade,
  claim_id text collate "C" not null,
  primary key (story_id, claim_id)
);

create index story_claims_by_claim on story_claims (claim_id);

create table story_events (
  story_id text collate "C" not null references stories (id) on delete cascade,
  event_id text collate "C" not null,
  primary key (story_id, event_id)
);

create index story_events_by_event on story_events (event_id);
