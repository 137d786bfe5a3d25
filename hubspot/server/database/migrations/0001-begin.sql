-- Everything the server keeps. The portal is the truth: what stands here is a copy, a queue or a lock, and can be made again
-- of what the portal holds (docs/decisions/0026). Instants are UTC milliseconds, so that they are the engine's own.

create table portal (
  portal_id bigint primary key,
  app_id bigint not null,
  state text not null check (state in ('installed', 'uninstalled')),
  scopes text not null,
  installed_at bigint not null,
  uninstalled_at bigint,
  -- When everything personal was erased because the app had been uninstalled for long.
  erased_at bigint,
  -- Tokens are sealed before they get here.
  access_token text,
  refresh_token text,
  access_obtained_at bigint not null default 0,
  access_expires_at bigint not null default 0,
  -- Counts the refreshes, so that of two servers that refresh at once only one does.
  token_version int not null default 0,
  rule_form text not null default 'records' check (rule_form in ('records', 'files')),
  is_prepared boolean not null default false,
  has_leads boolean not null default false,
  -- Properties that could not be made, such as contacts.sbx_fit_score, with blanks between them.
  missing_properties text not null default ''
);

-- Each event of a webhook once, however often it is delivered.
create table webhook_event (
  event_key text primary key,
  portal_id bigint not null,
  received_at bigint not null,
  event jsonb not null,
  done_at bigint
);
create index webhook_event_open on webhook_event (portal_id, received_at) where done_at is null;
create index webhook_event_done on webhook_event (done_at) where done_at is not null;

-- A contact that we have heard of. is_waiting is the mark: whoever finds it may decide, and jobs only add speed.
create table subject (
  portal_id bigint not null,
  contact_id text not null,
  arrival int not null default 1,
  arrived_at bigint not null,
  is_waiting boolean not null,
  -- Grows with everything that is to be taken into account; a decision made of an older state leaves the mark.
  version int not null default 1,
  urgency int not null default 0,
  not_before bigint not null default 0,
  attempts int not null default 0,
  lease_until bigint not null default 0,
  lease_by text,
  handed_back text not null default '',
  current_decision_id text,
  -- The decision of the arrival before this one, where the person came in again.
  earlier_decision_id text,
  -- Somebody did something with the contact: was it a first touch, did a person choose an owner?
  looks int not null default 0,
  looked int not null default 0,
  put_aside_at bigint,
  -- By HubSpot's own clock, so that deleting and restoring are told apart in whatever order they are heard of.
  deleted_at bigint,
  restored_at bigint,
  problem text,
  primary key (portal_id, contact_id)
);
create index subject_to_look_at on subject (portal_id) where looks > looked;
create index subject_waiting on subject (portal_id, urgency desc, arrived_at) where is_waiting;

-- Companies that changed, until the contacts that belong to them are marked.
create table changed_company (
  portal_id bigint not null,
  company_id text not null,
  changed_at bigint not null,
  primary key (portal_id, company_id)
);

create table decision (
  portal_id bigint not null,
  decision_id text not null,
  contact_id text not null,
  arrival int not null,
  submission_key text not null,
  is_current boolean not null,
  decided_at bigint not null,
  mode text not null,
  destination_key text not null,
  band text not null,
  sla_key text not null,
  given_to text not null,
  basis text not null,
  headline text not null,
  is_reviewed boolean not null,
  is_quiet boolean not null,
  policy_hash text not null,
  roster_hash text not null,
  calendars_hash text not null,
  decision_text text not null,
  -- Null once it is erased. The salted hash stays, so that the chain of seals still holds.
  personal_text text,
  salt text,
  decision_hash text not null,
  personal_hash text not null,
  ledger_name text,
  turn jsonb,
  turn_returned_at bigint,
  repeats int not null default 0,
  -- A person gave it to somebody else: kept for learning, never fought.
  overridden_at bigint,
  overridden_by_owner text,
  row_number bigint,
  seal text,
  primary key (portal_id, decision_id)
);
create index decision_of_subject on decision (portal_id, contact_id, decided_at desc);
create index decision_by_day on decision (portal_id, decided_at);
create unique index decision_sealed on decision (portal_id, row_number) where row_number is not null;
create index decision_unsealed on decision (portal_id, decided_at, decision_id) where row_number is null;
create index decision_of_ledger on decision (portal_id, ledger_name, given_to) where is_current;

-- One row, one writer: whoever holds its lock takes turns.
create table ledger (
  portal_id bigint not null,
  ledger_name text not null,
  sequence bigint not null,
  ledger jsonb,
  primary key (portal_id, ledger_name)
);

-- What was taken from a ledger and given back to it. The key makes it impossible that a turn counts twice.
create table turn (
  portal_id bigint not null,
  ledger_name text not null,
  sequence bigint not null,
  decision_id text,
  taker_key text not null,
  is_returned boolean not null,
  taken_at bigint not null,
  primary key (portal_id, ledger_name, sequence)
);

-- What decisions still have to do in the portal, written with the decision itself.
create table effect (
  decision_id text not null,
  place int not null,
  portal_id bigint not null,
  contact_id text not null,
  kind text not null,
  content jsonb not null,
  state text not null default 'due' check (state in ('due', 'done', 'ownerKept', 'refused', 'notAllowed', 'dropped')),
  attempts int not null default 0,
  -- Set before the first try: from then on it may have been done, whatever we heard of it.
  attempted_at bigint,
  not_before bigint not null default 0,
  lease_until bigint not null default 0,
  lease_by text,
  made_at bigint not null,
  done_at bigint,
  outcome jsonb,
  primary key (portal_id, decision_id, place)
);
create index effect_due on effect (portal_id, made_at) where state = 'due';
create index effect_done on effect (done_at) where state <> 'due';
create index effect_of_contact on effect (portal_id, contact_id);

create table clock (
  portal_id bigint not null,
  decision_id text not null,
  contact_id text not null,
  sla_key text not null,
  owner_key text not null,
  given_to text not null,
  started_at bigint not null,
  due_at bigint not null,
  state text not null check (state in ('running', 'reminded', 'met', 'missed', 'closed')),
  is_quiet boolean not null,
  ended_at bigint,
  touched_at bigint,
  rungs jsonb not null,
  climbed int not null default 0,
  next_rung_at bigint,
  primary key (portal_id, decision_id)
);
create index clock_due on clock (next_rung_at) where next_rung_at is not null;
create index clock_of_contact on clock (portal_id, contact_id);

-- Rosters and calendars by the hash of their text. Revisions stand here as a copy of what the portal holds.
create table snapshot (
  hash text primary key,
  kind text not null check (kind in ('policy', 'roster', 'calendars')),
  body text not null
);

create table live_rules (
  portal_id bigint primary key,
  hash text not null,
  number int not null,
  -- When the portal last said that it holds this revision and that it is the live one.
  confirmed_at bigint not null
);

create table draft (
  portal_id bigint primary key,
  changed_at bigint not null,
  read_at bigint,
  hash text,
  problems jsonb not null default '[]',
  -- When somebody last looked whether rows changed, and the newest change that was seen: nobody tells an app of rules.
  watched_at bigint not null default 0,
  newest_at bigint not null default 0,
  newest_seen_at bigint not null default 0,
  -- What a search found of the last minute, each row with its instant, and the fingerprint of all rows at the last whole look:
  -- the search index lags, and does not know what was archived.
  recent jsonb not null default '{}',
  whole_at bigint not null default 0,
  whole text
);

-- Something that somebody must look at. The same thing again only counts up.
create table alert (
  portal_id bigint not null,
  alert_key text not null,
  code text not null,
  about text not null,
  message text not null,
  next_step text not null,
  first_at bigint not null,
  last_at bigint not null,
  occurrences int not null default 1,
  told_at bigint,
  cleared_at bigint,
  primary key (portal_id, alert_key)
);

-- Calls of workflow actions, each answered once.
create table action_call (
  portal_id bigint not null,
  callback_id text not null,
  action text not null,
  contact_id text,
  called_at bigint not null,
  outputs jsonb,
  is_blocked boolean not null default false,
  completed_at bigint,
  primary key (portal_id, callback_id)
);

create index action_call_blocked on action_call (portal_id) where is_blocked and completed_at is null;

-- HubSpot's limits, shared by all servers: when the next call falls due if calls flow evenly (a leaky bucket in one number).
create table call_budget (
  portal_id bigint not null,
  kind text not null,
  next_at double precision not null,
  paused_until double precision not null default 0,
  primary key (portal_id, kind)
);

-- Requests that must not be carried out twice, for as long as they could be sent again.
create table used_once (
  once_key text primary key,
  used_until bigint not null
);
create index used_once_end on used_once (used_until);
