-- A point the group made about a mentee. No author, no time; its place among the points of its cell is where somebody put it.
create table interview_notes (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  mentee uuid not null,
  domain text not null,
  place text not null check (place <> ''),
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, note_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_notes enable row level security;
alter table interview_notes force row level security;
create policy interview_notes_of_the_organisation on interview_notes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_notes to turnabout_app;
