-- Who is signed in. The browser holds the token, the table its hash.
create table sign_ins (
  organisation_id uuid not null,
  sign_in_id uuid not null,
  token_hash bytea not null,
  person_kind text not null check (person_kind in ('staff', 'participant')),
  person_id uuid not null,
  expires_at timestamptz not null,
  primary key (organisation_id, sign_in_id),
  constraint sign_ins_one_per_token unique (organisation_id, token_hash)
);

alter table sign_ins enable row level security;
alter table sign_ins force row level security;
create policy sign_ins_of_the_organisation on sign_ins
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sign_ins to turnabout_app;
