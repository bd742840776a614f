-- What keeps a newsroom running: what its operator did last, whether the studio is locked, and how far caches have heard.

-- What operators and the server itself do for the installation, by kind: backup, drill, upgrade, panic and others.
create table upkeep (
  kind text collate "C" primary key,
  -- The last try, and the last that succeeded.
  tried_at text collate "C" not null,
  done_at text collate "C",
  -- JSON: sizes, counts and names of files; never a secret.
  detail text collate "C" not null
);

-- One row as soon as there is something to say of this installation as a whole.
create table installation (
  id integer primary key check (id = 1),
  -- Tells whether another process works with the same secrets, without saying anything of them.
  secrets_mark text collate "C",
  -- Since when, and in whose words, nothing can be changed in the studio; null while it can.
  locked_at text collate "C",
  lock_reason text collate "C"
);

-- How far each cache in front of the site has heard of changes of the edition.
create table purge_progress (
  cache text collate "C" primary key,
  number bigint not null,
  attempts integer not null,
  due_at text collate "C" not null,
  leased_until text collate "C",
  leased_by text collate "C",
  purged_at text collate "C",
  last_error text collate "C"
);
