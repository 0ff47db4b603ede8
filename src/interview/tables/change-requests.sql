-- What somebody who took part asks to be changed in a version: no author, no time.
create table change_requests (
  organisation_id uuid not null,
  programme_id uuid not null,
  request_id uuid not null,
  mentee uuid not null,
  version integer not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, request_id),
  foreign key (organisation_id, programme_id, mentee, version)
    references document_versions (organisation_id, programme_id, mentee, version) on delete cascade
);

alter table change_requests enable row level security;
alter table change_requests force row level security;
create policy change_requests_of_the_organisation on change_requests
  using (organisation_id = current_organisation());
grant select, insert, update, delete on change_requests to turnabout_app;
