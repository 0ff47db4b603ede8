-- Who may book for a mentee, and nothing else. Name and address are sealed; of the link only a hash is kept.
create table session_delegates (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  token_hash bytea not null,
  sealed bytea not null,
  primary key (organisation_id, programme_id, participant_id),
  constraint session_delegates_one_per_link unique (organisation_id, token_hash),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table session_delegates enable row level security;
alter table session_delegates force row level security;
create policy session_delegates_of_the_organisation on session_delegates
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_delegates to turnabout_app;
