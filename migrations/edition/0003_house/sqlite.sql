-- How the paper can be reached, whom a byline stands for, what stands under a section's name, and what was chosen beside a story.

alter table newspaper add column profile text not null default '{}';
alter table sections add column about text not null default '{}';
alter table authors add column names text not null default '{}';
alter table authors add column kind text not null default 'person';
alter table authors add column picture_id text;

-- `related` is null where nobody chose: then older stories of the same sections stand beside it.
alter table stories add column related text;
alter table stories add column versions integer not null default 1;

-- Where a withdrawn story was listed: the feeds of those lists say that it is gone.
alter table gone add column section_ids text not null default '[]';
alter table gone add column author_ids text not null default '[]';
alter table gone add column first_published_at text not null default '1970-01-01T00:00:00.000Z';
alter table gone add column first_published_precision text not null default 'minute';

create index gone_by_day on gone (language, killed_at);
