-- Short questions after a session, on scales alone, under a pseudonym. Without a day, and without the session.
create table session_pulses (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  number integer not null check (number >= 1),
  question text not null check (question <> ''),
  value integer not null,
  primary key (organisation_id, programme_id, respondent, number, question),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table session_pulses enable row level security;
alter table session_pulses force row level security;
create policy session_pulses_of_the_organisation on session_pulses
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_pulses to turnabout_app;
