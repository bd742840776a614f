-- The first places of a front that somebody has chosen a story for, and the pages on which the paper speaks of itself.

create table front_slots (
  list text not null,
  language text not null,
  position integer not null check (position between 1 and 6),
  story_id text not null references stories (id) on delete cascade,
  -- After this instant the place is filled by itself again; null keeps the story there until somebody takes it away.
  until text,
  primary key (list, language, position),
  unique (list, language, story_id)
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
