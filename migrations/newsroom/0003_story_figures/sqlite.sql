-- What a story's figures said of the record when a revision went live, and what a desk has to look at since.

create table figure_uses (
  story_id text not null references stories (id),
  revision integer not null,
  position integer not null,
  claim_id text not null,
  words text not null,
  as_of text not null,
  sequence integer not null,
  primary key (story_id, revision, position)
) strict, without rowid;

create index figure_uses_by_claim on figure_uses (claim_id, story_id);

create table story_tasks (
  id text primary key,
  story_id text not null references stories (id),
  claim_id text not null,
  moved_by text not null,
  words text not null,
  sequence integer not null,
  at text not null,
  done_at text,
  done_by text,
  unique (story_id, claim_id, moved_by, sequence)
) strict;

create index story_tasks_open on story_tasks (at, id) where done_at is null;
create index story_tasks_by_story on story_tasks (story_id, at);
