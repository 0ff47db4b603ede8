-- How a person comes in: link and short code follow from the master key, the person and the generation, so neither is
-- stored. A new generation ends the ones before it.
create table invitations (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  generation integer not null check (generation >= 1),
  code_key bytea not null,
  invited_at timestamptz not null,
  primary key (organisation_id, programme_id, participant_id),
  constraint invitations_one_per_code unique (organisation_id, code_key),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table invitations enable row level security;
alter table invitations force row level security;
create policy invitations_of_the_organisation on invitations
  using (organisation_id = current_organisation());
grant select, insert, update, delete on invitations to turnabout_app;
create index invitations_by_code on invitations (code_key);

-- Coming in by the code of a letter: who knows a code finds the invitation it belongs to.
create policy invitations_found_by_their_code on invitations for select
  using (code_key = decode(nullif(current_setting('app.code_key', true), ''), 'hex'));
