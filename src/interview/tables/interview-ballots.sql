-- “I have seen this too”: counted, and once for each person by a hash under the key of the ballots, which is destroyed.
create table interview_ballots (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  ballot_key bytea not null,
  primary key (organisation_id, programme_id, note_id, ballot_key),
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table interview_ballots enable row level security;
alter table interview_ballots force row level security;
create policy interview_ballots_of_the_organisation on interview_ballots
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_ballots to turnabout_app;
