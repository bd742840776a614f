-- Pictures that a live story or a byline with live stories shows, and no others: what is not listed here is not served.

create table pictures (
  id text primary key,
  width integer not null,
  height integer not null,
  focus_x real not null,
  focus_y real not null,
  colour text not null,
  thumbhash text not null,
  renditions text not null
) strict, without rowid;

-- A name is the hash of a file's bytes: two pictures may share a file.
create table picture_files (
  name text not null,
  picture_id text not null references pictures (id) on delete cascade,
  media_type text not null,
  bytes integer not null,
  primary key (name, picture_id)
) strict, without rowid;

create index picture_files_by_picture on picture_files (picture_id);

create table story_pictures (
  story_id text not null,
  picture_id text not null,
  primary key (story_id, picture_id)
) strict, without rowid;

create index story_pictures_by_picture on story_pictures (picture_id);

create table author_pictures (
  picture_id text primary key
) strict, without rowid;
