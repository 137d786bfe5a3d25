-- Learning points from won and lost leads: one run of a portal at a time. Whoever holds the lease works, and a run that nobody holds
-- goes on at the page that it had come to.
create table learning (
  portal_id bigint primary key,
  run_id text not null,
  state text not null check (state in ('reading', 'training', 'done', 'failed', 'cancelled')),
  started_at bigint not null,
  started_by text not null,
  finished_at bigint,
  policy_hash text not null,
  policy_text text not null,
  -- Names persons on the pages. It goes with them.
  salt text,
  after_id text,
  lead_count int not null default 0,
  all_count int not null default 0,
  closed_count int not null default 0,
  closed_elsewhere int not null default 0,
  are_deals_read boolean not null default true,
  phase text not null default '',
  phase_done int not null default 0,
  phase_all int not null default 0,
  attempts int not null default 0,
  lease_until bigint not null default 0,
  lease_by text,
  problem jsonb,
  result text
);

-- What was read, compressed. Nothing in it names a person, and it goes when the run ends.
create table learning_page (
  portal_id bigint not null,
  run_id text not null,
  place int not null,
  content text not null,
  primary key (portal_id, run_id, place)
);
