-- Who cannot answer a stage that is open yet: it opens for them when their session is recorded. Nobody here: all can.
create table stage_waits (
  organisation_id uuid not null,
  programme_id uuid not null,
  stage integer not null check (stage >= 1),
  participant_id uuid not null,
  primary key (organisation_id, programme_id, stage, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table stage_waits enable row level security;
alter table stage_waits force row level security;
create policy stage_waits_of_the_organisation on stage_waits
  using (organisation_id = current_organisation());
grant select, insert, update, delete on stage_waits to turnabout_app;
