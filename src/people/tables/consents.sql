-- What a person agreed to, statement by statement, and what they chose should happen if they withdraw.
create table consents (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  version integer not null,
  statements jsonb not null,
  withdrawal text not null check (withdrawal in ('stop', 'remove', 'unlink')),
  agreed_at timestamptz not null,
  primary key (organisation_id, programme_id, participant_id, version),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, version)
    references consent_texts (organisation_id, programme_id, version)
);

alter table consents enable row level security;
alter table consents force row level security;
create policy consents_of_the_organisation on consents
  using (organisation_id = current_organisation());
grant select, insert, update, delete on consents to turnabout_app;
