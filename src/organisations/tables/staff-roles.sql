-- What a member of staff may do in the whole organisation.
create table staff_roles (
  organisation_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('administrator', 'auditor')),
  primary key (organisation_id, staff_id, role),
  foreign key (organisation_id, staff_id) references staff (organisation_id, staff_id)
);

alter table staff_roles enable row level security;
alter table staff_roles force row level security;
create policy staff_roles_of_the_organisation on staff_roles
  using (organisation_id = current_organisation());
grant select, insert, update, delete on staff_roles to turnabout_app;
