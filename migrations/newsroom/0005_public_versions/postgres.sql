-- Which revisions readers had, one after another. A story without a row here has had one version: its live revision.

create table story_publications (
  story_id text collate "C" not null references stories (id),
  version bigint not null,
  revision bigint not null,
  at text collate "C" not null,
  by text collate "C" not null,
  change text collate "C",
  withheld text collate "C",
  withheld_at text collate "C",
  primary key (story_id, version)
);
