-- The bytes of a recording, a piece at a time, each encrypted with the recording's own key.
create table recording_pieces (
  organisation_id uuid not null,
  programme_id uuid not null,
  recording_id uuid not null,
  -- As received, or as cleaned of what tells more than the sound.
  part text not null check (part in ('received', 'cleaned')),
  piece integer not null check (piece >= 0),
  sealed bytea not null,
  primary key (organisation_id, programme_id, recording_id, part, piece),
  foreign key (organisation_id, programme_id, recording_id)
    references recordings (organisation_id, programme_id, recording_id) on delete cascade
);

alter table recording_pieces enable row level security;
alter table recording_pieces force row level security;
create policy recording_pieces_of_the_organisation on recording_pieces
  using (organisation_id = current_organisation());
grant select, insert, update, delete on recording_pieces to turnabout_app;
