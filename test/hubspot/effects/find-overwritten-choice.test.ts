import { beforeEach, describe, expect, test } from '@jest/globals';
import { findOverwrittenChoice } from '../../../hubspot/handlers/effects/find-overwritten-choice.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import type { Source } from '../memory/record-table.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { appId, byHand, byOtherApp, byWorkflow, preparedCrm } from './prepared-crm.ts';
import { now } from './scene.ts';

const ours: Source = { sourceType: 'INTEGRATION', sourceId: String(appId) };

let crm: MemoryCrm;

beforeEach(async () => {
  crm = await preparedCrm();
  crm.seed('contacts', {}, { id: '501' });
  crm.change('contacts', '501', { [decided.decidedAt]: new Date(now).toISOString() }, ours);
});

function ownerAt(secondsAfter: number, ownerId: string, source: Source): void {
  crm.now = now + secondsAfter * 1_000;
  crm.change('contacts', '501', { hubspot_owner_id: ownerId }, source);
}

const found = () => findOverwrittenChoice(crm, ['501'], appId);

describe('a person’s choice that ours was written over', () => {
  test('is found where it came between deciding and writing', async () => {
    ownerAt(1, '1002', byHand);
    ownerAt(2, '1001', ours);
    expect(await found()).toEqual([
      { contactId: '501', ownerId: '1002', chosenAt: now + 1_000, overwrittenBy: '1001' },
    ]);
  });

  test('is none where it was made before we decided', async () => {
    ownerAt(-5, '1002', byHand);
    ownerAt(2, '1001', ours);
    expect(await found()).toEqual([]);
  });

  test('is none where somebody asked us much later to give it away', async () => {
    ownerAt(1, '1002', byHand);
    ownerAt(600, '1003', ours);
    expect(await found()).toEqual([]);
  });

  test('is none where the person came last', async () => {
    ownerAt(1, '1001', ours);
    ownerAt(2, '1002', byHand);
    expect(await found()).toEqual([]);
  });

  test.each([
    ['a workflow', byWorkflow],
    ['another app', byOtherApp],
  ])('is none where %s chose before', async (_, source) => {
    ownerAt(1, '1002', source);
    ownerAt(2, '1001', ours);
    expect(await found()).toEqual([]);
  });

  test('is none where the owner was only taken away', async () => {
    ownerAt(-60, '1003', byHand);
    ownerAt(1, '', byHand);
    ownerAt(2, '1001', ours);
    expect(await found()).toEqual([]);
  });

  test('is none on what was never decided, is gone, or was not asked for', async () => {
    crm.seed('contacts', { hubspot_owner_id: '1001' }, { id: '502' });
    expect(await findOverwrittenChoice(crm, ['502', '999'], appId)).toEqual([]);
    crm.calls.length = 0;
    expect(await findOverwrittenChoice(crm, [], appId)).toEqual([]);
    expect(crm.calls).toEqual([]);
  });
});
