-- Which mentee is the clinical supervisor of which mentor.
create table supervisions (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  primary key (organisation_id, programme_id, mentor_id, mentee_id),
  constraint supervisions_of_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint supervisions_by_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table supervisions enable row level security;
alter table supervisions force row level security;
create policy supervisions_of_the_organisation on supervisions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on supervisions to turnabout_app;
