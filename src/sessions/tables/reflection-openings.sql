-- A pack that is open: its key, sealed with the sign-in’s token, which only the browser holds.
create table reflection_openings (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  token_hash bytea not null,
  sealed_key bytea not null,
  expires_at timestamptz not null,
  primary key (organisation_id, programme_id, token_hash),
  foreign key (organisation_id, programme_id, participant_id)
    references reflection_keys (organisation_id, programme_id, participant_id) on delete cascade
);

alter table reflection_openings enable row level security;
alter table reflection_openings force row level security;
create policy reflection_openings_of_the_organisation on reflection_openings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_openings to turnabout_app;
