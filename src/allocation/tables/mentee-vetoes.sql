-- Mentors whom a mentee does not want to be paired with: both under pseudonyms, nobody but the draw looks at a row.
create table mentee_vetoes (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  mentor uuid not null,
  primary key (organisation_id, programme_id, mentee, mentor),
  constraint mentee_vetoes_of_a_mentee foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent),
  constraint mentee_vetoes_against_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent)
);

alter table mentee_vetoes enable row level security;
alter table mentee_vetoes force row level security;
create policy mentee_vetoes_of_the_organisation on mentee_vetoes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mentee_vetoes to turnabout_app;
