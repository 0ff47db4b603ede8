-- Appointments of a pair: proposed, planned, cancelled or held. Where they meet is sealed; what for stands nowhere.
create table session_plans (
  organisation_id uuid not null,
  programme_id uuid not null,
  plan_id uuid not null,
  pair_id uuid not null,
  state text not null check (state in ('proposed', 'planned', 'cancelled', 'held')),
  -- Whose proposal it is: the other of the pair accepts it.
  proposed_by text not null check (proposed_by in ('mentor', 'mentee')),
  -- What calendars know it by, and how often it has changed for them. Null until a time is accepted.
  calendar_uid uuid,
  calendar_sequence integer not null default 0 check (calendar_sequence >= 0),
  times_moved integer not null default 0 check (times_moved >= 0),
  starts_at timestamptz,
  minutes integer not null check (minutes > 0),
  mode text not null check (mode in ('face_to_face', 'online')),
  -- A room, or the address of an online meeting.
  sealed_place bytea,
  primary key (organisation_id, programme_id, plan_id),
  constraint session_plans_have_a_time_once_planned
    check (state in ('proposed', 'cancelled') or (starts_at is not null and calendar_uid is not null)),
  foreign key (organisation_id, programme_id, pair_id)
    references pairs (organisation_id, programme_id, pair_id)
);

-- A pair plans one session at a time.
create unique index session_plans_one_at_a_time on session_plans (organisation_id, programme_id, pair_id)
  where state in ('proposed', 'planned');

alter table session_plans enable row level security;
alter table session_plans force row level security;
create policy session_plans_of_the_organisation on session_plans
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_plans to turnabout_app;
