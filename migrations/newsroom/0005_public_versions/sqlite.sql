-- Which revisions readers had, one after another. A story without a row here has had one version: its live revision.

create table story_publications (
  story_id text not null references stories (id),
  version integer not null,
  revision integer not null,
  at text not null,
  by text not null,
  change text,
  withheld text,
  withheld_at text,
  primary key (story_id, version)
) strict, without rowid;
