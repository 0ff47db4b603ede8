-- Who runs programmes. One row stands for the installation itself: what belongs to no organisation belongs to it.
create table organisations (
  organisation_id uuid not null,
  kind text not null check (kind in ('installation', 'example', 'own')),
  name text not null check (name <> ''),
  wrapped_key bytea not null,
  primary key (organisation_id),
  constraint organisations_the_installation_is_one
    check ((kind = 'installation') = (organisation_id = '00000000-0000-0000-0000-000000000000'))
);

alter table organisations enable row level security;
alter table organisations force row level security;
create policy organisations_of_the_organisation on organisations
  using (organisation_id = current_organisation());
grant select, insert, update, delete on organisations to turnabout_app;

-- The operator at the command line, and set-up, may list the organisations: their rows, nothing inside them.
create policy organisations_listed_by_the_installation on organisations for select
  using (current_organisation() = '00000000-0000-0000-0000-000000000000');
