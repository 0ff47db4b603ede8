-- Up to five times at which a pair could meet, until one is accepted.
create table session_proposals (
  organisation_id uuid not null,
  programme_id uuid not null,
  plan_id uuid not null,
  starts_at timestamptz not null,
  primary key (organisation_id, programme_id, plan_id, starts_at),
  foreign key (organisation_id, programme_id, plan_id)
    references session_plans (organisation_id, programme_id, plan_id) on delete cascade
);

alter table session_proposals enable row level security;
alter table session_proposals force row level security;
create policy session_proposals_of_the_organisation on session_proposals
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_proposals to turnabout_app;
