import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Arrivals } from '../../../sandbox/hubspot/start/arrivals.ts';
import { startPortal, type StartPortal } from './start-portal.ts';

describe('who came in and what they got', () => {
  let scene: StartPortal;
  let arrivals: Arrivals;

  beforeEach(async () => {
    scene = await startPortal();
    scene.sendForm('before@example.com');
    arrivals = new Arrivals(scene.portal);
  });
  afterEach(async () => {
    arrivals.close();
    await scene.hubSpot.close();
  });

  test('somebody new is one arrival, measured until the decision stands on the contact', () => {
    const told: string[] = [];
    arrivals.onDecided(({ decisionId }) => told.push(decisionId));
    const contactId = scene.sendForm('new@example.com');
    const { createdAt } = scene.contact(contactId);
    expect(arrivals.waitingIds).toEqual([contactId]);
    scene.wait(1_800);
    scene.decide(contactId, 1);
    expect(arrivals.decided).toEqual([
      { contactId, decisionId: `${contactId}/1`, arrivedAt: createdAt, writtenAt: createdAt + 1_800 },
    ]);
    expect({ told, waiting: arrivals.waitingIds }).toEqual({ told: [`${contactId}/1`], waiting: [] });
  });

  test('somebody who comes in twice before the decision has one for both', () => {
    const contactId = scene.sendForm('twice@example.com');
    scene.wait(80);
    scene.sendForm('twice@example.com');
    expect(arrivals.waitingIds).toEqual([contactId, contactId]);
    scene.wait(1_000);
    scene.decide(contactId, 1);
    expect({ decided: arrivals.decided.length, merged: arrivals.merged, waiting: arrivals.waitingIds }).toEqual({
      decided: 1,
      merged: 1,
      waiting: [],
    });
  });

  test('somebody who comes in while it is decided waits on', () => {
    const contactId = scene.sendForm('late@example.com');
    scene.wait(500);
    const { records } = scene.portal;
    const decidedAt = records.now;
    scene.wait(500);
    scene.sendForm('late@example.com');
    scene.wait(500);
    const app = { sourceType: 'INTEGRATION', sourceId: '1', userId: null };
    const values = { sbx_decision_id: 'd', sbx_decided_at: new Date(decidedAt).toISOString() };
    records.updateRecord('0-1', contactId, values, app);
    expect({ decided: arrivals.decided.length, waiting: arrivals.waitingIds }).toEqual({
      decided: 1,
      waiting: [contactId],
    });
  });

  test('a decision that nobody waited for counts for itself', () => {
    const contactId = scene.sendForm('again@example.com');
    scene.wait(100);
    scene.decide(contactId, 1);
    scene.wait(100);
    scene.decide(contactId, 2);
    expect({ decided: arrivals.decided.length, again: arrivals.decidedAgain }).toEqual({ decided: 1, again: 1 });
  });

  test('who was there before is nobody until they come in again', () => {
    expect([...arrivals.contactIds]).toEqual([]);
    scene.wait(100);
    const contactId = scene.sendForm('before@example.com');
    expect([...arrivals.contactIds]).toEqual([contactId]);
  });
});
