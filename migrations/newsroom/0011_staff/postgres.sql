-- Who works here, what each is trusted with, how they come in, and which desk answers for which story.

create table desks (
  id text collate "C" primary key,
  names text collate "C" not null,
  section_ids text collate "C" not null,
  position bigint not null
);

create table accounts (
  id text collate "C" primary key,
  -- As colleagues call them: a pen name will do.
  name text collate "C" not null,
  email text collate "C" unique,
  language text collate "C" not null,
  state text collate "C" not null check (state in ('active', 'suspended')),
  created_at text collate "C" not null,
  -- The day they were last here, and no more than that.
  seen_on text collate "C"
);

-- An empty desk stands for the whole paper.
create table grants (
  account_id text collate "C" not null references accounts (id),
  role text collate "C" not null check (role in ('owner', 'editor', 'reporter', 'contributor', 'translator', 'researcher')),
  desk_id text collate "C" not null default '',
  primary key (account_id, role, desk_id)
);

-- A link that makes an account, or lets somebody into theirs again. Only its hash is kept.
create table invitations (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  kind text collate "C" not null check (kind in ('first-owner', 'invitation', 'reset')),
  account_id text collate "C" references accounts (id),
  name text collate "C",
  email text collate "C",
  grants text collate "C" not null,
  by text collate "C" not null,
  at text collate "C" not null,
  expires_at text collate "C" not null,
  used_at text collate "C",
  withdrawn_at text collate "C"
);

create table sessions (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  account_id text collate "C" not null references accounts (id),
  -- "Firefox on Linux": enough to know one's own devices by, not enough to know a person.
  device text collate "C" not null,
  began_at text collate "C" not null,
  seen_at text collate "C" not null,
  expires_at text collate "C" not null,
  confirmed_at text collate "C" not null
);

create index sessions_by_account on sessions (account_id, began_at);

create table passkeys (
  id text collate "C" primary key,
  account_id text collate "C" not null references accounts (id),
  public_key text collate "C" not null,
  counter bigint not null,
  transports text collate "C" not null,
  name text collate "C" not null,
  is_synced bigint not null check (is_synced in (0, 1)),
  added_at text collate "C" not null,
  used_on text collate "C"
);

create index passkeys_by_account on passkeys (account_id, added_at);

-- The other way in. The secret of the second factor is encrypted with a key that is not in this database.
create table passwords (
  account_id text collate "C" primary key references accounts (id),
  hash text collate "C" not null,
  totp_secret text collate "C" not null,
  totp_step bigint not null,
  set_at text collate "C" not null
);

create table recovery_codes (
  account_id text collate "C" not null references accounts (id),
  code_hash text collate "C" not null,
  used_at text collate "C",
  primary key (account_id, code_hash)
);

-- What a passkey has to sign. Used once.
create table challenges (
  id text collate "C" primary key,
  challenge text collate "C" not null,
  purpose text collate "C" not null,
  account_id text collate "C",
  expires_at text collate "C" not null
);

-- Tries that failed, by account, network and altogether, in windows of time. The key is a hash.
create table failed_tries (
  key text collate "C" not null,
  window_start text collate "C" not null,
  tries bigint not null,
  primary key (key, window_start)
);

create table api_keys (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  name text collate "C" not null,
  account_id text collate "C" not null references accounts (id),
  scopes text collate "C" not null,
  made_at text collate "C" not null,
  expires_at text collate "C",
  used_on text collate "C",
  revoked_at text collate "C"
);

alter table stories add column desk_id text collate "C" references desks (id);
create index stories_by_desk on stories (desk_id, id) where desk_id is not null;

create table story_authors (
  story_id text collate "C" not null references stories (id) on delete cascade,
  account_id text collate "C" not null references accounts (id),
  primary key (story_id, account_id)
);

create index story_authors_by_account on story_authors (account_id, story_id);
