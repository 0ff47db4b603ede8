-- How long somebody spent on a step, in bands, under their pseudonym.
create table time_uses (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  step text not null check (step <> ''),
  band text not null check (band <> ''),
  primary key (organisation_id, programme_id, respondent, step),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table time_uses enable row level security;
alter table time_uses force row level security;
create policy time_uses_of_the_organisation on time_uses
  using (organisation_id = current_organisation());
grant select, insert, update, delete on time_uses to turnabout_app;
