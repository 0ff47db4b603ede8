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
  constraint participants_one_per_permanent_id unique (organisation_id, programme_id, permanent_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);
create unique index participants_one_per_email on participants (organisation_id, programme_id, lower(email));

alter table participants enable row level security;
alter table participants force row level security;
create policy participants_of_the_organisation on participants
  using (organisation_id = current_organisation());
grant select, insert, update, delete on participants to turnabout_app;
