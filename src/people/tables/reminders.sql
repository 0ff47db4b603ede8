-- Which reminder went to whom about what (`invitation`, `stage 1` …): none goes twice.
create table reminders (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  about text not null,
  number integer not null check (number >= 1),
  primary key (organisation_id, programme_id, participant_id, about, number),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table reminders enable row level security;
alter table reminders force row level security;
create policy reminders_of_the_organisation on reminders
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reminders to turnabout_app;
