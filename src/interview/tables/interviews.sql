-- The group interview of a programme: one, in as many sittings as it takes. What is shown on every screen now.
create table interviews (
  organisation_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('open', 'ended')),
  current_mentee uuid,
  current_domain text,
  -- Since when the current mentee is spoken about; null during a break.
  current_since timestamptz,
  -- Under it ballots are counted once; null: destroyed when the documents went out to be signed off.
  wrapped_ballot_key bytea,
  -- Points that were taken out because they were about safety or conduct. What they said is not kept.
  concerns integer not null default 0 check (concerns >= 0),
  primary key (organisation_id, programme_id),
  constraint interviews_speak_about_a_mentee foreign key (organisation_id, programme_id, current_mentee)
    references respondents (organisation_id, programme_id, respondent),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table interviews enable row level security;
alter table interviews force row level security;
create policy interviews_of_the_organisation on interviews
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interviews to turnabout_app;
