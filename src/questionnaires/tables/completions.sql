-- That somebody has answered a stage: a keyed hash of person and stage, which no column joins to what was answered.
create table completions (
  organisation_id uuid not null,
  programme_id uuid not null,
  stage integer not null check (stage >= 1),
  completion_key bytea not null,
  primary key (organisation_id, programme_id, stage, completion_key),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table completions enable row level security;
alter table completions force row level security;
create policy completions_of_the_organisation on completions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on completions to turnabout_app;
