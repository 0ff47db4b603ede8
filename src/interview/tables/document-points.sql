-- A point of a mentee's feedback document as it is being written.
create table document_points (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  mentee uuid not null,
  domain text not null,
  place text not null check (place <> ''),
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, point_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table document_points enable row level security;
alter table document_points force row level security;
create policy document_points_of_the_organisation on document_points
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_points to turnabout_app;
