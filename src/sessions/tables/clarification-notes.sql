-- What mentors said to a question. No author, no time, no order.
create table clarification_notes (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  note_id uuid not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, clarification_id, note_id),
  foreign key (organisation_id, programme_id, clarification_id)
    references clarifications (organisation_id, programme_id, clarification_id) on delete cascade
);

alter table clarification_notes enable row level security;
alter table clarification_notes force row level security;
create policy clarification_notes_of_the_organisation on clarification_notes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarification_notes to turnabout_app;
