-- The text as it is being written, what lies beside it, who is at it, and what they remark.

-- What somebody called a revision, and why it was kept.
alter table story_revisions add column name text collate "C";
alter table story_revisions add column kept_as text collate "C"
  check (kept_as in ('named', 'submitted', 'published', 'handover', 'interval', 'restored', 'side'));

create table working_copies (
  story_id text collate "C" primary key references stories (id) on delete cascade,
  -- Grows by one with each save, and never goes back.
  version bigint not null,
  base_revision bigint not null,
  content text collate "C" not null,
  margin text collate "C" not null,
  saved_at text collate "C" not null,
  by text collate "C" not null,
  device text collate "C" not null,
  -- Since when it says something else than its base revision; null while it does not.
  changed_since text collate "C"
);

-- Saves that were answered, for a while: a request that is repeated after a lost answer changes nothing.
create table working_saves (
  story_id text collate "C" not null references stories (id) on delete cascade,
  by text collate "C" not null,
  save_id text collate "C" not null,
  version bigint,
  side_copy_id text collate "C",
  at text collate "C" not null,
  primary key (story_id, by, save_id)
);

create index working_saves_by_time on working_saves (at);

-- Texts that could not be saved into the story. Nothing is overwritten: they lie here until somebody has settled them.
create table side_copies (
  id text collate "C" primary key,
  story_id text collate "C" not null references stories (id) on delete cascade,
  base_version bigint not null,
  content text collate "C" not null,
  margin text collate "C" not null,
  headline text collate "C" not null,
  by text collate "C" not null,
  device text collate "C" not null,
  at text collate "C" not null,
  reason text collate "C" not null check (reason in ('conflict', 'late', 'replaced', 'handover')),
  settled_at text collate "C",
  settled_by text collate "C"
);

create index side_copies_by_story on side_copies (story_id, at, id);
create index side_copies_settled on side_copies (settled_at) where settled_at is not null;

-- Who is at a story, by signs that they give; of no use a day later, and gone by then.
create table story_presence (
  story_id text collate "C" not null references stories (id) on delete cascade,
  by text collate "C" not null,
  device text collate "C" not null,
  since text collate "C" not null,
  seen_at text collate "C" not null,
  place bigint,
  taken_by text collate "C",
  taken_at text collate "C",
  primary key (story_id, by, device)
);

-- Who is writing.
create table story_pens (
  story_id text collate "C" primary key references stories (id) on delete cascade,
  by text collate "C" not null,
  device text collate "C" not null,
  since text collate "C" not null,
  seen_at text collate "C" not null
);

create table story_comments (
  id text collate "C" primary key,
  story_id text collate "C" not null references stories (id) on delete cascade,
  reply_to text collate "C",
  by text collate "C" not null,
  at text collate "C" not null,
  text text collate "C" not null,
  quote text collate "C" not null,
  edited_at text collate "C",
  removed_at text collate "C",
  resolved_at text collate "C",
  resolved_by text collate "C",
  changed_at text collate "C" not null
);

create index story_comments_by_story on story_comments (story_id, at, id);
