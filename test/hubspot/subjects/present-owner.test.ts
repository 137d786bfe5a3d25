import { describe, expect, test } from '@jest/globals';
import type { EarlierDecision } from '../../../hubspot/handlers/subjects/subject.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import type { Source } from '../memory/record-table.ts';
import { gatherOne, newPortal } from './gather-scene.ts';

const person: Source = { sourceType: 'CRM_UI', sourceId: 'userId:5', updatedByUserId: 5 };
const workflow: Source = { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'flow-3' };
const ourselves: Source = { sourceType: 'INTEGRATION', sourceId: '77' };
const otherApp: Source = { sourceType: 'INTEGRATION', sourceId: '78' };

const decided: EarlierDecision = {
  decisionId: 'd1',
  decidedAt: 1,
  submissionKey: 'x/1',
  mode: 'live',
  destinationKey: 'sales',
  band: 'warm',
  slaKey: 'fast',
  givenToKey: 'ana',
};

function portalWith(...changes: readonly (readonly [string, Source])[]): { crm: MemoryCrm; contactId: string } {
  const crm = newPortal();
  const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
  for (const [ownerId, source] of changes) {
    crm.now += 1000;
    crm.change('contacts', contactId, { hubspot_owner_id: ownerId }, source);
  }
  return { crm, contactId };
}

async function ownerAfter(isDecided: boolean, ...changes: readonly (readonly [string, Source])[]): Promise<string> {
  const { crm, contactId } = portalWith(...changes);
  const { input } = await gatherOne(crm, contactId, { earlierOf: () => (isDecided ? decided : null) });
  return `${input.crm.ownerKey} ${input.crm.ownerSetter}`;
}

describe('the owner of a contact', () => {
  test('is nobody where none stands there', async () => {
    expect(await ownerAfter(false)).toBe('null null');
    expect(await ownerAfter(false, ['11', person], ['', person])).toBe('null null');
  });

  test.each([
    ['on the screen', person],
    ['in a list', { sourceType: 'CRM_UI_BULK_ACTION', sourceId: 'userId:5' }],
    ['on an iPhone', { sourceType: 'MOBILE_IOS', sourceId: null, updatedByUserId: 5 }],
    ['on an Android telephone', { sourceType: 'MOBILE_ANDROID', sourceId: 'userId:5' }],
  ])('whom a person chose %s is the person’s choice', async (_where, source) => {
    expect(await ownerAfter(false, ['11', source])).toBe('ana person');
    expect(await ownerAfter(true, ['11', source])).toBe('ana person');
  });

  test.each([
    ['a workflow', workflow],
    ['a journey', { sourceType: 'AUTOMATION_JOURNEY' }],
    ['our own app', ourselves],
  ])('whom %s set is nobody before a decision, and automation’s after one', async (_what, source) => {
    expect(await ownerAfter(false, ['11', source])).toBe('null null');
    expect(await ownerAfter(true, ['11', source])).toBe('ana automation');
  });

  test.each([
    ['another app', otherApp],
    ['an import', { sourceType: 'IMPORT', sourceId: '9' }],
    ['the API', { sourceType: 'API' }],
    ['a merge', { sourceType: 'MERGE_OBJECTS' }],
    ['the screen without a user', { sourceType: 'CRM_UI', sourceId: 'RecordsUpdater' }],
    ['a user through something that is no screen', { sourceType: 'IMPORT', updatedByUserId: 5 }],
  ])('whom %s set is somebody’s, and nobody knows whose', async (_what, source) => {
    expect(await ownerAfter(false, ['11', source])).toBe('ana unknown');
  });

  test('was set by whoever changed it last', async () => {
    expect(await ownerAfter(true, ['11', person], ['12', workflow])).toBe('ben automation');
    expect(await ownerAfter(true, ['12', workflow], ['11', person])).toBe('ana person');
    expect(await ownerAfter(true, ['11', person], ['12', workflow], ['11', workflow])).toBe('ana automation');
  });

  test('whom the team does not know is somebody, unless automation set them', async () => {
    expect(await ownerAfter(false, ['99', person])).toBe('unlisted person');
    expect(await ownerAfter(false, ['99', otherApp])).toBe('unlisted unknown');
    expect(await ownerAfter(true, ['99', workflow])).toBe('null null');
  });

  test('is told with its id as it was read', async () => {
    const { crm, contactId } = portalWith(['99', workflow]);
    expect((await gatherOne(crm, contactId)).ownerId).toBe('99');
    const nobodys = portalWith();
    expect((await gatherOne(nobodys.crm, nobodys.contactId)).ownerId).toBeNull();
  });
});
