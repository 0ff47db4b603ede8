-- Which ground rules somebody agreed to for their pair, known by their SHA-256. A later agreement takes the place of it.
create table session_agreements (
  organisation_id uuid not null,
  programme_id uuid not null,
  pair_id uuid not null,
  participant_id uuid not null,
  rules_sha256 bytea not null check (length(rules_sha256) = 32),
  agreed_on date not null,
  primary key (organisation_id, programme_id, pair_id, participant_id),
  foreign key (organisation_id, programme_id, pair_id)
    references pairs (organisation_id, programme_id, pair_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table session_agreements enable row level security;
alter table session_agreements force row level security;
create policy session_agreements_of_the_organisation on session_agreements
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_agreements to turnabout_app;
