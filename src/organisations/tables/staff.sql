-- People who run programmes. `email_key` is a keyed hash: an email can be looked up, not listed.
create table staff (
  organisation_id uuid not null,
  staff_id uuid not null,
  name text not null check (name <> ''),
  email text not null check (email <> ''),
  email_key bytea not null,
  primary key (organisation_id, staff_id),
  constraint staff_one_per_email unique (organisation_id, email_key),
  foreign key (organisation_id) references organisations (organisation_id)
);

alter table staff enable row level security;
alter table staff force row level security;
create policy staff_of_the_organisation on staff
  using (organisation_id = current_organisation());
grant select, insert, update, delete on staff to turnabout_app;
create index staff_by_email on staff (email_key);

-- Signing in by mail: who knows an email finds the organisations where it is staff's.
create policy staff_found_by_their_email on staff for select
  using (email_key = decode(nullif(current_setting('app.email_key', true), ''), 'hex'));
