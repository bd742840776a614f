-- What readers have told the corrections desk. Nothing here says who they are, but for a way to reach them that they chose
-- to give; it is taken out when the report is closed. `received_at` is known to the minute.

create table reader_reports (
  id text primary key,
  story_id text references stories (id) on delete set null,
  about text not null,
  language text not null,
  kind text not null check (kind in ('fact', 'figure', 'name', 'broken', 'other')),
  words text not null,
  contact text,
  received_at text not null,
  state text not null default 'new' check (state in ('new', 'answered', 'dismissed')),
  note text,
  closed_at text,
  closed_by text,
  check ((state = 'new') = (closed_at is null)),
  check (state = 'new' or contact is null)
) strict, without rowid;

create index reader_reports_by_state on reader_reports (state, received_at, id);
