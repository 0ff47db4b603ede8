-- A recording of the interview. Its key goes, and its pieces with it, when it is no longer needed.
create table recordings (
  organisation_id uuid not null,
  programme_id uuid not null,
  recording_id uuid not null,
  sitting integer not null,
  state text not null check (state in ('receiving', 'ready', 'refused', 'destroyed')),
  -- Found from the content, once it is whole.
  media_type text,
  -- As declared, until it is whole; 0: it is recorded while it is sent.
  bytes bigint not null default 0 check (bytes >= 0),
  seconds numeric check (seconds >= 0),
  wrapped_key bytea,
  begun_at timestamptz not null,
  -- When it will be destroyed; once it is, when it was.
  destroy_after timestamptz,
  primary key (organisation_id, programme_id, recording_id),
  constraint recordings_destroyed_have_no_key check ((wrapped_key is null) = (state in ('refused', 'destroyed'))),
  foreign key (organisation_id, programme_id, sitting)
    references interview_sittings (organisation_id, programme_id, sitting)
);

alter table recordings enable row level security;
alter table recordings force row level security;
create policy recordings_of_the_organisation on recordings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on recordings to turnabout_app;
