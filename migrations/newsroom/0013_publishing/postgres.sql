-- Notes of three kinds with what was and what is, links for outsiders, a word from the desk, what a translation was made from.

alter table story_notes drop constraint story_notes_kind_check;

alter table story_notes add constraint story_notes_kind_check check (kind in ('correction', 'clarification', 'update'));

alter table story_notes add column was text collate "C";

alter table story_notes add column now text collate "C";

-- A link by which somebody outside sees one story before it is public. Only its hash is kept.
create table preview_links (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  story_id text collate "C" not null references stories (id) on delete cascade,
  -- Null shows whatever is newest.
  revision bigint,
  label text collate "C" not null,
  by text collate "C" not null,
  at text collate "C" not null,
  expires_at text collate "C" not null,
  revoked_at text collate "C",
  opened bigint not null,
  opened_at text collate "C"
);

create index preview_links_by_story on preview_links (story_id, at, id);

-- What an editor said when a story went back to its reporter.
create table desk_words (
  story_id text collate "C" not null references stories (id) on delete cascade,
  at text collate "C" not null,
  by text collate "C" not null,
  text text collate "C" not null,
  primary key (story_id, at)
);

-- The original's live revision that a translation was last brought up to.
alter table stories add column translated_from_revision bigint;
