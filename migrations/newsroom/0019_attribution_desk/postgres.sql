-- What the desk that asks "says who?" has been told, and what it read in stories that nobody has opened yet.

-- Suggestions and findings that somebody has put away. The key is a hash of their words.
create table desk_dismissals (
  story_id text collate "C" not null references stories (id) on delete cascade,
  key text collate "C" not null,
  dismissed_by text collate "C" not null,
  dismissed_at text collate "C" not null,
  primary key (story_id, key)
);

-- What was read in a revision. `open_claims` are the suggested claims that nobody has put away.
create table desk_readings (
  story_id text collate "C" primary key references stories (id) on delete cascade,
  revision bigint not null,
  read_at text collate "C" not null,
  open_claims bigint not null,
  findings bigint not null,
  -- The suggested claims, as JSON.
  claims text collate "C" not null
);

create index desk_readings_with_claims on desk_readings (story_id, revision) where open_claims > 0;

-- Words that the paper does not use as its own, and kinds of findings that it does without; no row: as they come.
create table desk_style (
  id integer primary key check (id = 1),
  -- Null: the list that comes with Onrecord.
  words text collate "C",
  left_out text collate "C" not null
);

-- What somebody waits for goes before what can wait.
create index jobs_due_by_kind on jobs (kind, due_at, id) where done_at is null and given_up_at is null;
