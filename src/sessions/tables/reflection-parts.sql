-- What somebody has in their reflection pack, sealed with its key. The installation’s keys do not open it.
create table reflection_parts (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  part text not null check (part <> ''),
  sealed bytea not null,
  primary key (organisation_id, programme_id, participant_id, part),
  foreign key (organisation_id, programme_id, participant_id)
    references reflection_keys (organisation_id, programme_id, participant_id) on delete cascade
);

alter table reflection_parts enable row level security;
alter table reflection_parts force row level security;
create policy reflection_parts_of_the_organisation on reflection_parts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_parts to turnabout_app;
