-- The tables as they were at the first release.

-- The organisation in whose name this transaction reads and writes; null (which matches nothing) outside one.
create function current_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

-- What happened, one entry for each change. Each entry carries the hash of the one before it:
-- nothing can be altered or left out unseen. The app can add and read, nothing else.
create table audit_entries (
  organisation_id uuid not null,
  position bigint not null,
  happened_at timestamptz not null,
  event text not null,
  actor_kind text not null check (actor_kind in ('staff', 'participant', 'visitor', 'operator')),
  actor_id uuid,
  subject text,
  details jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, position),
  constraint audit_entries_hash_is_sha256 check (length(hash) = 32 and length(previous_hash) = 32)
);

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy audit_entries_of_the_organisation on audit_entries
  using (organisation_id = current_organisation());
grant select, insert on audit_entries to turnabout_app;

-- What is hashed, besides the hash of the entry before.
create function audit_entry_text(entry audit_entries) returns text
  language sql stable
  return jsonb_build_array(
    entry.organisation_id, entry.position,
    to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.event, entry.actor_kind, entry.actor_id, entry.subject, entry.details
  )::text;

-- Position, time and hashes are given here, whatever the insert says. The lock makes one chain of all entries.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.organisation_id::text, 0));
  select position, hash into last from audit_entries
    where organisation_id = new.organisation_id order by position desc limit 1;
  new.position := coalesce(last.position, 0) + 1;
  new.happened_at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.hash := sha256(new.previous_hash || convert_to(audit_entry_text(new), 'UTF8'));
  return new;
end
$$;

create trigger audit_entries_are_chained before insert on audit_entries
  for each row execute function chain_audit_entry();

-- What a form answered the first time it was sent; sending it again answers the same and changes nothing.
create table idempotency_keys (
  organisation_id uuid not null,
  key_hash bytea not null,
  event text not null,
  outcome jsonb not null,
  kept_until timestamptz not null,
  primary key (organisation_id, key_hash)
);

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy idempotency_keys_of_the_organisation on idempotency_keys
  using (organisation_id = current_organisation());
grant select, insert, update, delete on idempotency_keys to turnabout_app;

-- The outbox: a mail is written in the transaction of the change it tells about, and sent afterwards.
-- Recipient and text are encrypted: they name people and hold their links.
create table mails (
  organisation_id uuid not null,
  mail_id uuid not null,
  purpose text not null,
  -- The participant to whom it goes, for the delivery log of their programme; null for staff.
  about uuid,
  sealed bytea not null,
  -- `sending`: handed to the mail server, whose reply is not known yet. `bounced`: taken, and sent back later.
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced')),
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  written_at timestamptz not null,
  last_problem text,
  primary key (organisation_id, mail_id)
);

alter table mails enable row level security;
alter table mails force row level security;
create policy mails_of_the_organisation on mails
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mails to turnabout_app;
create index mails_under_way on mails (organisation_id, next_attempt_at)
  where state in ('waiting', 'sending');

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

-- People who run programmes. `email_key` is a keyed hash: an email can be looked up, not listed.
create table staff (
  organisation_id uuid not null,
  staff_id uuid not null,
  name text not null check (name <> ''),
  email text not null check (email <> ''),
  email_key bytea not null,
  primary key (organisation_id, staff_id),
  constraint staff_one_per_email unique (organisation_id, email_key),
  foreign key (organisation_id) references organisations (organisation_id)
);

alter table staff enable row level security;
alter table staff force row level security;
create policy staff_of_the_organisation on staff
  using (organisation_id = current_organisation());
grant select, insert, update, delete on staff to turnabout_app;
create index staff_by_email on staff (email_key);

-- Signing in by mail: who knows an email finds the organisations where it is staff's.
create policy staff_found_by_their_email on staff for select
  using (email_key = decode(nullif(current_setting('app.email_key', true), ''), 'hex'));

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

-- A protocol carried out at one place with one group of people. Its key makes the pseudonyms of its answers.
create table programmes (
  organisation_id uuid not null,
  programme_id uuid not null,
  name text not null check (name <> ''),
  site text,
  state text not null default 'setting_up' check (state in ('setting_up', 'open', 'closed')),
  wrapped_key bytea not null,
  -- The programme whose next cohort this is.
  follows_programme_id uuid,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id) references organisations (organisation_id),
  constraint programmes_follow_another
    foreign key (organisation_id, follows_programme_id) references programmes (organisation_id, programme_id)
);

alter table programmes enable row level security;
alter table programmes force row level security;
create policy programmes_of_the_organisation on programmes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on programmes to turnabout_app;

-- On what footing a programme runs: service evaluation or research, lawful basis, retention, who hears concerns.
create table governance (
  organisation_id uuid not null,
  programme_id uuid not null,
  details jsonb not null,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table governance enable row level security;
alter table governance force row level security;
create policy governance_of_the_organisation on governance
  using (organisation_id = current_organisation());
grant select, insert, update, delete on governance to turnabout_app;

-- What a member of staff may do in one programme.
create table programme_staff (
  organisation_id uuid not null,
  programme_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('lead', 'facilitator', 'researcher', 'auditor')),
  primary key (organisation_id, programme_id, staff_id, role),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, staff_id)
);

alter table programme_staff enable row level security;
alter table programme_staff force row level security;
create policy programme_staff_of_the_organisation on programme_staff
  using (organisation_id = current_organisation());
grant select, insert, update, delete on programme_staff to turnabout_app;

-- Protocols as they were when a programme took them: the text itself, under its SHA-256.
create table protocols (
  organisation_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  text text not null,
  primary key (organisation_id, sha256),
  foreign key (organisation_id) references organisations (organisation_id)
);

alter table protocols enable row level security;
alter table protocols force row level security;
create policy protocols_of_the_organisation on protocols
  using (organisation_id = current_organisation());
grant select, insert, update, delete on protocols to turnabout_app;

-- The protocol of a programme, version by version; the highest is in force. From the first answer on a version is
-- locked: a change makes the next one.
create table protocol_versions (
  organisation_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version >= 1),
  sha256 bytea not null,
  is_locked boolean not null default false,
  primary key (organisation_id, programme_id, version),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id),
  foreign key (organisation_id, sha256) references protocols (organisation_id, sha256)
);

alter table protocol_versions enable row level security;
alter table protocol_versions force row level security;
create policy protocol_versions_of_the_organisation on protocol_versions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on protocol_versions to turnabout_app;

-- The information sheet with its consent statements, version by version, as JSON text; the highest is in force.
create table consent_texts (
  organisation_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version >= 1),
  text text not null,
  primary key (organisation_id, programme_id, version),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table consent_texts enable row level security;
alter table consent_texts force row level security;
create policy consent_texts_of_the_organisation on consent_texts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on consent_texts to turnabout_app;

-- The people of a programme, by name. Nothing that they answered is here.
create table participants (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  name text not null check (name <> ''),
  email text check (email <> ''),
  -- The number that the employer gives a person and never gives to another; people are told apart by it.
  permanent_id text check (permanent_id <> ''),
  state text not null check (state in ('invited', 'agreed', 'declined', 'withdrawn')),
  left_after_phase integer check (left_after_phase >= 0),
  primary key (organisation_id, programme_id, participant_id),
  constraint participants_who_left_are_withdrawn
    check ((left_after_phase is not null) = (state = 'withdrawn')),
  -- What is unique here begins with what differs: one person is then looked up in no other index than the primary key's,
  -- whatever the planner knows of a table that has just been filled.
  constraint participants_one_per_permanent_id unique (permanent_id, organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);
create unique index participants_one_per_email on participants (lower(email), organisation_id, programme_id);

alter table participants enable row level security;
alter table participants force row level security;
create policy participants_of_the_organisation on participants
  using (organisation_id = current_organisation());
grant select, insert, update, delete on participants to turnabout_app;

-- What a person agreed to, statement by statement, and what they chose should happen if they withdraw.
create table consents (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  version integer not null,
  statements jsonb not null,
  withdrawal text not null check (withdrawal in ('stop', 'remove', 'unlink')),
  agreed_at timestamptz not null,
  primary key (organisation_id, programme_id, participant_id, version),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, version)
    references consent_texts (organisation_id, programme_id, version)
);

alter table consents enable row level security;
alter table consents force row level security;
create policy consents_of_the_organisation on consents
  using (organisation_id = current_organisation());
grant select, insert, update, delete on consents to turnabout_app;

-- How a person comes in: link and short code follow from the master key, the person and the generation, so neither is
-- stored. A new generation ends the ones before it.
create table invitations (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  generation integer not null check (generation >= 1),
  code_key bytea not null,
  invited_at timestamptz not null,
  primary key (organisation_id, programme_id, participant_id),
  constraint invitations_one_per_code unique (organisation_id, code_key),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table invitations enable row level security;
alter table invitations force row level security;
create policy invitations_of_the_organisation on invitations
  using (organisation_id = current_organisation());
grant select, insert, update, delete on invitations to turnabout_app;
create index invitations_by_code on invitations (code_key);

-- Coming in by the code of a letter: who knows a code finds the invitation it belongs to.
create policy invitations_found_by_their_code on invitations for select
  using (code_key = decode(nullif(current_setting('app.code_key', true), ''), 'hex'));

-- Which reminder went to whom about what (`invitation`, `stage 1` …): none goes twice.
create table reminders (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  about text not null,
  number integer not null check (number >= 1),
  primary key (organisation_id, programme_id, participant_id, about, number),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table reminders enable row level security;
alter table reminders force row level security;
create policy reminders_of_the_organisation on reminders
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reminders to turnabout_app;

-- The same people under pseudonyms: `respondent` is a keyed hash of the participant, `code` what exports call them.
-- No column joins this table to participants; only the programme key does.
create table respondents (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  code text not null check (code <> ''),
  primary key (organisation_id, programme_id, respondent),
  constraint respondents_one_per_code unique (code, organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table respondents enable row level security;
alter table respondents force row level security;
create policy respondents_of_the_organisation on respondents
  using (organisation_id = current_organisation());
grant select, insert, update, delete on respondents to turnabout_app;

-- What a person states about themselves (age, sex, grade …), under their pseudonym.
create table characteristics (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  characteristic text not null,
  value text not null check (value <> ''),
  primary key (organisation_id, programme_id, respondent, characteristic),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table characteristics enable row level security;
alter table characteristics force row level security;
create policy characteristics_of_the_organisation on characteristics
  using (organisation_id = current_organisation());
grant select, insert, update, delete on characteristics to turnabout_app;

-- Which mentee is the clinical supervisor of which mentor.
create table supervisions (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  primary key (organisation_id, programme_id, mentor_id, mentee_id),
  constraint supervisions_of_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint supervisions_by_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table supervisions enable row level security;
alter table supervisions force row level security;
create policy supervisions_of_the_organisation on supervisions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on supervisions to turnabout_app;

-- Answers to single items: a choice, or a number as written.
create table answers (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  item text not null,
  answer text not null,
  primary key (organisation_id, programme_id, respondent, stage, item),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table answers enable row level security;
alter table answers force row level security;
create policy answers_of_the_organisation on answers
  using (organisation_id = current_organisation());
grant select, insert, update, delete on answers to turnabout_app;

-- Free text, encrypted with the programme key. `label` is what exports call it.
create table comments (
  organisation_id uuid not null,
  programme_id uuid not null,
  comment_id uuid not null,
  label text not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  question text not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, comment_id),
  constraint comments_one_per_label unique (organisation_id, programme_id, label),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table comments enable row level security;
alter table comments force row level security;
create policy comments_of_the_organisation on comments
  using (organisation_id = current_organisation());
grant select, insert, update, delete on comments to turnabout_app;

-- That somebody has answered a stage: a keyed hash of person and stage, which no column joins to what was answered.
create table completions (
  organisation_id uuid not null,
  programme_id uuid not null,
  stage integer not null check (stage >= 1),
  completion_key bytea not null,
  primary key (organisation_id, programme_id, stage, completion_key),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table completions enable row level security;
alter table completions force row level security;
create policy completions_of_the_organisation on completions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on completions to turnabout_app;

-- What somebody has typed and not sent yet, encrypted with the programme key, under a keyed hash of person and stage.
create table drafts (
  organisation_id uuid not null,
  programme_id uuid not null,
  draft_key bytea not null,
  sealed bytea not null,
  primary key (organisation_id, programme_id, draft_key),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table drafts enable row level security;
alter table drafts force row level security;
create policy drafts_of_the_organisation on drafts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on drafts to turnabout_app;

-- Likert answers. No time, no sequence, no person: a pseudonym, a stage and a score.
create table scores (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  measure text not null,
  domain text not null,
  score integer not null check (score between 1 and 10),
  primary key (organisation_id, programme_id, respondent, stage, measure, domain),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table scores enable row level security;
alter table scores force row level security;
create policy scores_of_the_organisation on scores
  using (organisation_id = current_organisation());
grant select, insert, update, delete on scores to turnabout_app;

-- Who cannot answer a stage that is open yet: it opens for them when their session is recorded. Nobody here: all can.
create table stage_waits (
  organisation_id uuid not null,
  programme_id uuid not null,
  stage integer not null check (stage >= 1),
  participant_id uuid not null,
  primary key (organisation_id, programme_id, stage, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table stage_waits enable row level security;
alter table stage_waits force row level security;
create policy stage_waits_of_the_organisation on stage_waits
  using (organisation_id = current_organisation());
grant select, insert, update, delete on stage_waits to turnabout_app;

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

-- A point of a mentee's feedback document as it is being written.
create table document_points (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  mentee uuid not null,
  domain text not null,
  place text not null check (place <> ''),
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, point_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table document_points enable row level security;
alter table document_points force row level security;
create policy document_points_of_the_organisation on document_points
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_points to turnabout_app;

-- The exact text that the mentors sign off, and its hash. Nothing of it changes any more.
create table document_versions (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  version integer not null check (version >= 1),
  state text not null check (state in ('signing', 'replaced', 'released')),
  sha256 bytea not null check (length(sha256) = 32),
  sealed_text bytea not null,
  sent_on date not null,
  -- The day by which whoever took part is asked to answer.
  answer_by date not null,
  released_on date,
  primary key (organisation_id, programme_id, mentee, version),
  constraint document_versions_released_have_a_day check ((released_on is not null) = (state = 'released')),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table document_versions enable row level security;
alter table document_versions force row level security;
create policy document_versions_of_the_organisation on document_versions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_versions to turnabout_app;

-- What somebody who took part asks to be changed in a version: no author, no time.
create table change_requests (
  organisation_id uuid not null,
  programme_id uuid not null,
  request_id uuid not null,
  mentee uuid not null,
  version integer not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, request_id),
  foreign key (organisation_id, programme_id, mentee, version)
    references document_versions (organisation_id, programme_id, mentee, version) on delete cascade
);

alter table change_requests enable row level security;
alter table change_requests force row level security;
create policy change_requests_of_the_organisation on change_requests
  using (organisation_id = current_organisation());
grant select, insert, update, delete on change_requests to turnabout_app;

-- A domain of a mentee that the group has spoken about. No row: not yet.
create table interview_cells (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  domain text not null,
  primary key (organisation_id, programme_id, mentee, domain),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_cells enable row level security;
alter table interview_cells force row level security;
create policy interview_cells_of_the_organisation on interview_cells
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_cells to turnabout_app;

-- Changes of notes that were taken lately, by ids of chance, so that one that is sent again is not made again.
-- Emptied when the interview ends.
create table interview_changes (
  organisation_id uuid not null,
  programme_id uuid not null,
  change_id uuid not null,
  primary key (organisation_id, programme_id, change_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table interview_changes enable row level security;
alter table interview_changes force row level security;
create policy interview_changes_of_the_organisation on interview_changes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_changes to turnabout_app;

-- A point the group made about a mentee. No author, no time; its place among the points of its cell is where somebody put it.
create table interview_notes (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  mentee uuid not null,
  domain text not null,
  place text not null check (place <> ''),
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, note_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_notes enable row level security;
alter table interview_notes force row level security;
create policy interview_notes_of_the_organisation on interview_notes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_notes to turnabout_app;

-- The notes that a point of a document comes from.
create table document_sources (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  note_id uuid not null,
  primary key (organisation_id, programme_id, point_id, note_id),
  foreign key (organisation_id, programme_id, point_id)
    references document_points (organisation_id, programme_id, point_id) on delete cascade,
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table document_sources enable row level security;
alter table document_sources force row level security;
create policy document_sources_of_the_organisation on document_sources
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_sources to turnabout_app;

-- “I have seen this too”: counted, and once for each person by a hash under the key of the ballots, which is destroyed.
create table interview_ballots (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  ballot_key bytea not null,
  primary key (organisation_id, programme_id, note_id, ballot_key),
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table interview_ballots enable row level security;
alter table interview_ballots force row level security;
create policy interview_ballots_of_the_organisation on interview_ballots
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_ballots to turnabout_app;

-- Points sent from phones that nobody has seen yet: they come onto the board several at once, in an order of chance.
create table interview_phone_points (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  mentee uuid not null,
  domain text not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, point_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_phone_points enable row level security;
alter table interview_phone_points force row level security;
create policy interview_phone_points_of_the_organisation on interview_phone_points
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_phone_points to turnabout_app;

-- How many had seen it too, once the ballots are gone.
create table interview_tallies (
  organisation_id uuid not null,
  programme_id uuid not null,
  note_id uuid not null,
  supporters integer not null check (supporters >= 0),
  primary key (organisation_id, programme_id, note_id),
  foreign key (organisation_id, programme_id, note_id)
    references interview_notes (organisation_id, programme_id, note_id) on delete cascade
);

alter table interview_tallies enable row level security;
alter table interview_tallies force row level security;
create policy interview_tallies_of_the_organisation on interview_tallies
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_tallies to turnabout_app;

-- How long the group spoke about a mentee, over all sittings.
create table interview_times (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  seconds integer not null check (seconds >= 0),
  primary key (organisation_id, programme_id, mentee),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_times enable row level security;
alter table interview_times force row level security;
create policy interview_times_of_the_organisation on interview_times
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_times to turnabout_app;

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

-- A sitting of the interview: one day, one room or call.
create table interview_sittings (
  organisation_id uuid not null,
  programme_id uuid not null,
  sitting integer not null check (sitting >= 1),
  held_on date not null,
  state text not null check (state in ('open', 'ended')),
  primary key (organisation_id, programme_id, sitting),
  foreign key (organisation_id, programme_id) references interviews (organisation_id, programme_id)
);

alter table interview_sittings enable row level security;
alter table interview_sittings force row level security;
create policy interview_sittings_of_the_organisation on interview_sittings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_sittings to turnabout_app;

-- Who was in the room. Nothing that anybody said there is joined to this.
create table interview_attendances (
  organisation_id uuid not null,
  programme_id uuid not null,
  sitting integer not null,
  participant_id uuid not null,
  agrees_to_recording boolean not null,
  primary key (organisation_id, programme_id, sitting, participant_id),
  foreign key (organisation_id, programme_id, sitting)
    references interview_sittings (organisation_id, programme_id, sitting),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table interview_attendances enable row level security;
alter table interview_attendances force row level security;
create policy interview_attendances_of_the_organisation on interview_attendances
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_attendances to turnabout_app;

-- A recording of the interview. Its key goes, and its pieces with it, when it is no longer needed.
create table recordings (
  organisation_id uuid not null,
  programme_id uuid not null,
  recording_id uuid not null,
  sitting integer not null,
  state text not null check (state in ('receiving', 'ready', 'refused', 'destroyed')),
  -- Found from the content, once it is whole.
  media_type text,
  -- As declared, until it is whole; 0: it is recorded while it is sent.
  bytes bigint not null default 0 check (bytes >= 0),
  seconds numeric check (seconds >= 0),
  wrapped_key bytea,
  begun_at timestamptz not null,
  -- When it will be destroyed; once it is, when it was.
  destroy_after timestamptz,
  primary key (organisation_id, programme_id, recording_id),
  constraint recordings_destroyed_have_no_key check ((wrapped_key is null) = (state in ('refused', 'destroyed'))),
  foreign key (organisation_id, programme_id, sitting)
    references interview_sittings (organisation_id, programme_id, sitting)
);

alter table recordings enable row level security;
alter table recordings force row level security;
create policy recordings_of_the_organisation on recordings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on recordings to turnabout_app;

-- The bytes of a recording, a piece at a time, each encrypted with the recording's own key.
create table recording_pieces (
  organisation_id uuid not null,
  programme_id uuid not null,
  recording_id uuid not null,
  -- As received, or as cleaned of what tells more than the sound.
  part text not null check (part in ('received', 'cleaned')),
  piece integer not null check (piece >= 0),
  sealed bytea not null,
  primary key (organisation_id, programme_id, recording_id, part, piece),
  foreign key (organisation_id, programme_id, recording_id)
    references recordings (organisation_id, programme_id, recording_id) on delete cascade
);

alter table recording_pieces enable row level security;
alter table recording_pieces force row level security;
create policy recording_pieces_of_the_organisation on recording_pieces
  using (organisation_id = current_organisation());
grant select, insert, update, delete on recording_pieces to turnabout_app;

-- That somebody has answered about a version: a keyed hash, which no column joins to what they answered.
create table sign_offs (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  version integer not null,
  sign_off_key bytea not null,
  primary key (organisation_id, programme_id, mentee, version, sign_off_key),
  foreign key (organisation_id, programme_id, mentee, version)
    references document_versions (organisation_id, programme_id, mentee, version) on delete cascade
);

alter table sign_offs enable row level security;
alter table sign_offs force row level security;
create policy sign_offs_of_the_organisation on sign_offs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sign_offs to turnabout_app;

-- What was said, in passages without names; perhaps of a recording.
create table transcripts (
  organisation_id uuid not null,
  programme_id uuid not null,
  transcript_id uuid not null,
  recording_id uuid,
  title text not null check (title <> ''),
  sealed_passages bytea not null,
  approved_at timestamptz,
  primary key (organisation_id, programme_id, transcript_id),
  constraint transcripts_of_a_recording foreign key (organisation_id, programme_id, recording_id)
    references recordings (organisation_id, programme_id, recording_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table transcripts enable row level security;
alter table transcripts force row level security;
create policy transcripts_of_the_organisation on transcripts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on transcripts to turnabout_app;

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

-- Pairs that the lead has excluded from the draw, such as relatives. Why is nobody's business here.
create table excluded_pairs (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  primary key (organisation_id, programme_id, mentor_id, mentee_id),
  constraint excluded_pairs_have_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint excluded_pairs_have_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table excluded_pairs enable row level security;
alter table excluded_pairs force row level security;
create policy excluded_pairs_of_the_organisation on excluded_pairs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on excluded_pairs to turnabout_app;

-- Mentors whom a mentee does not want to be paired with: both under pseudonyms, nobody but the draw looks at a row.
create table mentee_vetoes (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  mentor uuid not null,
  primary key (organisation_id, programme_id, mentee, mentor),
  constraint mentee_vetoes_of_a_mentee foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent),
  constraint mentee_vetoes_against_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent)
);

alter table mentee_vetoes enable row level security;
alter table mentee_vetoes force row level security;
create policy mentee_vetoes_of_the_organisation on mentee_vetoes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mentee_vetoes to turnabout_app;

-- How many mentees a mentor would take, where the protocol allows more than one: under their pseudonym.
create table mentor_limits (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor uuid not null,
  most integer not null check (most between 1 and 5),
  primary key (organisation_id, programme_id, mentor),
  constraint mentor_limits_of_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent)
);

alter table mentor_limits enable row level security;
alter table mentor_limits force row level security;
create policy mentor_limits_of_the_organisation on mentor_limits
  using (organisation_id = current_organisation());
grant select, insert, update, delete on mentor_limits to turnabout_app;

-- Who mentors whom, from the minute in which the allocation is published.
create table pairs (
  organisation_id uuid not null,
  programme_id uuid not null,
  pair_id uuid not null,
  label text not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  -- Which draw made the pair; null: it came with an imported study.
  draw_number integer,
  -- One of the two has left, or the mentee was drawn another mentor. What the pair did before stays.
  has_ended boolean not null default false,
  -- One of the two asked for it to end; which one is kept nowhere. They are not drawn together again.
  has_exited boolean not null default false,
  primary key (organisation_id, programme_id, pair_id),
  constraint pairs_that_were_left_have_ended check (has_ended or not has_exited),
  constraint pairs_one_per_label unique (organisation_id, programme_id, label),
  constraint pairs_have_a_mentor foreign key (organisation_id, programme_id, mentor_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint pairs_have_a_mentee foreign key (organisation_id, programme_id, mentee_id)
    references participants (organisation_id, programme_id, participant_id),
  constraint pairs_were_drawn foreign key (organisation_id, programme_id, draw_number)
    references allocation_draws (organisation_id, programme_id, number)
);

create unique index pairs_a_mentor_and_a_mentee_once
  on pairs (organisation_id, programme_id, mentor_id, mentee_id)
  where not has_ended;

alter table pairs enable row level security;
alter table pairs force row level security;
create policy pairs_of_the_organisation on pairs
  using (organisation_id = current_organisation());
grant select, insert, update, delete on pairs to turnabout_app;

-- Whom a mentor is willing to mentor: both under pseudonyms, nobody but the draw looks at a row.
create table willingness (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor uuid not null,
  mentee uuid not null,
  is_willing boolean not null,
  -- 1 is the first choice; null: not ranked.
  rank integer check (rank >= 1),
  primary key (organisation_id, programme_id, mentor, mentee),
  constraint willingness_is_ranked_where_it_is_given check (rank is null or is_willing),
  constraint willingness_of_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent),
  constraint willingness_for_a_mentee foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table willingness enable row level security;
alter table willingness force row level security;
create policy willingness_of_the_organisation on willingness
  using (organisation_id = current_organisation());
grant select, insert, update, delete on willingness to turnabout_app;

-- Questions of a mentee to the group about a point of their document, and what the group answered.
create table clarifications (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  participant_id uuid not null,
  -- `heard`: the facilitator reads what was said, and nobody says anything more.
  state text not null check (state in ('asked', 'with_group', 'heard', 'answered', 'declined', 'taken_back')),
  domain text not null check (domain <> ''),
  -- Point and question, as the mentee wrote it.
  sealed_question bytea not null,
  -- As the facilitator passed it on.
  sealed_passed_on bytea,
  sealed_answer bytea,
  primary key (organisation_id, programme_id, clarification_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table clarifications enable row level security;
alter table clarifications force row level security;
create policy clarifications_of_the_organisation on clarifications
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarifications to turnabout_app;

-- What mentors said to a question. No author, no time, no order.
create table clarification_notes (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  note_id uuid not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, clarification_id, note_id),
  foreign key (organisation_id, programme_id, clarification_id)
    references clarifications (organisation_id, programme_id, clarification_id) on delete cascade
);

alter table clarification_notes enable row level security;
alter table clarification_notes force row level security;
create policy clarification_notes_of_the_organisation on clarification_notes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarification_notes to turnabout_app;

-- Which mentors have said something to a question, or that they have nothing to say. Not what.
create table clarification_turns (
  organisation_id uuid not null,
  programme_id uuid not null,
  clarification_id uuid not null,
  participant_id uuid not null,
  primary key (organisation_id, programme_id, clarification_id, participant_id),
  foreign key (organisation_id, programme_id, clarification_id)
    references clarifications (organisation_id, programme_id, clarification_id) on delete cascade,
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table clarification_turns enable row level security;
alter table clarification_turns force row level security;
create policy clarification_turns_of_the_organisation on clarification_turns
  using (organisation_id = current_organisation());
grant select, insert, update, delete on clarification_turns to turnabout_app;

-- Mentees who have opened their document: what they think of themselves beforehand can no longer be written.
create table document_openings (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  primary key (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table document_openings enable row level security;
alter table document_openings force row level security;
create policy document_openings_of_the_organisation on document_openings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_openings to turnabout_app;

-- The key of somebody’s reflection pack, twice: opened by their passphrase or by their recovery code, by nothing else.
create table reflection_keys (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  passphrase_salt bytea not null check (length(passphrase_salt) = 16),
  sealed_by_passphrase bytea not null,
  recovery_salt bytea not null check (length(recovery_salt) = 16),
  sealed_by_recovery bytea not null,
  primary key (organisation_id, programme_id, participant_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table reflection_keys enable row level security;
alter table reflection_keys force row level security;
create policy reflection_keys_of_the_organisation on reflection_keys
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_keys to turnabout_app;

-- A pack that is open: its key, sealed with the sign-in’s token, which only the browser holds.
create table reflection_openings (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  token_hash bytea not null,
  sealed_key bytea not null,
  expires_at timestamptz not null,
  primary key (organisation_id, programme_id, token_hash),
  foreign key (organisation_id, programme_id, participant_id)
    references reflection_keys (organisation_id, programme_id, participant_id) on delete cascade
);

alter table reflection_openings enable row level security;
alter table reflection_openings force row level security;
create policy reflection_openings_of_the_organisation on reflection_openings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_openings to turnabout_app;

-- What somebody has in their reflection pack, sealed with its key. The installation’s keys do not open it.
create table reflection_parts (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  part text not null check (part <> ''),
  sealed bytea not null,
  primary key (organisation_id, programme_id, participant_id, part),
  foreign key (organisation_id, programme_id, participant_id)
    references reflection_keys (organisation_id, programme_id, participant_id) on delete cascade
);

alter table reflection_parts enable row level security;
alter table reflection_parts force row level security;
create policy reflection_parts_of_the_organisation on reflection_parts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on reflection_parts to turnabout_app;

-- Which ground rules somebody agreed to for their pair, known by their SHA-256. A later agreement takes the place of it.
create table session_agreements (
  organisation_id uuid not null,
  programme_id uuid not null,
  pair_id uuid not null,
  participant_id uuid not null,
  rules_sha256 bytea not null check (length(rules_sha256) = 32),
  agreed_on date not null,
  primary key (organisation_id, programme_id, pair_id, participant_id),
  foreign key (organisation_id, programme_id, pair_id)
    references pairs (organisation_id, programme_id, pair_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table session_agreements enable row level security;
alter table session_agreements force row level security;
create policy session_agreements_of_the_organisation on session_agreements
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_agreements to turnabout_app;

-- Who may book for a mentee, and nothing else. Name and address are sealed; of the link only a hash is kept.
create table session_delegates (
  organisation_id uuid not null,
  programme_id uuid not null,
  participant_id uuid not null,
  token_hash bytea not null,
  sealed bytea not null,
  primary key (organisation_id, programme_id, participant_id),
  constraint session_delegates_one_per_link unique (organisation_id, token_hash),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table session_delegates enable row level security;
alter table session_delegates force row level security;
create policy session_delegates_of_the_organisation on session_delegates
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_delegates to turnabout_app;

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

-- Short questions after a session, on scales alone, under a pseudonym. Without a day, and without the session.
create table session_pulses (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  number integer not null check (number >= 1),
  question text not null check (question <> ''),
  value integer not null,
  primary key (organisation_id, programme_id, respondent, number, question),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table session_pulses enable row level security;
alter table session_pulses force row level security;
create policy session_pulses_of_the_organisation on session_pulses
  using (organisation_id = current_organisation());
grant select, insert, update, delete on session_pulses to turnabout_app;

-- That a pair met, when, for how long and how. There is no column for what they said: it is confidential.
create table sessions (
  organisation_id uuid not null,
  programme_id uuid not null,
  session_id uuid not null,
  pair_id uuid not null,
  duration_minutes numeric check (duration_minutes > 0),
  -- Null: it came with an imported study that does not say.
  held_on date,
  mode text check (mode in ('face_to_face', 'online')),
  primary key (organisation_id, programme_id, session_id),
  foreign key (organisation_id, programme_id, pair_id)
    references pairs (organisation_id, programme_id, pair_id)
);

alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_of_the_organisation on sessions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on sessions to turnabout_app;

-- What mentees said they will change, in sentences that they chose to share with the group.
create table shared_changes (
  organisation_id uuid not null,
  programme_id uuid not null,
  change_id uuid not null,
  participant_id uuid not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, change_id),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table shared_changes enable row level security;
alter table shared_changes force row level security;
create policy shared_changes_of_the_organisation on shared_changes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on shared_changes to turnabout_app;

-- How long somebody spent on a step, in bands, under their pseudonym.
create table time_uses (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  step text not null check (step <> ''),
  band text not null check (band <> ''),
  primary key (organisation_id, programme_id, respondent, step),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table time_uses enable row level security;
alter table time_uses force row level security;
create policy time_uses_of_the_organisation on time_uses
  using (organisation_id = current_organisation());
grant select, insert, update, delete on time_uses to turnabout_app;

-- The codebook: a code stands for a category, a category belongs to a theme.
create table codes (
  organisation_id uuid not null,
  programme_id uuid not null,
  place integer not null check (place >= 0),
  code text not null check (code <> ''),
  theme text not null,
  category text not null,
  definition text not null,
  primary key (organisation_id, programme_id, code),
  constraint codes_one_per_place unique (organisation_id, programme_id, place),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table codes enable row level security;
alter table codes force row level security;
create policy codes_of_the_organisation on codes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on codes to turnabout_app;

-- A coder gave this excerpt of a comment a code. Positions count Unicode code points; the end is not included.
create table codings (
  organisation_id uuid not null,
  programme_id uuid not null,
  comment_id uuid not null,
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  code text not null,
  coder text not null check (coder <> ''),
  primary key (organisation_id, programme_id, comment_id, start_at, end_at, code, coder),
  constraint codings_end_after_they_start check (end_at > start_at),
  -- Deferrable: closing a stage takes its comments out and writes them anew in one transaction.
  foreign key (organisation_id, programme_id, comment_id)
    references comments (organisation_id, programme_id, comment_id) deferrable,
  foreign key (organisation_id, programme_id, code)
    references codes (organisation_id, programme_id, code)
);

alter table codings enable row level security;
alter table codings force row level security;
create policy codings_of_the_organisation on codings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on codings to turnabout_app;

-- That everybody was written to at the end of the programme.
create table closing_letters (
  organisation_id uuid not null,
  programme_id uuid not null,
  sent_on date not null,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table closing_letters enable row level security;
alter table closing_letters force row level security;
create policy closing_letters_of_the_organisation on closing_letters
  using (organisation_id = current_organisation());
grant select, insert, update, delete on closing_letters to turnabout_app;
