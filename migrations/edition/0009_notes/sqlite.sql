-- Corrections and clarifications, with what was and what is.

alter table corrections add column kind text not null default 'correction';

alter table corrections add column was text;

alter table corrections add column now text;
