-- Work that is done after the act that asked for it, by whichever process is free: told to others, tried again.

create table jobs (
  id text primary key,
  kind text not null,
  -- Two jobs that wait under one key are one job.
  key text not null,
  payload text not null,
  due_at text not null,
  attempts integer not null default 0,
  leased_until text,
  leased_by text,
  last_error text,
  given_up_at text,
  done_at text,
  check ((leased_until is null) = (leased_by is null))
) strict, without rowid;

create unique index jobs_waiting on jobs (key) where done_at is null and given_up_at is null and leased_until is null;
create index jobs_due on jobs (due_at, id) where done_at is null and given_up_at is null;
create index jobs_given_up on jobs (given_up_at, id) where given_up_at is not null;
create index jobs_done on jobs (done_at) where done_at is not null;
