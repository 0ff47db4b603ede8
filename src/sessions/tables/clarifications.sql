-- Questions of a mentee to the group about a point of their document, and what the group answered.
create table clarifications (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  participant_id uuid not null,
  -- `heard`: the facilitator reads what was said, and nobody says anything more.
  state text not null check (state in ('asked', 'with_group', 'heard', 'answered', 'declined', 'taken_back')),
  domain text not null check (domain <> ''),
  -- Point and question, as the mentee wrote it.
  sealed_question bytea not null,
  -- As the facilitator passed it on.
  sealed_passed_on bytea,
  sealed_answer bytea,
  primary key (organisation_id, programme_id, clarification_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table clarifications enable row level security;
alter table clarifications force row level security;
create policy clarifications_of_the_organisation on clarifications
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarifications to turnabout_app;
