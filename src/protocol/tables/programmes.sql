-- A protocol carried out at one place with one group of people. Its key makes the pseudonyms of its answers.
create table programmes (
  organisation_id uuid not null,
  programme_id uuid not null,
  name text not null check (name <> ''),
  site text,
  state text not null default 'setting_up' check (state in ('setting_up', 'open', 'closed')),
  wrapped_key bytea not null,
  -- The programme whose next cohort this is.
  follows_programme_id uuid,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id) references organisations (organisation_id),
  constraint programmes_follow_another
    foreign key (organisation_id, follows_programme_id) references programmes (organisation_id, programme_id)
);

alter table programmes enable row level security;
alter table programmes force row level security;
create policy programmes_of_the_organisation on programmes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on programmes to turnabout_app;
