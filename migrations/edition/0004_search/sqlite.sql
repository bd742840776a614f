-- What the search looks through: one line for each story, event, actor, place and source that readers have.
-- `position` orders them by date; `words` are their tokens, separated by spaces, and are made from what stands elsewhere here.

create table search_documents (
  position integer primary key,
  id text not null unique,
  kind text not null,
  words text not null
) strict;

-- The index has its text beside it, so that `secure-delete` overwrites what leaves it: without, erased words would stay in the file.
create virtual table search_index using fts5(
  words, content = 'search_documents', content_rowid = 'position', detail = 'none', columnsize = 0, tokenize = "ascii tokenchars '_'"
);

insert into search_index (search_index, rank) values ('secure-delete', 1);

create trigger search_comes after insert on search_documents begin
  insert into search_index (rowid, words) values (new.position, new.words); end;

create trigger search_goes after delete on search_documents begin
  insert into search_index (search_index, rowid, words) values ('delete', old.position, old.words); end;

create trigger search_stands before update on search_documents begin
  select raise(abort, 'search documents are taken out and put in again, never updated'); end;
