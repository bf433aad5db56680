-- A line is only ever written in one statement with its saga: looking the saga up for each line found nothing.
alter table saga_journal drop constraint saga_journal_saga_id_fkey;
