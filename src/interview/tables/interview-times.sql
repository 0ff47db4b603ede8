-- How long the group spoke about a mentee, over all sittings.
create table interview_times (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  seconds integer not null check (seconds >= 0),
  primary key (organisation_id, programme_id, mentee),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_times enable row level security;
alter table interview_times force row level security;
create policy interview_times_of_the_organisation on interview_times
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_times to turnabout_app;
