import { describe, expect, test } from '@jest/globals';
import { CrmError, type CrmFailure } from '../../../hubspot/handlers/crm/crm-error.ts';
import { installStarter, starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { openRuleStore } from '../../../hubspot/handlers/rules/open-rule-store.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import { revisionSchema } from '../../../hubspot/handlers/rules/revision-properties.ts';
import { rowSchema } from '../../../hubspot/handlers/rules/row-properties.ts';
import { readRuleTypeIds } from '../../../hubspot/handlers/rules/rule-event.ts';
import { MemoryCrm } from '../memory-crm.ts';

const given = { timeZone: 'America/New_York', publishedBy: 'Signalbox', now: 1_000 };

function failing(crm: MemoryCrm, method: string, failure: CrmFailure, category: string): void {
  crm.beforeCall = (call) => {
    if (call.method === method) throw new CrmError(failure, `HubSpot says ${category}.`, { category });
  };
}

describe('the store of a portal', () => {
  test('is records where the portal may have custom objects, and makes them once', async () => {
    const crm = new MemoryCrm();
    expect((await openRuleStore(crm)).form).toBe('records');
    expect((await openRuleStore(crm)).form).toBe('records');
    expect(crm.calls.filter(({ method }) => method === 'createSchema')).toHaveLength(2);
    expect((await crm.listSchemas()).map(({ name }) => name)).toEqual(['sbx_rule_row', 'sbx_revision']);
  });

  test.each([
    ['listSchemas', 'forbidden', 'MISSING_SCOPES'],
    ['createSchema', 'forbidden', 'INVALID_AUTHENTICATION'],
    ['createSchema', 'refused', 'OBJECT_TYPE_LIMIT_EXCEEDED'],
  ] as const)(
    'is files where %s is %s (%s), and stays files after a change of plan',
    async (method, failure, category) => {
      const crm = new MemoryCrm();
      failing(crm, method, failure, category);
      const store = await openRuleStore(crm);
      expect(store.form).toBe('files');
      await installStarter(store, given);
      crm.beforeCall = () => undefined;
      const later = await openRuleStore(crm);
      expect(later.form).toBe('files');
      expect((await later.findLive())?.number).toBe(1);
    },
  );

  test('is not decided by a portal that does not answer', async () => {
    for (const failure of ['unavailable', 'limited', 'unauthorized', 'refused'] as const) {
      const crm = new MemoryCrm();
      failing(crm, 'createSchema', failure, 'SOMETHING');
      await expect(openRuleStore(crm)).rejects.toMatchObject({ failure });
    }
  });

  test('has no place where neither custom objects nor files are granted, and says what to grant', async () => {
    const crm = new MemoryCrm();
    crm.beforeCall = ({ method }) => {
      if (method !== 'listOwners') throw new CrmError('forbidden', 'HubSpot says MISSING_SCOPES.');
    };
    await expect(openRuleStore(crm)).rejects.toMatchObject({
      code: 'HSR011',
      next: expect.stringMatching(/grant files.*crm\.objects\.custom/),
    });
    crm.beforeCall = () => undefined;
    expect((await openRuleStore(crm)).form).toBe('records');
  });

  test('is files where not every scope for records is granted, and makes no types then', async () => {
    const crm = new MemoryCrm();
    expect((await openRuleStore(crm, { mayHoldRecords: false })).form).toBe('files');
    expect(await crm.listSchemas()).toEqual([]);
  });

  test('is no new one where the rules are records that the app may not read any more', async () => {
    const crm = new MemoryCrm();
    await installStarter(await openRuleStore(crm), given);
    await expect(openRuleStore(crm, { mayHoldRecords: false })).rejects.toMatchObject({ code: 'HSR011' });
    expect((await openRuleStore(crm)).form).toBe('records');
  });

  test('uses object types of other names, by whatever name the portal knows them', async () => {
    const crm = new MemoryCrm();
    const row = await crm.createSchema(rowSchema('acme_rule'));
    const revision = await crm.createSchema(revisionSchema('acme_revision'));
    const names = { row: row.fullyQualifiedName, revision: revision.objectTypeId };
    const store = await openRuleStore(crm, { names });
    expect(store.form).toBe('records');
    await installStarter(store, given);
    expect(crm.idsOf('acme_revision')).toHaveLength(1);
    expect(await readRuleTypeIds(crm, names)).toEqual(new Set([row.objectTypeId, revision.objectTypeId]));
  });
});

describe('preparing', () => {
  test('adds properties that an earlier version did not have', async () => {
    const crm = new MemoryCrm();
    const whole = rowSchema('sbx_rule_row');
    await crm.createSchema({ ...whole, properties: whole.properties.filter(({ name }) => name !== 'sbx_weight') });
    const store = new RecordRuleStore(crm);
    await store.prepare();
    await store.prepare();
    expect((await crm.listProperties('sbx_rule_row')).map(({ name }) => name).toSorted()).toEqual(
      whole.properties.map(({ name }) => name).toSorted(),
    );
    expect((await installStarter(store, given)).kind).toBe('installed');
  });

  test('says so where a property lost options or is of another type', async () => {
    const whole = rowSchema('sbx_rule_row');
    const changed = (change: object): MemoryCrm => {
      const crm = new MemoryCrm();
      const properties = whole.properties.map((each) => (each.name === 'sbx_operator' ? { ...each, ...change } : each));
      void crm.createSchema({ ...whole, properties });
      return crm;
    };
    await expect(new RecordRuleStore(changed({ options: [] })).prepare()).rejects.toMatchObject({ code: 'HSR009' });
    await expect(new RecordRuleStore(changed({ type: 'number' })).prepare()).rejects.toMatchObject({ code: 'HSR009' });
  });

  test('is needed before anything is written', async () => {
    const store = new RecordRuleStore(new MemoryCrm());
    await expect(store.makeLive('a'.repeat(64))).rejects.toMatchObject({ code: 'HSR001' });
    await expect(store.writeDraft([], (await store.readDraft()).configuration)).rejects.toMatchObject({
      code: 'HSR001',
    });
  });
});

describe('the starter policy', () => {
  test('is published in observe mode with everybody and every calendar that it names', async () => {
    const store = await openRuleStore(new MemoryCrm());
    const outcome = await installStarter(store, given);
    expect(outcome).toMatchObject({ kind: 'installed', revision: { number: 1, publishedBy: 'Signalbox' } });
    const { configuration, problems } = await store.readDraft();
    expect(problems).toEqual([]);
    expect(starterPolicy().mode).toBe('observe');
    const names = configuration.people.map(({ repKey }) => repKey);
    const policy = starterPolicy();
    expect(names).toEqual([...new Set(names)]);
    for (const name of [
      ...policy.members.map(({ memberKey }) => memberKey),
      ...policy.destinations.map(({ holderKey }) => holderKey),
      ...policy.slas.map(({ ownerKey }) => ownerKey),
    ]) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain('leadOwner');
    expect(configuration.people.every(({ ownerEmail }) => ownerEmail === null)).toBe(true);
    expect(configuration.calendars).toEqual(
      ['business', 'business-americas', 'business-emea'].map((calendarKey) => ({
        calendarKey,
        timeZone: 'America/New_York',
        days: [1, 2, 3, 4, 5],
        from: '09:00',
        until: '18:00',
        holidays: [],
      })),
    );
  });

  test('leaves rules alone that are there', async () => {
    const crm = new MemoryCrm();
    const store = await openRuleStore(crm);
    await installStarter(store, given);
    expect(await installStarter(store, { ...given, now: 2_000 })).toEqual({ kind: 'kept' });
    expect(await store.listRevisions()).toHaveLength(1);
    const other = await openRuleStore(new MemoryCrm());
    const rows = [{ kind: 'sla' as const, position: 0, cells: [{ column: 'slaKey', text: 'own' }] }];
    await other.writeDraft(rows, (await other.readDraft()).configuration);
    expect(await installStarter(other, given)).toEqual({ kind: 'kept' });
    expect(await other.findLive()).toBeNull();
  });

  test('is finished when its installation was cut off', async () => {
    const crm = new MemoryCrm();
    let left = 3;
    crm.beforeCall = ({ method }) => {
      if (method === 'createObjects' && (left -= 1) < 0) throw new Error('cut off');
    };
    const store = await openRuleStore(crm);
    await expect(installStarter(store, given)).rejects.toThrow('cut off');
    crm.beforeCall = () => undefined;
    expect((await installStarter(store, given)).kind).toBe('installed');
  });
});

describe('the object types that hold rules', () => {
  test('are none before they are made, and none where the app may not see them', async () => {
    const crm = new MemoryCrm();
    expect(await readRuleTypeIds(crm)).toEqual(new Set());
    failing(crm, 'listSchemas', 'forbidden', 'MISSING_SCOPES');
    expect(await readRuleTypeIds(crm)).toEqual(new Set());
    failing(crm, 'listSchemas', 'unavailable', '');
    await expect(readRuleTypeIds(crm)).rejects.toMatchObject({ failure: 'unavailable' });
  });
});
