import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { claimSubjects, leaseMillis, releaseSubjects } from '../../../../hubspot/server/waiting/claim-subjects.ts';
import { markHandedBack, markSubjects, type MarkReason } from '../../../../hubspot/server/waiting/mark-subjects.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
const second = 1_000;
const minute = 60 * second;
const arrival = Date.UTC(2026, 10, 20, 9);

let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

function mark(contactId: string, reason: MarkReason, at: number): Promise<number> {
  return tables.transaction((transaction) => markSubjects(transaction, portalId, [{ contactId, reason, at }]));
}

async function subjectOf(contactId: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await tables.query('select * from subject where portal_id = $1 and contact_id = $2', [
    portalId,
    contactId,
  ]);
  return row;
}

/** As if a worker had decided what waits. */
async function settle(contactId: string, decisionId: string): Promise<void> {
  await tables.query(
    `update subject set is_waiting = false, current_decision_id = $3 where portal_id = $1 and contact_id = $2`,
    [portalId, contactId, decisionId],
  );
}

describe('a mark', () => {
  test('is set by a creation, once', async () => {
    expect(await mark('1', 'created', arrival)).toBe(1);
    expect(await mark('1', 'created', arrival + minute)).toBe(0);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 1, arrived_at: arrival, version: 1 });
  });

  test('is not set by a change of a contact that never came in', async () => {
    expect(await mark('1', 'changed', arrival)).toBe(0);
    expect(await subjectOf('1')).toBeUndefined();
  });

  test('is not set by what changed in the instant of the arrival', async () => {
    await mark('1', 'created', arrival);
    await settle('1', 'first');
    expect(await mark('1', 'changed', arrival + 100)).toBe(0);
    expect(await mark('1', 'submitted', arrival + 100)).toBe(0);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: false, arrival: 1 });
  });

  test('of a later change decides the same contact again under a new number', async () => {
    await mark('1', 'created', arrival);
    await settle('1', 'first');
    expect(await mark('1', 'changed', arrival + minute)).toBe(1);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 2, version: 2, earlier_decision_id: null });
  });

  test('of a form sent again remembers what was decided before', async () => {
    await mark('1', 'created', arrival);
    await settle('1', 'first');
    await mark('1', 'submitted', arrival + 10 * minute);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 2, earlier_decision_id: 'first' });
  });

  test('of a form of somebody whom nobody knew is an arrival', async () => {
    expect(await mark('1', 'submitted', arrival)).toBe(1);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 1 });
  });

  test('of a contact that waits only says that there is more', async () => {
    await mark('1', 'created', arrival);
    await mark('1', 'changed', arrival + minute);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 1, arrived_at: arrival, version: 2 });
  });

  test('is not set on what was deleted later, and is set on what came back', async () => {
    await mark('1', 'created', arrival);
    await tables.query('update subject set is_waiting = false, deleted_at = $1', [arrival + minute]);
    expect(await mark('1', 'created', arrival + second)).toBe(0);
    expect(await mark('1', 'changed', arrival + 2 * minute)).toBe(0);
    expect(await mark('1', 'created', arrival + 2 * minute)).toBe(1);
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, deleted_at: null });
  });

  test('of somebody who handed it back names them once', async () => {
    await mark('1', 'created', arrival);
    await settle('1', 'first');
    for (const repKey of ['ana', 'ben', 'ana']) {
      await tables.transaction((transaction) => markHandedBack(transaction, portalId, '1', repKey, arrival + minute));
    }
    expect(await subjectOf('1')).toMatchObject({ is_waiting: true, arrival: 2, handed_back: 'ana;ben' });
  });
});

describe('a claim', () => {
  test('takes the urgent first, then in the order of arrival', async () => {
    await mark('1', 'created', arrival + 2 * second);
    await mark('2', 'created', arrival + second);
    await tables.transaction((transaction) =>
      markSubjects(transaction, portalId, [{ contactId: '3', reason: 'asked', at: arrival + 3 * second }], 2),
    );
    const claimed = await claimSubjects(tables, portalId, 'worker', 2, arrival + minute);
    expect(claimed.map((one) => one.contactId)).toEqual(['2', '3']);
  });

  test('is nobody else’s until its lease ends', async () => {
    await mark('1', 'created', arrival);
    expect(await claimSubjects(tables, portalId, 'one', 10, arrival)).toHaveLength(1);
    expect(await claimSubjects(tables, portalId, 'other', 10, arrival + leaseMillis - 1)).toHaveLength(0);
    const [taken] = await claimSubjects(tables, portalId, 'other', 10, arrival + leaseMillis);
    expect(taken).toMatchObject({ contactId: '1', attempts: 2 });
  });

  test('that is given back waits, and costs a try only where the contact was to blame', async () => {
    await mark('1', 'created', arrival);
    await claimSubjects(tables, portalId, 'one', 10, arrival);
    const options = { notBefore: arrival + minute, isTryCounted: false, problem: 'HSC001' };
    await releaseSubjects(tables, portalId, 'one', ['1'], options);
    expect(await claimSubjects(tables, portalId, 'one', 10, arrival + second)).toHaveLength(0);
    const [again] = await claimSubjects(tables, portalId, 'one', 10, arrival + minute);
    expect(again).toMatchObject({ attempts: 1 });
  });

  test('cannot be given back by somebody who lost it', async () => {
    await mark('1', 'created', arrival);
    await claimSubjects(tables, portalId, 'one', 10, arrival);
    await claimSubjects(tables, portalId, 'other', 10, arrival + leaseMillis);
    await releaseSubjects(tables, portalId, 'one', ['1'], { notBefore: 0, isTryCounted: true, problem: null });
    expect(await subjectOf('1')).toMatchObject({ lease_by: 'other' });
  });
});
