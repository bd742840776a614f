-- What a story's figures said of the record when a revision went live, and what a desk has to look at since.

create table figure_uses (
  story_id text collate "C" not null references stories (id),
  revision bigint not null,
  position bigint not null,
  claim_id text collate "C" not null,
  words text collate "C" not null,
  as_of text collate "C" not null,
  sequence bigint not null,
  primary key (story_id, revision, position)
);

create index figure_uses_by_claim on figure_uses (claim_id, story_id);

create table story_tasks (
  id text collate "C" primary key,
  story_id text collate "C" not null references stories (id),
  claim_id text collate "C" not null,
  moved_by text collate "C" not null,
  words text collate "C" not null,
  sequence bigint not null,
  at text collate "C" not null,
  done_at text collate "C",
  done_by text collate "C",
  unique (story_id, claim_id, moved_by, sequence)
);

create index story_tasks_open on story_tasks (at, id) where done_at is null;
create index story_tasks_by_story on story_tasks (story_id, at);
