-- The outbox: a mail is written in the transaction of the change it tells about, and sent afterwards.
-- Recipient and text are encrypted: they name people and hold their links.
create table mails (
  organisation_id uuid not null,
  mail_id uuid not null,
  purpose text not null,
  -- The participant to whom it goes, for the delivery log of their programme; null for staff.
  about uuid,
  sealed bytea not null,
  -- `sending`: handed to the mail server, whose reply is not known yet. `bounced`: taken, and sent back later.
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced')),
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
create index mails_under_way on mails (organisation_id, next_attempt_at)
  where state in ('waiting', 'sending');
