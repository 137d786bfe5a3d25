import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Turn, TurnLedger } from '../../../../core/src/decide/model/turn-ledger.ts';
import { takeTurn } from '../../../../core/src/decide/route/take-turn.ts';
import type { EffectOutcome, RecordEffect } from '../../../../hubspot/handlers/effects/effect.ts';
import { settleEffects, type HeldEffect } from '../../../../hubspot/server/applying/settle-effects.ts';
import type { Desk } from '../../../../hubspot/server/desk.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
const now = Date.UTC(2026, 10, 20, 9);
const worker = 'this worker';

let tables: Tables;
let alerts: string[];

beforeEach(async () => {
  tables = await openTables();
  alerts = [];
}, 60_000);

afterAll(closeTables);

const fresh: TurnLedger = {
  poolKey: 'inbound',
  sequence: 0,
  dayStartedAt: now,
  weekStartedAt: now,
  entries: ['ana', 'ben'].map((memberKey) => ({
    memberKey,
    weight: 1,
    credit: 0,
    dayCount: 0,
    weekCount: 0,
    openCount: 0,
  })),
};

const effect: RecordEffect = {
  kind: 'record',
  contactId: '101',
  properties: { sbx_band: 'warm' },
  owner: { ownerId: '1', on: 'contact', decidedAt: now, isOverPerson: false },
  leadIds: [],
};

const held: HeldEffect = {
  decisionId: 'first',
  place: 0,
  contactId: '101',
  effect,
  isRetry: false,
  attempts: 0,
  arrivedAt: now,
};

const done: EffectOutcome = { state: 'done', ids: ['101'] };
const kept: EffectOutcome = { state: 'ownerKept', ids: ['101'], ownerId: '2' };

function desk(): Desk {
  return {
    database: tables,
    worker,
    now: () => now + 1_000,
    metrics: { observeWritten: () => undefined },
    alert: (_: number, { code }: { code: string }) => Promise.resolve(void alerts.push(code)),
  } as unknown as Desk;
}

/** A decision that took a turn, with its effect in a worker's hands. */
async function decide(leaseBy: string): Promise<Turn> {
  const { turn, ledger } = takeTurn(fresh, [true, true], now);
  await tables.query(
    `insert into ledger (portal_id, ledger_name, sequence, ledger) values ($1, 'live/inbound', $2, $3)`,
    [portalId, ledger.sequence, JSON.stringify(ledger)],
  );
  await tables.query(
    `insert into decision (portal_id, decision_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, decision_hash, personal_hash, ledger_name, turn)
     values ($1, 'first', '101', 1, '101/1', true, $2, 'live', 'sales', 'warm', 'sla', 'ana', 'turn', '', false, false, 'p', 'r',
       'c', '{}', 'hash', 'hash', 'live/inbound', $3)`,
    [portalId, now, JSON.stringify(turn)],
  );
  await tables.query(
    `insert into effect (portal_id, decision_id, place, contact_id, kind, content, made_at, lease_until, lease_by, attempted_at)
     values ($1, 'first', 0, '101', 'record', $2, $3, $4, $5, $3)`,
    [portalId, JSON.stringify(effect), now, now + 60_000, leaseBy],
  );
  return turn;
}

async function creditOfAna(): Promise<number> {
  const [row] = await tables.query<{ ledger: TurnLedger }>('select ledger from ledger');
  return row!.ledger.entries[0]!.credit;
}

describe('an effect that was applied', () => {
  test('is done, and what was in it is forgotten', async () => {
    await decide(worker);
    await settleEffects(desk(), portalId, [held], [done]);
    expect(await tables.query('select state, content, lease_by from effect')).toEqual([
      { state: 'done', content: {}, lease_by: null },
    ]);
    expect(await creditOfAna()).toBe(-500_000);
  });

  test('gives the turn back where the owner was not written, exactly once', async () => {
    await decide(worker);
    await settleEffects(desk(), portalId, [held], [kept]);
    await settleEffects(desk(), portalId, [held], [kept]);
    expect(await creditOfAna()).toBe(0);
    expect(await tables.query('select turn_returned_at from decision')).toEqual([{ turn_returned_at: now + 1_000 }]);
    expect(await tables.query('select is_returned from turn')).toEqual([{ is_returned: true }]);
  });

  test('is nobody’s to settle who lost it to another worker', async () => {
    await decide('another worker');
    await settleEffects(desk(), portalId, [held], [{ state: 'refused', category: 'VALIDATION_ERROR', message: '' }]);
    expect(await tables.query('select state, lease_by from effect')).toEqual([
      { state: 'due', lease_by: 'another worker' },
    ]);
    expect(await creditOfAna()).toBe(-500_000);
    expect(alerts).toEqual([]);
  });

  test('that the portal refuses is told of, but not where the contact is gone', async () => {
    await decide(worker);
    await settleEffects(desk(), portalId, [held], [{ state: 'refused', category: 'VALIDATION_ERROR', message: '' }]);
    expect(alerts).toEqual(['HSV021']);
  });
});
