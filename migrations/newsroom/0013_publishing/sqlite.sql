-- Notes of three kinds with what was and what is, links for outsiders, a word from the desk, what a translation was made from.

create table story_notes_by_kind (
  id text primary key,
  story_id text not null references stories (id),
  kind text not null check (kind in ('correction', 'clarification', 'update')),
  at text not null,
  text text not null,
  was text,
  now text
) strict;

insert into story_notes_by_kind (id, story_id, kind, at, text) select id, story_id, kind, at, text from story_notes;

drop table story_notes;

alter table story_notes_by_kind rename to story_notes;

create index story_notes_by_story on story_notes (story_id, at, id);

-- A link by which somebody outside sees one story before it is public. Only its hash is kept.
create table preview_links (
  id text primary key,
  token_hash text not null unique,
  story_id text not null references stories (id) on delete cascade,
  -- Null shows whatever is newest.
  revision integer,
  label text not null,
  by text not null,
  at text not null,
  expires_at text not null,
  revoked_at text,
  opened integer not null,
  opened_at text
) strict, without rowid;

create index preview_links_by_story on preview_links (story_id, at, id);

-- What an editor said when a story went back to its reporter.
create table desk_words (
  story_id text not null references stories (id) on delete cascade,
  at text not null,
  by text not null,
  text text not null,
  primary key (story_id, at)
) strict, without rowid;

-- The original's live revision that a translation was last brought up to.
alter table stories add column translated_from_revision integer;
