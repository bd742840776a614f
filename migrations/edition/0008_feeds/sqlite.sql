-- The latest change to the events of a month, for the index of the sitemaps.

create index events_by_month_update on events (month, updated_at);
