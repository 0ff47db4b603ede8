-- Which mentors have said something to a question, or that they have nothing to say. Not what.
create table clarification_turns (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  participant_id uuid not null,
  primary key (organisation_id, programme_id, clarification_id, participant_id),
  foreign key (organisation_id, programme_id, clarification_id)
    references clarifications (organisation_id, programme_id, clarification_id) on delete cascade,
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table clarification_turns enable row level security;
alter table clarification_turns force row level security;
create policy clarification_turns_of_the_organisation on clarification_turns
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarification_turns to turnabout_app;
