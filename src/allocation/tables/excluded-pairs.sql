-- Pairs that the lead has excluded from the draw, such as relatives. Why is nobody's business here.
create table excluded_pairs (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  primary key (organisation_id, programme_id, mentor_id, mentee_id),
  constraint excluded_pairs_have_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint excluded_pairs_have_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table excluded_pairs enable row level security;
alter table excluded_pairs force row level security;
create policy excluded_pairs_of_the_organisation on excluded_pairs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on excluded_pairs to turnabout_app;
