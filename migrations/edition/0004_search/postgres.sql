-- What the search looks through: one line for each story, event, actor, place and source that readers have.
-- `position` orders them by date; `words` are their tokens, separated by spaces, and are made from what stands elsewhere here.

create table search_documents (
  position bigint primary key,
  id text collate "C" not null unique,
  kind text collate "C" not null,
  words text collate "C" not null,
  vector tsvector not null generated always as (array_to_tsvector(string_to_array(words, ' '))) stored
);

create index search_by_words on search_documents using gin (vector) with (fastupdate = off);

-- Both are long, and most searches need neither: beside the table they do not stand in the way of those who count positions.
alter table search_documents set (toast_tuple_target = 128);
