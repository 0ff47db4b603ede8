-- Mentees who have opened their document: what they think of themselves beforehand can no longer be written.
create table document_openings (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  primary key (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table document_openings enable row level security;
alter table document_openings force row level security;
create policy document_openings_of_the_organisation on document_openings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_openings to turnabout_app;
