-- The protocol of a programme, version by version; the highest is in force. From the first answer on a version is
-- locked: a change makes the next one.
create table protocol_versions (
  organisation_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version >= 1),
  sha256 bytea not null,
  is_locked boolean not null default false,
  primary key (organisation_id, programme_id, version),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id),
  foreign key (organisation_id, sha256) references protocols (organisation_id, sha256)
);

alter table protocol_versions enable row level security;
alter table protocol_versions force row level security;
create policy protocol_versions_of_the_organisation on protocol_versions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on protocol_versions to turnabout_app;
