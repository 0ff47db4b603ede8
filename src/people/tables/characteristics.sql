-- What a person states about themselves (age, sex, grade …), under their pseudonym.
create table characteristics (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  characteristic text not null,
  value text not null check (value <> ''),
  primary key (organisation_id, programme_id, respondent, characteristic),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table characteristics enable row level security;
alter table characteristics force row level security;
create policy characteristics_of_the_organisation on characteristics
  using (organisation_id = current_organisation());
grant select, insert, update, delete on characteristics to turnabout_app;
