-- What readers had of a story before, where it has changed; a text that was withheld is null and says why.

create table story_versions (
  story_id text not null references stories (id) on delete cascade,
  version integer not null,
  at text not null,
  change text,
  withheld text,
  text text,
  primary key (story_id, version)
) strict, without rowid;

-- Every correction of a live story, in the order in which they were issued.
create table corrections (
  note_id text primary key,
  story_id text not null references stories (id) on delete cascade,
  language text not null,
  at text not null,
  text text not null
) strict, without rowid;

create index corrections_by_day on corrections (language, at, note_id);
create index corrections_by_story on corrections (story_id);
