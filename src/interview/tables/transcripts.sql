-- What was said, in passages without names; perhaps of a recording.
create table transcripts (
  organisation_id uuid not null,
  programme_id uuid not null,
  transcript_id uuid not null,
  recording_id uuid,
  title text not null check (title <> ''),
  sealed_passages bytea not null,
  approved_at timestamptz,
  primary key (organisation_id, programme_id, transcript_id),
  constraint transcripts_of_a_recording foreign key (organisation_id, programme_id, recording_id)
    references recordings (organisation_id, programme_id, recording_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table transcripts enable row level security;
alter table transcripts force row level security;
create policy transcripts_of_the_organisation on transcripts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on transcripts to turnabout_app;
