-- Pictures that were taken in. Their files lie beside the databases; the hash of what came in tells when it comes again.

create table pictures (
  id text collate "C" primary key,
  sha256 text collate "C" not null unique,
  width bigint not null,
  height bigint not null,
  focus_x double precision not null check (focus_x between 0 and 1),
  focus_y double precision not null check (focus_y between 0 and 1),
  colour text collate "C" not null,
  thumbhash text collate "C" not null,
  renditions text collate "C" not null,
  alt text collate "C" not null,
  decorative integer not null check (decorative in (0, 1)),
  caption text collate "C",
  credit text collate "C",
  licence text collate "C",
  taken_on text collate "C",
  added_at text collate "C" not null,
  by text collate "C" not null
);

create index pictures_by_time on pictures (added_at, id);
