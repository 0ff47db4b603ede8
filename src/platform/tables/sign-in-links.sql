-- Links that let a person in after they press a button. Only a hash of the token is kept.
create table sign_in_links (
  organisation_id uuid not null,
  link_id uuid not null,
  token_hash bytea not null,
  purpose text not null check (purpose in ('set_up', 'staff', 'participant')),
  person_id uuid,
  expires_at timestamptz,
  spent_at timestamptz,
  primary key (organisation_id, link_id),
  constraint sign_in_links_one_per_token unique (organisation_id, token_hash),
  constraint sign_in_links_are_for_somebody check ((person_id is null) = (purpose = 'set_up'))
);

alter table sign_in_links enable row level security;
alter table sign_in_links force row level security;
create policy sign_in_links_of_the_organisation on sign_in_links
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sign_in_links to turnabout_app;
