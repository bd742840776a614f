-- What the studio's list shows of each story, and how it is found; changes of a front that have yet to come.

-- One line for each story, as its newest text has it. `is_indexed` is 0 until its words are in the index again.
create table story_lines (
  story_id text primary key references stories (id) on delete cascade,
  headline text not null,
  kicker text,
  section_ids text not null,
  touched_at text not null,
  touched_by text not null,
  is_indexed integer not null default 0 check (is_indexed in (0, 1))
) strict, without rowid;

create index story_lines_by_touch on story_lines (touched_at, story_id);
create index story_lines_waiting on story_lines (story_id) where is_indexed = 0;

-- The sections a story stands in and the bylines it carries: what a list is narrowed to.
create table story_marks (
  story_id text not null references stories (id) on delete cascade,
  mark text not null,
  primary key (mark, story_id)
) strict, without rowid;

create index story_marks_by_story on story_marks (story_id);

insert into story_lines (story_id, headline, kicker, section_ids, touched_at, touched_by)
select s.id, r.headline, json_extract(r.content, '$.kicker'), json_extract(r.content, '$.sectionIds'), r.created_at, r.created_by
from stories s join story_revisions r on r.story_id = s.id and r.revision = s.revision;

insert or ignore into story_marks (story_id, mark)
select s.id, m.value from stories s join story_revisions r on r.story_id = s.id and r.revision = s.revision, json_each(r.content, '$.sectionIds') m;

insert or ignore into story_marks (story_id, mark)
select s.id, m.value from stories s join story_revisions r on r.story_id = s.id and r.revision = s.revision, json_each(r.content, '$.bylines') m;

create table story_words (
  position integer primary key,
  story_id text not null unique references stories (id) on delete cascade,
  words text not null
) strict;

-- With its text beside it, so that `secure-delete` overwrites what leaves it: a struck name must not stay in the file.
create virtual table search_index using fts5(
  words, content = 'story_words', content_rowid = 'position', detail = 'none', columnsize = 0, tokenize = "ascii tokenchars '_'"
);

insert into search_index (search_index, rank) values ('secure-delete', 1);

create trigger story_words_come after insert on story_words begin
  insert into search_index (rowid, words) values (new.position, new.words); end;

create trigger story_words_go after delete on story_words begin
  insert into search_index (search_index, rowid, words) values ('delete', old.position, old.words); end;

create trigger story_words_change after update on story_words begin
  insert into search_index (search_index, rowid, words) values ('delete', old.position, old.words); insert into search_index (rowid, words) values (new.position, new.words); end;

-- Chosen for a place of a front, from a time that has yet to come; no story lets the newest fill it again. The worker
-- makes the change when its time has come, and takes the line away. Readers' side learns nothing of it before.
create table front_changes (
  id text primary key,
  list text not null,
  language text not null,
  position integer not null check (position between 1 and 6),
  story_id text references stories (id) on delete cascade,
  from_at text not null,
  until text,
  by text not null,
  at text not null,
  -- Why it could not be made when its time came.
  refused text,
  unique (list, language, position, from_at)
) strict, without rowid;

create index front_changes_due on front_changes (from_at, id) where refused is null;

-- The chosen places of a front before its last change, to go back to.
create table fronts_before (
  list text not null,
  language text not null,
  slots text not null,
  by text not null,
  at text not null,
  primary key (list, language)
) strict, without rowid;

-- What the calendar asks for.
create index stories_by_publication on stories (first_published_at, id) where first_published_at is not null;
create index stories_by_embargo on stories (embargo_until, id) where embargo_until is not null;
