import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../../hubspot/server/database/database.ts';
import { acceptEvents } from '../../../../hubspot/server/inbox/accept-events.ts';
import { moveSubject } from '../../../../hubspot/server/inbox/change-identity.ts';
import type { JobQueue } from '../../../../hubspot/server/jobs/job-queue.ts';
import { consequencesOf } from '../../../../hubspot/handlers/events/consequences.ts';
import { eventKeyOf } from '../../../../hubspot/handlers/events/event-key.ts';
import type { PortalEvent } from '../../../../hubspot/handlers/events/portal-event.ts';
import { watchedProperties } from '../../../../hubspot/handlers/events/watched-properties.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const appId = 77;
const portalId = 7;
const now = Date.UTC(2026, 10, 20, 9);

let tables: Tables;
let asked: string[];

beforeEach(async () => {
  tables = await openTables();
  asked = [];
}, 60_000);

afterAll(closeTables);

const reading = {
  keyOf: eventKeyOf,
  consequencesOf: (event: PortalEvent) =>
    consequencesOf(event, { appId, watched: watchedProperties, ruleTypeIds: new Set(['2-9']) }),
};

function eventOf(kind: PortalEvent['kind'], more: Partial<PortalEvent> = {}): PortalEvent {
  return {
    portalId,
    appId,
    subscriptionId: 1,
    eventId: 5,
    occurredAt: now,
    attempt: 0,
    kind,
    objectTypeId: '0-1',
    objectId: '101',
    property: null,
    changeSource: 'FORM',
    sourceId: null,
    mergedIds: [],
    newObjectId: null,
    ...more,
  };
}

function accept(events: readonly PortalEvent[]): ReturnType<typeof acceptEvents> {
  const jobs = { ask: (name: string) => Promise.resolve(void asked.push(name)) } as Pick<JobQueue, 'ask'>;
  return acceptEvents(tables as unknown as Database, jobs as JobQueue, reading, events, now);
}

describe('events that come in', () => {
  test('mark the contact and ask for a job, once however often they are delivered', async () => {
    const event = eventOf('creation');
    expect((await accept([event, { ...event, attempt: 1 }])).fresh).toBe(1);
    expect((await accept([{ ...event, attempt: 2 }])).fresh).toBe(0);
    expect(asked).toEqual(['decide']);
    expect(await tables.query('select contact_id, arrival from subject')).toEqual([{ contact_id: '101', arrival: 1 }]);
  });

  test('that share an id and say different things are different events', async () => {
    expect((await accept([eventOf('creation'), eventOf('creation', { objectId: '102' })])).fresh).toBe(2);
  });

  test('of our own writes do nothing', async () => {
    await accept([eventOf('creation')]);
    asked = [];
    const own = { property: 'email', changeSource: 'INTEGRATION', sourceId: String(appId), occurredAt: now + 60_000 };
    const { counts } = await accept([eventOf('propertyChange', own)]);
    expect(counts.get('ignored')).toBe(1);
    expect(asked).toEqual([]);
  });

  test('of another owner ask for a look and not for a decision', async () => {
    await accept([eventOf('creation')]);
    asked = [];
    await accept([
      eventOf('propertyChange', { property: 'hubspot_owner_id', changeSource: 'CRM_UI', occurredAt: now + 60_000 }),
    ]);
    expect(asked).toEqual(['look']);
    expect(await tables.query('select looks, looked from subject')).toEqual([{ looks: 1, looked: 0 }]);
  });

  test('of privacy erase what a decision was made of and keep that it was made', async () => {
    await accept([eventOf('creation')]);
    await keepDecision('101', 'first', now);
    await accept([eventOf('privacyDeletion', { occurredAt: now + 1 })]);
    expect(await tables.query('select personal_text, salt, personal_hash, decision_text from decision')).toEqual([
      { personal_text: null, salt: null, personal_hash: 'hash', decision_text: '{}' },
    ]);
    expect(await tables.query('select is_waiting from subject')).toEqual([{ is_waiting: false }]);
  });

  test('of a deletion that are heard of after those of a later restoring change nothing', async () => {
    await accept([eventOf('creation')]);
    await accept([eventOf('restore', { occurredAt: now + 2_000 })]);
    await accept([eventOf('deletion', { occurredAt: now + 1_000 })]);
    expect(await tables.query('select deleted_at, is_waiting from subject')).toEqual([
      { deleted_at: null, is_waiting: true },
    ]);
    await accept([eventOf('deletion', { occurredAt: now + 3_000 })]);
    expect(await tables.query('select deleted_at, is_waiting from subject')).toEqual([
      { deleted_at: now + 3_000, is_waiting: false },
    ]);
  });

  test('of a form that is sent after a deletion bring the contact back', async () => {
    await accept([eventOf('creation')]);
    await accept([eventOf('deletion', { occurredAt: now + 1_000 })]);
    await accept([eventOf('propertyChange', { property: 'recent_conversion_date', occurredAt: now + 5_000 })]);
    expect(await tables.query('select deleted_at, is_waiting from subject')).toEqual([
      { deleted_at: null, is_waiting: true },
    ]);
  });

  test('of a company mark it, to be told to its contacts', async () => {
    await accept([eventOf('propertyChange', { objectTypeId: '0-2', objectId: '900', property: 'numberofemployees' })]);
    expect(await tables.query('select company_id from changed_company')).toEqual([{ company_id: '900' }]);
    expect(asked).toEqual(['look']);
  });

  test('of the rules ask for the draft to be checked', async () => {
    await accept([eventOf('propertyChange', { objectTypeId: '2-9', property: 'sbx_logic', changeSource: 'CRM_UI' })]);
    expect(asked).toEqual(['rules']);
  });
});

describe('two contacts that become one', () => {
  test('have one current decision, the later one, and one clock, the one that is due first', async () => {
    for (const [contactId, decisionId, at] of [
      ['1', 'one', now],
      ['2', 'two', now + 1_000],
    ] as const) {
      await tables.query(
        `insert into subject (portal_id, contact_id, arrived_at, is_waiting, current_decision_id) values ($1, $2, $3, false, $4)`,
        [portalId, contactId, at, decisionId],
      );
      await keepDecision(contactId, decisionId, at);
      await tables.query(
        `insert into clock (portal_id, decision_id, contact_id, sla_key, owner_key, given_to, started_at, due_at, state, is_quiet, rungs)
         values ($1, $2, $3, 'sla', 'mara', 'ana', $4, $5, 'running', false, '[]')`,
        [portalId, decisionId, contactId, at, at + 60_000],
      );
    }
    await tables.transaction(async (transaction) => {
      await moveSubject(transaction, portalId, '1', '3', now + 5_000);
      await moveSubject(transaction, portalId, '2', '3', now + 5_000);
    });
    expect(await tables.query('select decision_id, is_current from decision order by decision_id')).toEqual([
      { decision_id: 'one', is_current: false },
      { decision_id: 'two', is_current: true },
    ]);
    expect(await tables.query(`select decision_id, state from clock where contact_id = '3' order by 1`)).toEqual([
      { decision_id: 'one', state: 'running' },
      { decision_id: 'two', state: 'closed' },
    ]);
    expect(await tables.query('select current_decision_id from subject where deleted_at is null')).toEqual([
      { current_decision_id: 'two' },
    ]);
  });
});

async function keepDecision(contactId: string, decisionId: string, at: number): Promise<void> {
  await tables.query(
    `insert into decision (portal_id, decision_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, personal_text, salt, decision_hash, personal_hash)
     values ($1, $2, $3, 1, $3, true, $4, 'live', 'sales', 'warm', 'sla', 'ana', 'turn', '', false, false, 'p', 'r', 'c', '{}',
       'Lena', 'salt', 'hash', 'hash')`,
    [portalId, decisionId, contactId, at],
  );
}
