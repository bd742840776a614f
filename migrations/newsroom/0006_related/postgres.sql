-- Which older stories were chosen to stand beside a story when it was published, and why. A story without a row was
-- published before anybody chose, or has nothing older that belongs to it. What was chosen may be withdrawn later: it is
-- then not shown, and its row stays.

create table story_related (
  story_id text collate "C" not null references stories (id),
  position bigint not null,
  related_id text collate "C" not null,
  reason_kind text collate "C" not null check (reason_kind in ('event', 'series', 'actor', 'place', 'section')),
  reason_id text collate "C" not null,
  primary key (story_id, position)
);
