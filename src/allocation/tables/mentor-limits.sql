-- How many mentees a mentor would take, where the protocol allows more than one: under their pseudonym.
create table mentor_limits (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor uuid not null,
  most integer not null check (most between 1 and 5),
  primary key (organisation_id, programme_id, mentor),
  constraint mentor_limits_of_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent)
);

alter table mentor_limits enable row level security;
alter table mentor_limits force row level security;
create policy mentor_limits_of_the_organisation on mentor_limits
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mentor_limits to turnabout_app;
