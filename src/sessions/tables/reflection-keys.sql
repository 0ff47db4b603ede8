-- The key of somebody’s reflection pack, twice: opened by their passphrase or by their recovery code, by nothing else.
create table reflection_keys (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  passphrase_salt bytea not null check (length(passphrase_salt) = 16),
  sealed_by_passphrase bytea not null,
  recovery_salt bytea not null check (length(recovery_salt) = 16),
  sealed_by_recovery bytea not null,
  primary key (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table reflection_keys enable row level security;
alter table reflection_keys force row level security;
create policy reflection_keys_of_the_organisation on reflection_keys
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_keys to turnabout_app;
