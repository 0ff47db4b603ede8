-- The random value that each of two people gave to a draw: encrypted, and in the certificate once it is drawn.
create table allocation_contributions (
  organisation_id uuid not null,
  programme_id uuid not null,
  number integer not null,
  role text not null check (role in ('lead', 'facilitator')),
  staff_id uuid not null,
  sealed_value bytea not null,
  primary key (organisation_id, programme_id, number, role),
  constraint allocation_contributions_of_two_people
    unique (organisation_id, programme_id, number, staff_id),
  constraint allocation_contributions_to_a_draw foreign key (organisation_id, programme_id, number)
    references allocation_draws (organisation_id, programme_id, number) on delete cascade,
  constraint allocation_contributions_of_staff foreign key (organisation_id, staff_id)
    references staff (organisation_id, staff_id)
);

alter table allocation_contributions enable row level security;
alter table allocation_contributions force row level security;
create policy allocation_contributions_of_the_organisation on allocation_contributions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on allocation_contributions to turnabout_app;
