-- What failed and waits for its next attempt is looked for at every turn, and is hardly ever there.
create index inbox_failed on inbox (due_at) where state = 'waiting' and attempts > 0;
