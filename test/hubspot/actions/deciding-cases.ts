import { decision } from './action-calls.ts';
import {
  decideRequest,
  decided,
  destination,
  fine,
  owner_id,
  owner_name,
  refused,
  scores,
  told,
  type AnswerCase,
} from './answer-case.ts';

/** The actions that decide, or tell what would be decided. */
export const decidingCases: readonly AnswerCase[] = [
  {
    name: 'Score and route answers the decision',
    action: 'score-and-route',
    answers: { decideNow: decided },
    asked: [{ method: 'decideNow', argument: { ...decideRequest, reason: 'changed' } }],
    expect: { ...fine, state: 'decided', decision_id: 'D1', ...told },
  },
  {
    name: 'Score and route can take it as a new arrival',
    action: 'score-and-route',
    inputs: { when_decided_before: 'arrival' },
    answers: { decideNow: { ...decided, state: 'repeated' } },
    asked: [{ method: 'decideNow', argument: { ...decideRequest, reason: 'submitted' } }],
    expect: { ...fine, state: 'repeated', decision_id: 'D1', ...told },
  },
  {
    name: 'Score and route can answer the decision that stands',
    action: 'score-and-route',
    inputs: { when_decided_before: 'keep' },
    answers: { decideNow: decided },
    asked: [{ method: 'decideNow', argument: { ...decideRequest, reason: null } }],
    expect: { ...fine, state: 'decided', decision_id: 'D1', ...told },
  },
  {
    name: 'Score and route leaves out an owner and a clock that there are not',
    action: 'score-and-route',
    answers: { decideNow: { ...decided, decision: { ...decision, ownerId: null, dueAt: null } } },
    expect: (() => {
      const { owner_id: _owner, sla_due: _due, ...rest } = told;
      return { ...fine, state: 'decided', decision_id: 'D1', ...rest };
    })(),
  },
  {
    name: 'Score and route knows only its options',
    action: 'score-and-route',
    inputs: { when_decided_before: 'perhaps' },
    asked: [],
    expect: refused(
      'HSA205',
      'When decided before is none of decide, arrival, keep. Nothing was done. Choose one of them.',
    ),
  },
  {
    name: 'Score and route lets the workflow wait where the decision is not there in time',
    action: 'score-and-route',
    answers: { decideNow: { state: 'waiting' } },
    expect: { hs_execution_state: 'BLOCK', hs_expiration_duration: 'PT1H' },
  },
  {
    name: 'Score and route says what kept it from deciding',
    action: 'score-and-route',
    answers: { decideNow: { state: 'failed', cause: 'the rules name a calendar that is gone.' } },
    expect: refused('HSA211', 'It could not be done: the rules name a calendar that is gone.'),
  },
  {
    name: 'Score answers the scores',
    action: 'score',
    answers: { preview: { state: 'previewed', decision: decision } },
    asked: [{ method: 'preview', argument: '614' }],
    expect: { ...fine, ...scores },
  },
  {
    name: 'Score says that nothing is published',
    action: 'score',
    answers: { preview: { state: 'notPublished' } },
    expect: refused('HSA210', 'No rules are published. Publish them on the page of Signalbox.'),
  },
  {
    name: 'Find owner answers who would get it',
    action: 'find-owner',
    answers: { preview: { state: 'previewed', decision: decision } },
    expect: { ...fine, owner_id, owner_name, destination, basis: 'turn', reason: 'Rule 7' },
  },
  {
    name: 'Find owner says that whom it goes to has no user',
    action: 'find-owner',
    answers: { preview: { state: 'previewed', decision: { ...decision, ownerId: null, ownerName: 'nurture-queue' } } },
    expect: refused(
      'HSA215',
      'It would go to nurture-queue, who has no user in this portal. Give them one on the page of people, or branch on this code.',
    ),
  },
];
