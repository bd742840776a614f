-- How the paper can be reached, whom a byline stands for, and what stands under a section's name.

alter table newspaper add column profile text not null default '{}';
alter table sections add column about text not null default '{}';
alter table personas add column names text not null default '{}';
alter table personas add column kind text not null default 'person' check (kind in ('person', 'desk', 'organisation'));
alter table personas add column picture_id text;
