-- Changes of notes that were taken lately, by ids of chance, so that one that is sent again is not made again.
-- Emptied when the interview ends.
create table interview_changes (
  organisation_id uuid not null,
  programme_id uuid not null,
  change_id uuid not null,
  primary key (organisation_id, programme_id, change_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table interview_changes enable row level security;
alter table interview_changes force row level security;
create policy interview_changes_of_the_organisation on interview_changes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_changes to turnabout_app;
