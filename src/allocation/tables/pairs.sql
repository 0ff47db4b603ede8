-- Who mentors whom, as the allocation drew it.
create table pairs (
  organisation_id uuid not null,
  programme_id uuid not null,
  pair_id uuid not null,
  label text not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  primary key (organisation_id, programme_id, pair_id),
  constraint pairs_one_per_label unique (organisation_id, programme_id, label),
  constraint pairs_a_mentor_and_a_mentee_once
    unique (organisation_id, programme_id, mentor_id, mentee_id),
  constraint pairs_have_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint pairs_have_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table pairs enable row level security;
alter table pairs force row level security;
create policy pairs_of_the_organisation on pairs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on pairs to turnabout_app;
