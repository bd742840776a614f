-- What readers have told the corrections desk. Nothing here says who they are, but for a way to reach them that they chose
-- to give; it is taken out when the report is closed. `received_at` is known to the minute.

create table reader_reports (
  id text collate "C" primary key,
  story_id text collate "C" references stories (id) on delete set null,
  about text collate "C" not null,
  language text collate "C" not null,
  kind text collate "C" not null check (kind in ('fact', 'figure', 'name', 'broken', 'other')),
  words text collate "C" not null,
  contact text collate "C",
  received_at text collate "C" not null,
  state text collate "C" not null default 'new' check (state in ('new', 'answered', 'dismissed')),
  note text collate "C",
  closed_at text collate "C",
  closed_by text collate "C",
  check ((state = 'new') = (closed_at is null)),
  check (state = 'new' or contact is null)
);

create index reader_reports_by_state on reader_reports (state, received_at, id);
