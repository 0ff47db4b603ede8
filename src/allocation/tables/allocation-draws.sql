-- Each time that willingness is closed for a draw, and what became of it. What went in and what came out is encrypted.
create table allocation_draws (
  organisation_id uuid not null,
  programme_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('first', 'again', 'departure')),
  mode text not null check (mode in ('random', 'chosen')),
  state text not null
    check (state in ('locked', 'committed', 'drawn', 'published', 'reopened', 'replaced')),
  -- Why there is another draw. It stands in the certificate, so it names nobody.
  reason text,
  asked_by_role text not null check (asked_by_role in ('lead', 'facilitator')),
  -- Who stands behind M1, C1 …; null once the draw is reopened, or the draw came with an imported study.
  sealed_people bytea,
  sealed_inputs bytea,
  inputs_sha256 bytea check (length(inputs_sha256) = 32),
  commitment bytea check (length(commitment) = 32),
  sealed_pairs bytea,
  -- Word for word, as it is handed out: without names and without willingness.
  certificate text,
  locked_at timestamptz not null,
  drawn_at timestamptz,
  published_at timestamptz,
  primary key (organisation_id, programme_id, number),
  constraint allocation_draws_of_a_programme foreign key (organisation_id, programme_id)
    references programmes (organisation_id, programme_id),
  constraint allocation_draws_have_a_reason check ((reason is null) = (kind = 'first')),
  constraint allocation_draws_are_committed_before_they_are_drawn
    check (mode = 'chosen' or drawn_at is null or commitment is not null),
  constraint allocation_draws_have_a_certificate check ((drawn_at is null) = (certificate is null)),
  constraint allocation_draws_are_drawn_before_they_are_published
    check ((state in ('drawn', 'published', 'replaced')) = (drawn_at is not null)),
  constraint allocation_draws_published_have_a_time
    check ((state = 'published') = (published_at is not null))
);

-- One draw at a time; while another one is asked for, the one that is drawn stays until the new one is drawn.
create unique index allocation_draws_one_to_be_drawn
  on allocation_draws (organisation_id, programme_id)
  where state in ('locked', 'committed');
create unique index allocation_draws_one_to_be_published
  on allocation_draws (organisation_id, programme_id)
  where state = 'drawn';

alter table allocation_draws enable row level security;
alter table allocation_draws force row level security;
create policy allocation_draws_of_the_organisation on allocation_draws
  using (organisation_id = current_organisation());
grant select, insert, update, delete on allocation_draws to turnabout_app;
