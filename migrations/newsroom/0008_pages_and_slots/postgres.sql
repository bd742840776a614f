-- The first places of a front that somebody has chosen a story for, and the pages on which the paper speaks of itself.

create table front_slots (
  list text collate "C" not null,
  language text collate "C" not null,
  position bigint not null check (position between 1 and 6),
  story_id text collate "C" not null references stories (id) on delete cascade,
  -- After this instant the place is filled by itself again; null keeps the story there until somebody takes it away.
  until text collate "C",
  primary key (list, language, position),
  unique (list, language, story_id)
);

create index front_slots_by_story on front_slots (story_id);

create table house_pages (
  kind text collate "C" not null,
  language text collate "C" not null,
  title text collate "C" not null,
  body text collate "C" not null,
  updated_at text collate "C" not null,
  primary key (kind, language)
);
