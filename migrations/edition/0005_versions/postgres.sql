-- What readers had of a story before, where it has changed; a text that was withheld is null and says why.

create table story_versions (
  story_id text collate "C" not null references stories (id) on delete cascade,
  version bigint not null,
  at text collate "C" not null,
  change text collate "C",
  withheld text collate "C",
  text text collate "C",
  primary key (story_id, version)
);

-- Every correction of a live story, in the order in which they were issued.
create table corrections (
  note_id text collate "C" primary key,
  story_id text collate "C" not null references stories (id) on delete cascade,
  language text collate "C" not null,
  at text collate "C" not null,
  text text collate "C" not null
);

create index corrections_by_day on corrections (language, at, note_id);
create index corrections_by_story on corrections (story_id);
