-- What mentees said they will change, in sentences that they chose to share with the group.
create table shared_changes (
  organisation_id uuid not null,
  programme_id uuid not null,
  change_id uuid not null,
  participant_id uuid not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, change_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table shared_changes enable row level security;
alter table shared_changes force row level security;
create policy shared_changes_of_the_organisation on shared_changes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on shared_changes to turnabout_app;
