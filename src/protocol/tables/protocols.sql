-- Protocols as they were when a programme took them: the text itself, under its SHA-256.
create table protocols (
  organisation_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  text text not null,
  primary key (organisation_id, sha256),
  foreign key (organisation_id) references organisations (organisation_id)
);

alter table protocols enable row level security;
alter table protocols force row level security;
create policy protocols_of_the_organisation on protocols
  using (organisation_id = current_organisation());
grant select, insert, update, delete on protocols to turnabout_app;
