-- That a pair met, when, for how long and how. There is no column for what they said: it is confidential.
create table sessions (
  organisation_id uuid not null,
  programme_id uuid not null,
  session_id uuid not null,
  pair_id uuid not null,
  duration_minutes numeric check (duration_minutes > 0),
  -- Null: it came with an imported study that does not say.
  held_on date,
  mode text check (mode in ('face_to_face', 'online')),
  primary key (organisation_id, programme_id, session_id),
  foreign key (organisation_id, programme_id, pair_id)
    references pairs (organisation_id, programme_id, pair_id)
);

alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_of_the_organisation on sessions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sessions to turnabout_app;
