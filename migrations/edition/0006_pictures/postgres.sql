-- Pictures that a live story or a byline with live stories shows, and no others: what is not listed here is not served.

create table pictures (
  id text collate "C" primary key,
  width bigint not null,
  height bigint not null,
  focus_x double precision not null,
  focus_y double precision not null,
  colour text collate "C" not null,
  thumbhash text collate "C" not null,
  renditions text collate "C" not null
);

-- A name is the hash of a file's bytes: two pictures may share a file.
create table picture_files (
  name text collate "C" not null,
  picture_id text collate "C" not null references pictures (id) on delete cascade,
  media_type text collate "C" not null,
  bytes bigint not null,
  primary key (name, picture_id)
);

create index picture_files_by_picture on picture_files (picture_id);

create table story_pictures (
  story_id text collate "C" not null,
  picture_id text collate "C" not null,
  primary key (story_id, picture_id)
);

create index story_pictures_by_picture on story_pictures (picture_id);

create table author_pictures (
  picture_id text collate "C" primary key
);
