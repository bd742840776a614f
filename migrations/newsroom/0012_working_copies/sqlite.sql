-- The text as it is being written, what lies beside it, who is at it, and what they remark.

-- What somebody called a revision, and why it was kept.
alter table story_revisions add column name text;
alter table story_revisions add column kept_as text
  check (kept_as in ('named', 'submitted', 'published', 'handover', 'interval', 'restored', 'side'));

create table working_copies (
  story_id text primary key references stories (id) on delete cascade,
  -- Grows by one with each save, and never goes back.
  version integer not null,
  base_revision integer not null,
  content text not null,
  margin text not null,
  saved_at text not null,
  by text not null,
  device text not null,
  -- Since when it says something else than its base revision; null while it does not.
  changed_since text
) strict, without rowid;

-- Saves that were answered, for a while: a request that is repeated after a lost answer changes nothing.
create table working_saves (
  story_id text not null references stories (id) on delete cascade,
  by text not null,
  save_id text not null,
  version integer,
  side_copy_id text,
  at text not null,
  primary key (story_id, by, save_id)
) strict, without rowid;

create index working_saves_by_time on working_saves (at);

-- Texts that could not be saved into the story. Nothing is overwritten: they lie here until somebody has settled them.
create table side_copies (
  id text primary key,
  story_id text not null references stories (id) on delete cascade,
  base_version integer not null,
  content text not null,
  margin text not null,
  headline text not null,
  by text not null,
  device text not null,
  at text not null,
  reason text not null check (reason in ('conflict', 'late', 'replaced', 'handover')),
  settled_at text,
  settled_by text
) strict;

create index side_copies_by_story on side_copies (story_id, at, id);
create index side_copies_settled on side_copies (settled_at) where settled_at is not null;

-- Who is at a story, by signs that they give; of no use a day later, and gone by then.
create table story_presence (
  story_id text not null references stories (id) on delete cascade,
  by text not null,
  device text not null,
  since text not null,
  seen_at text not null,
  place integer,
  taken_by text,
  taken_at text,
  primary key (story_id, by, device)
) strict, without rowid;

-- Who is writing.
create table story_pens (
  story_id text primary key references stories (id) on delete cascade,
  by text not null,
  device text not null,
  since text not null,
  seen_at text not null
) strict, without rowid;

create table story_comments (
  id text primary key,
  story_id text not null references stories (id) on delete cascade,
  reply_to text,
  by text not null,
  at text not null,
  text text not null,
  quote text not null,
  edited_at text,
  removed_at text,
  resolved_at text,
  resolved_by text,
  changed_at text not null
) strict;

create index story_comments_by_story on story_comments (story_id, at, id);
