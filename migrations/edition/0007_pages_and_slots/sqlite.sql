-- The first places of a front that somebody has chosen a live story for, and the pages on which the paper speaks of itself.

create table front_slots (
  list text not null,
  language text not null,
  position integer not null,
  story_id text not null,
  until text,
  primary key (list, language, position)
) strict, without rowid;

create index front_slots_by_story on front_slots (story_id);

create table house_pages (
  kind text not null,
  language text not null,
  title text not null,
  body text not null,
  updated_at text not null,
  primary key (kind, language)
) strict, without rowid;
