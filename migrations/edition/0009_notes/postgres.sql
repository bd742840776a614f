-- Corrections and clarifications, with what was and what is.

alter table corrections add column kind text collate "C" not null default 'correction';

alter table corrections add column was text collate "C";

alter table corrections add column now text collate "C";
