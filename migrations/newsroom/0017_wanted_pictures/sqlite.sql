-- Pictures that imported stories show and that have not been brought over, and the stories that show them.

create table wanted_pictures (
  -- The address of the original without its scheme; without one, the source and the name.
  key text primary key,
  source text not null,
  name text,
  -- Every address that a story gave, as JSON.
  addresses text not null,
  state text not null check (state in ('waiting', 'here', 'missing', 'refused')),
  picture_id text references pictures (id) on delete cascade,
  -- Of the file that was found, from the moment it was: what was fetched is not fetched again.
  sha256 text,
  attempts integer not null default 0,
  due_at text not null,
  last_error text,
  -- Did anybody ask for it to be fetched by the server?
  is_asked integer not null default 0 check (is_asked in (0, 1)),
  check ((state = 'here') = (picture_id is not null))
) strict, without rowid;

create index wanted_pictures_by_state on wanted_pictures (state, key);
create index wanted_pictures_due on wanted_pictures (due_at, key) where state = 'waiting' and is_asked = 1;
create index wanted_pictures_by_picture on wanted_pictures (picture_id) where picture_id is not null;

create table wanted_picture_uses (
  key text not null references wanted_pictures (key) on delete cascade,
  story_id text not null references stories (id) on delete cascade,
  -- Ready: the picture is here, and the story does not show it yet. With the editor: its newest revision shows it, and
  -- readers do not have that. With staff: somebody works on the story, so it was left alone.
  place text not null check (place in ('waiting', 'ready', 'shown', 'with-editor', 'with-staff')),
  primary key (key, story_id)
) strict, without rowid;

create index wanted_picture_uses_by_story on wanted_picture_uses (story_id, key);
create index wanted_picture_uses_ready on wanted_picture_uses (story_id, key) where place = 'ready';
create index wanted_picture_uses_left on wanted_picture_uses (key, story_id) where place = 'with-staff';
