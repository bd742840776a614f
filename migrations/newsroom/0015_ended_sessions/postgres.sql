-- Sessions that somebody has ended, by the hash of their token alone: their devices have to be told so that they destroy
-- what they keep. One that has only expired is not among them.
create table ended_sessions (
  token_hash text collate "C" primary key,
  account_id text collate "C" not null references accounts (id),
  ended_at text collate "C" not null
);

create index ended_sessions_by_time on ended_sessions (ended_at);
