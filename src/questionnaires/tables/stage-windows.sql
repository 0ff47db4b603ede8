-- When a stage can be answered, and under which version of the protocol. A stage without a row has not been opened.
create table stage_windows (
  organisation_id uuid not null,
  programme_id uuid not null,
  stage integer not null check (stage >= 1),
  state text not null check (state in ('not_open', 'open', 'closed')),
  opens_on date,
  closes_on date,
  -- Set when the stage opens.
  protocol_version integer,
  -- Of the times it was open before, the first first: more than none once a closed stage was opened again.
  earlier_versions integer[] not null default '{}',
  primary key (organisation_id, programme_id, stage),
  constraint stage_windows_close_after_they_open check (closes_on >= opens_on),
  constraint stage_windows_have_a_protocol_once_open
    check (state = 'not_open' or protocol_version is not null),
  foreign key (organisation_id, programme_id, protocol_version)
    references protocol_versions (organisation_id, programme_id, version)
);

alter table stage_windows enable row level security;
alter table stage_windows force row level security;
create policy stage_windows_of_the_organisation on stage_windows
  using (organisation_id = current_organisation());
grant select, insert, update, delete on stage_windows to turnabout_app;
