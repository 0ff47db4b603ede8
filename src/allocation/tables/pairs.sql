-- Who mentors whom, from the minute in which the allocation is published.
create table pairs (
  organisation_id uuid not null,
  programme_id uuid not null,
  pair_id uuid not null,
  label text not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  -- Which draw made the pair; null: it came with an imported study.
  draw_number integer,
  -- One of the two has left, or the mentee was drawn another mentor. What the pair did before stays.
  has_ended boolean not null default false,
  -- One of the two asked for it to end; which one is kept nowhere. They are not drawn together again.
  has_exited boolean not null default false,
  primary key (organisation_id, programme_id, pair_id),
  constraint pairs_that_were_left_have_ended check (has_ended or not has_exited),
  constraint pairs_one_per_label unique (organisation_id, programme_id, label),
  constraint pairs_have_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint pairs_have_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint pairs_were_drawn foreign key (organisation_id, programme_id, draw_number)
    references allocation_draws (organisation_id, programme_id, number)
);

create unique index pairs_a_mentor_and_a_mentee_once
  on pairs (organisation_id, programme_id, mentor_id, mentee_id)
  where not has_ended;

alter table pairs enable row level security;
alter table pairs force row level security;
create policy pairs_of_the_organisation on pairs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on pairs to turnabout_app;
