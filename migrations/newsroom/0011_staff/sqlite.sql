-- Who works here, what each is trusted with, how they come in, and which desk answers for which story.

create table desks (
  id text primary key,
  names text not null,
  section_ids text not null,
  position integer not null
) strict, without rowid;

create table accounts (
  id text primary key,
  -- As colleagues call them: a pen name will do.
  name text not null,
  email text unique,
  language text not null,
  state text not null check (state in ('active', 'suspended')),
  created_at text not null,
  -- The day they were last here, and no more than that.
  seen_on text
) strict, without rowid;

-- An empty desk stands for the whole paper.
create table grants (
  account_id text not null references accounts (id),
  role text not null check (role in ('owner', 'editor', 'reporter', 'contributor', 'translator', 'researcher')),
  desk_id text not null default '',
  primary key (account_id, role, desk_id)
) strict, without rowid;

-- A link that makes an account, or lets somebody into theirs again. Only its hash is kept.
create table invitations (
  id text primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('first-owner', 'invitation', 'reset')),
  account_id text references accounts (id),
  name text,
  email text,
  grants text not null,
  by text not null,
  at text not null,
  expires_at text not null,
  used_at text,
  withdrawn_at text
) strict, without rowid;

create table sessions (
  id text primary key,
  token_hash text not null unique,
  account_id text not null references accounts (id),
  -- "Firefox on Linux": enough to know one's own devices by, not enough to know a person.
  device text not null,
  began_at text not null,
  seen_at text not null,
  expires_at text not null,
  confirmed_at text not null
) strict, without rowid;

create index sessions_by_account on sessions (account_id, began_at);

create table passkeys (
  id text primary key,
  account_id text not null references accounts (id),
  public_key text not null,
  counter integer not null,
  transports text not null,
  name text not null,
  is_synced integer not null check (is_synced in (0, 1)),
  added_at text not null,
  used_on text
) strict, without rowid;

create index passkeys_by_account on passkeys (account_id, added_at);

-- The other way in. The secret of the second factor is encrypted with a key that is not in this database.
create table passwords (
  account_id text primary key references accounts (id),
  hash text not null,
  totp_secret text not null,
  totp_step integer not null,
  set_at text not null
) strict, without rowid;

create table recovery_codes (
  account_id text not null references accounts (id),
  code_hash text not null,
  used_at text,
  primary key (account_id, code_hash)
) strict, without rowid;

-- What a passkey has to sign. Used once.
create table challenges (
  id text primary key,
  challenge text not null,
  purpose text not null,
  account_id text,
  expires_at text not null
) strict, without rowid;

-- Tries that failed, by account, network and altogether, in windows of time. The key is a hash.
create table failed_tries (
  key text not null,
  window_start text not null,
  tries integer not null,
  primary key (key, window_start)
) strict, without rowid;

create table api_keys (
  id text primary key,
  token_hash text not null unique,
  name text not null,
  account_id text not null references accounts (id),
  scopes text not null,
  made_at text not null,
  expires_at text,
  used_on text,
  revoked_at text
) strict, without rowid;

alter table stories add column desk_id text references desks (id);
create index stories_by_desk on stories (desk_id, id) where desk_id is not null;

create table story_authors (
  story_id text not null references stories (id) on delete cascade,
  account_id text not null references accounts (id),
  primary key (story_id, account_id)
) strict, without rowid;

create index story_authors_by_account on story_authors (account_id, story_id);
