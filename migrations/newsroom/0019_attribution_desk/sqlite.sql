-- What the desk that asks "says who?" has been told, and what it read in stories that nobody has opened yet.

-- Suggestions and findings that somebody has put away. The key is a hash of their words.
create table desk_dismissals (
  story_id text not null references stories (id) on delete cascade,
  key text not null,
  dismissed_by text not null,
  dismissed_at text not null,
  primary key (story_id, key)
) strict, without rowid;

-- What was read in a revision. `open_claims` are the suggested claims that nobody has put away.
create table desk_readings (
  story_id text primary key references stories (id) on delete cascade,
  revision integer not null,
  read_at text not null,
  open_claims integer not null,
  findings integer not null,
  -- The suggested claims, as JSON.
  claims text not null
) strict, without rowid;

create index desk_readings_with_claims on desk_readings (story_id, revision) where open_claims > 0;

-- Words that the paper does not use as its own, and kinds of findings that it does without; no row: as they come.
create table desk_style (
  id integer primary key check (id = 1),
  -- Null: the list that comes with Onrecord.
  words text,
  left_out text not null
) strict;

-- What somebody waits for goes before what can wait.
create index jobs_due_by_kind on jobs (kind, due_at, id) where done_at is null and given_up_at is null;
