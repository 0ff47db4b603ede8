-- The same people under pseudonyms: `respondent` is a keyed hash of the participant, `code` what exports call them.
-- No column joins this table to participants; only the programme key does.
create table respondents (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  code text not null check (code <> ''),
  primary key (organisation_id, programme_id, respondent),
  constraint respondents_one_per_code unique (code, organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table respondents enable row level security;
alter table respondents force row level security;
create policy respondents_of_the_organisation on respondents
  using (organisation_id = current_organisation());
grant select, insert, update, delete on respondents to turnabout_app;
