-- A domain of a mentee that the group has spoken about. No row: not yet.
create table interview_cells (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  domain text not null,
  primary key (organisation_id, programme_id, mentee, domain),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_cells enable row level security;
alter table interview_cells force row level security;
create policy interview_cells_of_the_organisation on interview_cells
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_cells to turnabout_app;
