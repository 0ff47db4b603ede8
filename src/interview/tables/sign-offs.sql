-- That somebody has answered about a version: a keyed hash, which no column joins to what they answered.
create table sign_offs (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  version integer not null,
  sign_off_key bytea not null,
  primary key (organisation_id, programme_id, mentee, version, sign_off_key),
  foreign key (organisation_id, programme_id, mentee, version)
    references document_versions (organisation_id, programme_id, mentee, version) on delete cascade
);

alter table sign_offs enable row level security;
alter table sign_offs force row level security;
create policy sign_offs_of_the_organisation on sign_offs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sign_offs to turnabout_app;
