-- The notes that a point of a document comes from.
create table document_sources (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  note_id uuid not null,
  primary key (organisation_id, programme_id, point_id, note_id),
  foreign key (organisation_id, programme_id, point_id)
    references document_points (organisation_id, programme_id, point_id) on delete cascade,
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table document_sources enable row level security;
alter table document_sources force row level security;
create policy document_sources_of_the_organisation on document_sources
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_sources to turnabout_app;
