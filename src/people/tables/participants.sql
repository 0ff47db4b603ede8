-- The people of a programme, by name. Nothing that they answered is here.
create table participants (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  name text not null check (name <> ''),
  email text check (email <> ''),
  -- The number that the employer gives a person and never gives to another; people are told apart by it.
  permanent_id text check (permanent_id <> ''),
  state text not null check (state in ('invited', 'agreed', 'declined', 'withdrawn')),
  left_after_phase integer check (left_after_phase >= 0),
  primary key (organisation_id, programme_id, participant_id),
  constraint participants_who_left_are_withdrawn
    check ((left_after_phase is not null) = (state = 'withdrawn')),
  -- What is unique here begins with what differs: one person is then looked up in no other index than the primary key's,
  -- whatever the planner knows of a table that has just been filled.
  constraint participants_one_per_permanent_id unique (permanent_id, organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);
create unique index participants_one_per_email on participants (lower(email), organisation_id, programme_id);

alter table participants enable row level security;
alter table participants force row level security;
create policy participants_of_the_organisation on participants
  using (organisation_id = current_organisation());
grant select, insert, update, delete on participants to turnabout_app;
