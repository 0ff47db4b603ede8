-- Likert answers. No time, no sequence, no person: a pseudonym, a stage and a score.
create table scores (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  measure text not null,
  domain text not null,
  score integer not null check (score between 1 and 10),
  primary key (organisation_id, programme_id, respondent, stage, measure, domain),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table scores enable row level security;
alter table scores force row level security;
create policy scores_of_the_organisation on scores
  using (organisation_id = current_organisation());
grant select, insert, update, delete on scores to turnabout_app;
