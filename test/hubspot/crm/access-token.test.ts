import { afterEach, describe, expect, test } from '@jest/globals';
import type { AccessToken } from '../../../hubspot/handlers/crm/access-token.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { batchOf, failureOf, recordOf, refusalOf, ScriptedPortal } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const found = batchOf([recordOf('1')]);

describe('The token', () => {
  const unauthorized = refusalOf(401, 'EXPIRED_AUTHENTICATION');

  test('is asked for each call', async () => {
    portal = await ScriptedPortal.inTurn(found);
    let number = 0;
    const crm = portal.crm({ token: () => Promise.resolve(`token-${(number += 1)}`) });
    await crm.readObjects('contacts', ['1'], []);
    await crm.readObjects('contacts', ['1'], []);
    expect(portal.received.map((received) => received.headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('is refreshed once when HubSpot refuses it, also for a call that creates', async () => {
    portal = await ScriptedPortal.inTurn(unauthorized, batchOf([recordOf('9')]));
    const refused: string[] = [];
    const token: AccessToken = Object.assign(() => Promise.resolve('old'), {
      refresh: (old: string) => {
        refused.push(old);
        return Promise.resolve('new');
      },
    });
    await portal.crm({ token }).createObjects('notes', [{ properties: {}, associations: [] }]);
    expect(refused).toEqual(['old']);
    expect(portal.received.map((received) => received.headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(portal.waits).toEqual([]);
  });

  test('that is refused twice means that the app is no longer installed', async () => {
    portal = await ScriptedPortal.inTurn(unauthorized);
    const token = Object.assign(() => Promise.resolve('old'), { refresh: () => Promise.resolve('new') });
    expect(await failureOf(portal.crm({ token }).listOwners())).toMatchObject({
      code: 'HSC003',
      failure: 'unauthorized',
      category: 'EXPIRED_AUTHENTICATION',
      isTransient: false,
    });
    expect(portal.received).toHaveLength(2);
  });

  test('that cannot be had is no answer of HubSpot, and nothing was sent', async () => {
    portal = await ScriptedPortal.inTurn(found);
    const token = (): Promise<string> => Promise.reject(new Error('The database is away.'));
    const error = await failureOf(portal.crm({ token }).createObjects('notes', [{ properties: {}, associations: [] }]));
    expect(error).toMatchObject({ failure: 'unavailable', isOutcomeUnknown: false });
    expect(portal.received).toEqual([]);
  });

  test('that tells why it cannot be had is believed', async () => {
    portal = await ScriptedPortal.inTurn(found);
    const gone = new CrmError('unauthorized', 'The app was uninstalled.');
    expect(await failureOf(portal.crm({ token: () => Promise.reject(gone) }).listOwners())).toBe(gone);
  });
});

test('Each try is told for metrics, without ids', async () => {
  portal = await ScriptedPortal.inTurn(refusalOf(429, 'RATE_LIMITS'), found);
  await portal.crm().readObjects('2-7654321', ['4711'], ['email']);
  expect(portal.records).toEqual(
    [1, 2].map((attempt) => ({
      kind: 'general',
      method: 'POST',
      template: '/crm/objects/2026-09/{objectType}/batch/read',
      status: attempt === 1 ? 429 : 200,
      millis: 0,
      attempt,
    })),
  );
});
