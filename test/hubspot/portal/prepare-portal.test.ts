import { describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { preparePortal } from '../../../hubspot/handlers/portal/prepare-portal.ts';
import { propertyDefinitions } from '../../../hubspot/handlers/portal/property-definitions.ts';
import {
  decided,
  groupName,
  isNamedAccount,
  outcomeOfOthers,
  submitted,
} from '../../../hubspot/handlers/portal/property-names.ts';
import { MemoryCrm } from '../memory-crm.ts';

const definitionsOf = (objectType: string) => propertyDefinitions.find(([type]) => type === objectType)![1];
const namesOf = (objectType: string): string[] => definitionsOf(objectType).map(({ name }) => name);

describe('the properties of Signalbox', () => {
  test('are all that it names, each once on its object', () => {
    const outcomes = Object.values(decided);
    expect(namesOf('contacts').toSorted()).toEqual(
      [...outcomes, ...Object.values(submitted), ...Object.values(outcomeOfOthers)].toSorted(),
    );
    expect(namesOf('leads').toSorted()).toEqual(outcomes.toSorted());
    expect(namesOf('companies')).toEqual([isNamedAccount]);
  });

  test('say in plain words what they are for', () => {
    for (const definition of propertyDefinitions.flatMap(([, definitions]) => definitions)) {
      expect(definition.groupName).toBe(groupName);
      expect(definition.label).toMatch(/^Signalbox [a-z]/);
      expect(definition.description).toMatch(/[a-z].{10,}\.$/);
      expect(definition.options.length > 0).toBe(['enumeration', 'bool'].includes(definition.type));
    }
  });
});

describe('preparing a portal', () => {
  test('makes what is missing, and the second time nothing', async () => {
    const crm = new MemoryCrm();
    const first = await preparePortal(crm);
    expect(first.hasLeads).toBe(true);
    expect(first.refused).toEqual([]);
    expect(first.created).toHaveLength(namesOf('contacts').length + namesOf('leads').length + 1);
    expect(first.created).toContain('contacts.sbx_fit_score');
    expect((await crm.listProperties('leads')).map(({ name }) => name)).toEqual(namesOf('leads'));
    crm.calls.length = 0;
    expect(await preparePortal(crm)).toEqual({ hasLeads: true, created: [], refused: [] });
    expect(new Set(crm.calls.map((call) => call.method))).toEqual(new Set(['listProperties', 'searchObjects']));
  });

  test('adds what a later version has more', async () => {
    const crm = new MemoryCrm();
    await crm.createPropertyGroup('contacts', groupName, 'Signalbox');
    await crm.createProperties('contacts', definitionsOf('contacts').slice(1));
    const { created, refused } = await preparePortal(crm);
    expect(created.filter((name) => name.startsWith('contacts.'))).toEqual([`contacts.${namesOf('contacts')[0]}`]);
    expect(refused).toEqual([]);
  });

  test('does not count on leads whose properties it may see, but not the leads themselves', async () => {
    const crm = new MemoryCrm();
    crm.beforeCall = ({ method, about }) => {
      if (method === 'searchObjects' && about === 'leads') {
        throw new CrmError('forbidden', 'A scope is missing.', { status: 403, category: 'MISSING_SCOPES' });
      }
    };
    const { hasLeads, refused } = await preparePortal(crm);
    expect(hasLeads).toBe(false);
    expect(refused).toMatchObject([{ objectType: 'leads', failure: 'forbidden', category: 'MISSING_SCOPES' }]);
  });

  test('goes on without leads, and says what that means', async () => {
    const crm = new MemoryCrm();
    crm.forbidden.add('leads');
    const { hasLeads, created, refused } = await preparePortal(crm);
    expect(hasLeads).toBe(false);
    expect(created.some((name) => name.startsWith('contacts.'))).toBe(true);
    expect(refused).toEqual([
      {
        objectType: 'leads',
        properties: namesOf('leads'),
        failure: 'forbidden',
        category: 'MISSING_SCOPES',
        meaning: expect.stringContaining('contacts only'),
      },
    ]);
  });

  test('lists what may not be made where properties can only be read', async () => {
    const crm = new MemoryCrm();
    crm.beforeCall = (call) => {
      if (call.method === 'createPropertyGroup' && call.about === 'companies') {
        throw new CrmError('forbidden', 'A scope is missing.', { status: 403, category: 'MISSING_SCOPES' });
      }
    };
    const { hasLeads, refused } = await preparePortal(crm);
    expect(hasLeads).toBe(true);
    expect(refused.map((one) => `${one.objectType} ${one.properties.join()}`)).toEqual([
      'companies sbx_is_named_account',
    ]);
  });

  test('makes the most needed ones where the plan allows only some', async () => {
    const crm = new MemoryCrm();
    crm.beforeCall = async (call) => {
      if (call.method === 'createProperties' && call.about === 'contacts') {
        const present = (await crm.listProperties('contacts')).length;
        if (present + call.size > 10) {
          throw new CrmError('refused', 'HubSpot refused it.', { status: 400, category: 'PROPERTY_LIMIT' });
        }
      }
    };
    const { created, refused } = await preparePortal(crm);
    const made = created.filter((name) => name.startsWith('contacts.'));
    expect(made).toEqual(
      namesOf('contacts')
        .slice(0, 10)
        .map((name) => `contacts.${name}`),
    );
    expect(made).toContain('contacts.sbx_destination');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ category: 'PROPERTY_LIMIT', properties: namesOf('contacts').slice(10) });
  });

  test('gets along with somebody who does the same at the same time', async () => {
    const crm = new MemoryCrm();
    const [one, other] = await Promise.all([preparePortal(crm), preparePortal(crm)]);
    expect([...one.refused, ...other.refused]).toEqual([]);
    expect(new Set([...one.created, ...other.created]).size).toBe(one.created.length + other.created.length);
    expect((await crm.listProperties('contacts')).map(({ name }) => name).toSorted()).toEqual(
      namesOf('contacts').toSorted(),
    );
  });

  test('tells nothing of what somebody else made in between', async () => {
    const crm = new MemoryCrm();
    let isFirst = true;
    crm.beforeCall = async (call) => {
      if (call.method === 'createProperties' && call.about === 'contacts' && isFirst) {
        isFirst = false;
        throw new CrmError('refused', 'HubSpot refused it.', { status: 400, category: 'VALIDATION_ERROR' });
      }
      if (call.method === 'createProperties' && call.about === 'contacts' && call.size === 1) {
        crm.beforeCall = () => undefined;
        await crm.createProperties('contacts', definitionsOf('contacts').slice(0, 3));
      }
    };
    const { created, refused } = await preparePortal(crm);
    expect(refused).toEqual([]);
    expect(created).not.toContain(`contacts.${namesOf('contacts')[0]}`);
    expect(await crm.listProperties('contacts')).toHaveLength(namesOf('contacts').length);
  });

  test('tells of properties that somebody made otherwise, and leaves them', async () => {
    const crm = new MemoryCrm();
    await crm.createPropertyGroup('contacts', groupName, 'Signalbox');
    const [channel] = definitionsOf('contacts').filter(({ name }) => name === submitted.channel);
    const [budget] = definitionsOf('contacts').filter(({ name }) => name === submitted.budget);
    await crm.createProperties('contacts', [
      { ...channel!, options: channel!.options.slice(1) },
      { ...budget!, type: 'number', fieldType: 'number' },
    ]);
    const { refused } = await preparePortal(crm);
    expect(refused).toMatchObject([
      { objectType: 'contacts', properties: ['sbx_channel', 'sbx_budget'], category: 'OTHER_FORM' },
    ]);
    expect((await crm.listProperties('contacts')).find(({ name }) => name === 'sbx_channel')!.options).toHaveLength(12);
  });

  test.each(['limited', 'unavailable', 'unauthorized'] as const)('throws what is no answer: %s', async (failure) => {
    const crm = new MemoryCrm();
    crm.beforeCall = () => {
      throw new CrmError(failure, 'No answer.');
    };
    await expect(preparePortal(crm)).rejects.toMatchObject({ failure });
  });
});
