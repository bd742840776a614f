-- Pictures that were taken in. Their files lie beside the databases; the hash of what came in tells when it comes again.

create table pictures (
  id text primary key,
  sha256 text not null unique,
  width integer not null,
  height integer not null,
  focus_x real not null check (focus_x between 0 and 1),
  focus_y real not null check (focus_y between 0 and 1),
  colour text not null,
  thumbhash text not null,
  renditions text not null,
  alt text not null,
  decorative integer not null check (decorative in (0, 1)),
  caption text,
  credit text,
  licence text,
  taken_on text,
  added_at text not null,
  by text not null
) strict, without rowid;

create index pictures_by_time on pictures (added_at, id);
