import { describe, expect, test } from '@jest/globals';
import { actionDefinitions } from '../../../hubspot/handlers/actions/action-definition.ts';
import { answerAction } from '../../../hubspot/handlers/actions/answer-action.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { refuseUnreadable } from '../../../hubspot/handlers/actions/refuse-action.ts';
import { callOf, portalId, RecordedPorts } from './action-calls.ts';
import { decided, decideRequest, key, now } from './answer-case.ts';
import { decidingCases } from './deciding-cases.ts';
import { singleCases } from './single-cases.ts';

const cases = [...decidingCases, ...singleCases];

describe('the answer of an action', () => {
  test.each(cases)('$name', async ({ action, inputs, answers, asked, expect: expected }) => {
    const ports = new RecordedPorts(answers);
    const answer = await answerAction(callOf(action, inputs), ports, now);
    expect(answer).toEqual({ kind: 'answered', outputFields: expected });
    if (asked !== undefined) {
      expect(ports.asked).toEqual(asked);
    }
    expect(ports.kept.get(key)).toEqual({
      callbackId: key,
      action: action,
      contactId: '614',
      calledAt: now,
      answer: answer,
    });
  });

  test('has no field that its action does not announce', () => {
    for (const { action, expect: fields } of cases) {
      const announced = actionDefinitions[action].outputs.map(({ name }) => name);
      const own = Object.keys(fields).filter((name) => !name.startsWith('hs_'));
      expect(own.filter((name) => !announced.includes(name))).toEqual([]);
    }
  });

  test('of every action has every field that it announces, where all is known', () => {
    for (const [action, { outputs }] of Object.entries(actionDefinitions)) {
      const seen = new Set(cases.filter((one) => one.action === action).flatMap((one) => Object.keys(one.expect)));
      expect(outputs.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
    }
  });

  test('cuts texts that are longer than what can be kept', async () => {
    const ports = new RecordedPorts({
      askForReview: { state: 'asked', ownerId: '1', ownerName: 'x' },
      closeClock: { state: 'closed', clockState: 'met' },
    });
    await answerAction(callOf('ask-for-review', { reason: 'y'.repeat(3000) }), ports, now);
    expect(ports.asked[0]?.argument).toMatchObject({ reason: 'y'.repeat(500) });
    const call = { ...callOf('close-clock', { reason: 'z'.repeat(100) }), callbackId: 'another' };
    await answerAction(call, ports, now);
    expect(ports.asked[1]?.argument).toMatchObject({ reason: 'z'.repeat(40) });
  });
});

describe('a lead', () => {
  const answers = { primaryContactOf: '614', decideNow: decided };

  test('is decided as its contact, and named with it', async () => {
    const ports = new RecordedPorts(answers);
    const call = callOf('score-and-route', {}, { objectType: 'LEAD', objectId: 88 });
    expect(await answerAction(call, ports, now)).toMatchObject({ outputFields: { decision_id: 'D1' } });
    expect(ports.asked).toEqual([
      { method: 'primaryContactOf', argument: '88' },
      { method: 'decideNow', argument: { ...decideRequest, leadId: '88', reason: 'changed' } },
    ]);
  });

  test('without a contact is an answer with a code', async () => {
    const ports = new RecordedPorts({ ...answers, primaryContactOf: null });
    const answer = await answerAction(callOf('score', {}, { objectType: '0-136' }), ports, now);
    expect(answer).toMatchObject({ outputFields: { error_code: 'HSA207', hs_execution_state: 'FAIL_CONTINUE' } });
  });
});

describe('nothing is asked and nothing is kept', () => {
  test('for a call of another portal', async () => {
    const ports = new RecordedPorts();
    const answer = await answerAction({ ...callOf('score-and-route'), portalId: portalId + 1 }, ports, now);
    expect(answer).toMatchObject({ outputFields: { error_code: 'HSA203', hs_execution_state: 'FAIL_CONTINUE' } });
    expect([ports.asked, ports.kept.size]).toEqual([[], 0]);
  });

  test('for an object of another type', async () => {
    const ports = new RecordedPorts();
    const answer = await answerAction(
      callOf('take-next-from-pool', { pool: 'east' }, { objectType: 'DEAL' }),
      ports,
      now,
    );
    expect(answer).toMatchObject({ outputFields: { error_code: 'HSA202', hs_execution_state: 'FAIL_CONTINUE' } });
    expect([ports.asked, ports.kept.size]).toEqual([[], 0]);
  });
});

describe('a call that comes again', () => {
  test('is answered as it was the first time, without asking anybody', async () => {
    const first = new RecordedPorts({
      takeNext: {
        state: 'taken',
        ownerId: '301',
        ownerName: 'Ana Ruiz',
        turnNumber: 12,
        basis: 'turn',
        isTrial: false,
      },
    });
    const call = callOf('take-next-from-pool', { pool: 'east' });
    const answer = await answerAction(call, first, now);
    expect(await answerAction(call, first, now + 60_000)).toEqual(answer);
    expect(first.asked).toHaveLength(1);
  });

  test('while its decision is waited for looks whether it is there now', async () => {
    const ports = new RecordedPorts({ decideNow: { state: 'waiting' } });
    const call = callOf('score-and-route');
    await answerAction(call, ports, now);
    const later = new RecordedPorts({ decideNow: decided });
    later.kept.set(key, ports.kept.get(key)!);
    expect(await answerAction(call, later, now)).toMatchObject({ outputFields: { decision_id: 'D1' } });
  });
});

describe('a portal that fails', () => {
  const failing = (error: Error) => answerAction(callOf('score'), new RecordedPorts({ preview: error }), now);

  test('for a moment is asked again by HubSpot, and nothing is kept', async () => {
    const ports = new RecordedPorts({
      preview: new CrmError('limited', 'Too many calls.', { retryAfterMillis: 1200 }),
    });
    expect(await answerAction(callOf('score'), ports, now)).toEqual({ kind: 'later', retryAfterSeconds: 2 });
    expect(ports.kept.size).toBe(0);
    expect(await failing(new CrmError('unavailable', 'No answer.'))).toEqual({ kind: 'later', retryAfterSeconds: 30 });
  });

  test.each([
    ['notFound', 'HSA201'],
    ['unauthorized', 'HSA220'],
    ['forbidden', 'HSA220'],
    ['refused', 'HSA227'],
    ['conflict', 'HSA227'],
    ['unreadable', 'HSA227'],
  ] as const)('for good is an answer with a code: %s', async (failure, code) => {
    const answer = await failing(new CrmError(failure, 'ana@example.com'));
    expect(answer).toMatchObject({ outputFields: { error_code: code, hs_execution_state: 'FAIL_CONTINUE' } });
    expect(JSON.stringify(answer)).not.toContain('example.com');
  });

  test('is no excuse for a fault of our own', async () => {
    await expect(failing(new TypeError('broken'))).rejects.toThrow('broken');
  });
});

test('A call that cannot be read is an answer that names what is missing', () => {
  expect(refuseUnreadable(['callbackId', 'object.objectId'])).toEqual({
    kind: 'answered',
    outputFields: {
      error_code: 'HSA206',
      error_message: 'The call has no readable callbackId, object.objectId. Nothing was done. Add the action again.',
      hs_execution_state: 'FAIL_CONTINUE',
    },
  });
});
