import { fine, key, owner_id, owner_name, refused, sla_due, type AnswerCase } from './answer-case.ts';

/** The actions that do one thing. */
export const singleCases: readonly AnswerCase[] = [
  {
    name: 'Take next from pool takes a turn and gives nothing away unless it is asked to',
    action: 'take-next-from-pool',
    inputs: { pool: 'east' },
    answers: {
      takeNext: { state: 'taken', ownerId: '301', ownerName: 'Ana Ruiz', turnNumber: 12, basis: 'turn', isTrial: true },
    },
    asked: [
      { method: 'takeNext', argument: { contactId: '614', leadId: null, poolKey: 'east', isGiven: false, key: key } },
    ],
    expect: { ...fine, owner_id, owner_name, turn_number: '12', basis: 'turn' },
  },
  {
    name: 'Take next from pool says that a trial changes no owner',
    action: 'take-next-from-pool',
    inputs: { pool: 'east', make_owner: 'true' },
    answers: {
      takeNext: { state: 'taken', ownerId: '301', ownerName: 'Ana Ruiz', turnNumber: 12, basis: 'turn', isTrial: true },
    },
    expect: {
      error_code: 'HSA218',
      error_message: 'The policy is not live: the turn is a trial and the owner was not changed.',
      hs_execution_state: 'SUCCESS',
      owner_id,
      owner_name,
      turn_number: '12',
      basis: 'turn',
    },
  },
  {
    name: 'Take next from pool names the pool that was meant',
    action: 'take-next-from-pool',
    inputs: { pool: 'east-enterprize' },
    answers: { takeNext: { state: 'unknownPool', knownKeys: ['smb', 'east-enterprise'] } },
    expect: refused(
      'HSA213',
      'The live policy has no pool called east-enterprize. Names like it: east-enterprise. Nothing was done.',
    ),
  },
  {
    name: 'Take next from pool lists the pools where none is like it',
    action: 'take-next-from-pool',
    inputs: { pool: 'support' },
    answers: { takeNext: { state: 'unknownPool', knownKeys: ['smb', 'east-enterprise'] } },
    expect: refused(
      'HSA213',
      'The live policy has no pool called support. It has: smb, east-enterprise. Nothing was done.',
    ),
  },
  {
    name: 'Take next from pool needs a pool',
    action: 'take-next-from-pool',
    inputs: { pool: '  ' },
    asked: [],
    expect: refused('HSA205', 'Pool is empty. Nothing was done. Fill it in where the action stands in the workflow.'),
  },
  {
    name: 'Take next from pool says that nobody can',
    action: 'take-next-from-pool',
    inputs: { pool: 'east' },
    answers: { takeNext: { state: 'nobodyCan' } },
    expect: refused('HSA214', 'Nobody of the pool east can take it now. No turn was taken.'),
  },
  {
    name: 'Take next from pool says that the turn was given back',
    action: 'take-next-from-pool',
    inputs: { pool: 'east', make_owner: true },
    answers: { takeNext: { state: 'givenBack', cause: 'the owner is no user any more.' } },
    expect: refused('HSA204', 'The owner was not changed and the turn was given back: the owner is no user any more.'),
  },
  {
    name: 'Start clock starts it',
    action: 'start-clock',
    inputs: { service_level: 'first-touch' },
    answers: { startClock: { state: 'started', dueAt: 1_700_000_300_000, ownerName: 'Head of Inbound' } },
    asked: [{ method: 'startClock', argument: { contactId: '614', slaKey: 'first-touch', key: key } }],
    expect: { ...fine, sla_due, sla_owner: 'Head of Inbound' },
  },
  {
    name: 'Start clock keeps one that runs for the same promise',
    action: 'start-clock',
    inputs: { service_level: 'first-touch' },
    answers: { startClock: { state: 'runsAlready', dueAt: 1_700_000_300_000, ownerName: 'Head of Inbound' } },
    expect: {
      ...fine,
      error_code: 'HSA219',
      error_message: 'This clock runs already.',
      sla_due,
      sla_owner: 'Head of Inbound',
    },
  },
  {
    name: 'Start clock names the service level that was meant',
    action: 'start-clock',
    inputs: { service_level: 'first-tuch' },
    answers: { startClock: { state: 'unknownServiceLevel', knownKeys: ['first-touch'] } },
    expect: refused(
      'HSA216',
      'The live policy has no service level called first-tuch. Names like it: first-touch. Nothing was done.',
    ),
  },
  {
    name: 'Ask for review hands the reason on',
    action: 'ask-for-review',
    inputs: { reason: 'Two offers at once.' },
    answers: { askForReview: { state: 'asked', ownerId: '302', ownerName: 'Head of Inbound' } },
    asked: [{ method: 'askForReview', argument: { contactId: '614', reason: 'Two offers at once.', key: key } }],
    expect: { ...fine, owner_id: '302', owner_name: 'Head of Inbound' },
  },
  {
    name: 'Ask for review needs a reason',
    action: 'ask-for-review',
    asked: [],
    expect: refused('HSA205', 'Reason is empty. Nothing was done. Fill it in where the action stands in the workflow.'),
  },
  {
    name: 'Close clock closes as touched by the workflow',
    action: 'close-clock',
    answers: { closeClock: { state: 'closed', clockState: 'met' } },
    asked: [{ method: 'closeClock', argument: { contactId: '614', reason: 'workflow', key: key } }],
    expect: { ...fine, clock_state: 'met' },
  },
  {
    name: 'Close clock says that none ran',
    action: 'close-clock',
    inputs: { reason: 'call' },
    answers: { closeClock: { state: 'noneRan', clockState: null } },
    expect: { ...fine, error_code: 'HSA217', error_message: 'No clock was running.' },
  },
  {
    name: 'A contact that is gone is an answer',
    action: 'close-clock',
    answers: { closeClock: { state: 'noContact' } },
    expect: refused('HSA201', 'The portal has no such contact any more. Nothing was done.'),
  },
];
