-- Work that is done after the act that asked for it, by whichever process is free: told to others, tried again.

create table jobs (
  id text collate "C" primary key,
  kind text collate "C" not null,
  -- Two jobs that wait under one key are one job.
  key text collate "C" not null,
  payload text collate "C" not null,
  due_at text collate "C" not null,
  attempts bigint not null default 0,
  leased_until text collate "C",
  leased_by text collate "C",
  last_error text collate "C",
  given_up_at text collate "C",
  done_at text collate "C",
  check ((leased_until is null) = (leased_by is null))
);

create unique index jobs_waiting on jobs (key) where done_at is null and given_up_at is null and leased_until is null;
create index jobs_due on jobs (due_at, id) where done_at is null and given_up_at is null;
create index jobs_given_up on jobs (given_up_at, id) where given_up_at is not null;
create index jobs_done on jobs (done_at) where done_at is not null;
