-- How many had seen it too, once the ballots are gone.
create table interview_tallies (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  supporters integer not null check (supporters >= 0),
  primary key (organisation_id, programme_id, note_id),
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table interview_tallies enable row level security;
alter table interview_tallies force row level security;
create policy interview_tallies_of_the_organisation on interview_tallies
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_tallies to turnabout_app;
