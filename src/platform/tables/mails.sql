-- The outbox: a mail is written in the transaction of the change it tells about, and sent afterwards.
-- Recipient and text are encrypted: they name people and hold their links.
create table mails (
  organisation_id uuid not null,
  mail_id uuid not null,
  purpose text not null,
  sealed bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  written_at timestamptz not null,
  last_problem text,
  primary key (organisation_id, mail_id)
);

alter table mails enable row level security;
alter table mails force row level security;
create policy mails_of_the_organisation on mails
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mails to turnabout_app;
create index mails_waiting on mails (organisation_id, next_attempt_at) where state = 'waiting';
