import { describe, expect, test } from '@jest/globals';
import { isAdmin, readAccessList, rightsOf, writeAccessList } from '../../../hubspot/handlers/access/access-list.ts';
import { answerGrants, accessOfCaller, setGrants } from '../../../hubspot/handlers/ui/answers/grants-answers.ts';
import { contentOf, startAnswerPortal } from './answer-portal.ts';

const key = Buffer.alloc(32, 1);
const other = Buffer.alloc(32, 2);
const grants = [
  { email: ' Ben@Signalbox.example ', rights: ['publish', 'read'] as const },
  { email: 'ana@signalbox.example', rights: ['read'] as const },
  { email: 'ana@signalbox.example', rights: ['edit'] as const },
  { email: 'nobody@signalbox.example', rights: [] },
];

describe('The list of who may do what', () => {
  test('comes back with one entry a person, in order, without those who may do nothing', () => {
    expect(readAccessList(writeAccessList(grants, 1, [key]), 1, [key])).toEqual({
      grants: [
        { email: 'ana@signalbox.example', rights: ['read', 'edit'] },
        { email: 'ben@signalbox.example', rights: ['read', 'publish'] },
      ],
      isTampered: false,
    });
  });

  test('is believed under any of the keys, and signed by the first', () => {
    const text = writeAccessList(grants, 1, [key]);
    expect(readAccessList(text, 1, [other, key]).isTampered).toBe(false);
    expect(readAccessList(writeAccessList(grants, 1, [other, key]), 1, [key]).isTampered).toBe(true);
  });

  test.each([
    ['written by somebody else', () => writeAccessList(grants, 1, [other])],
    ['copied from another portal', () => writeAccessList(grants, 2, [key])],
    [
      'changed',
      () => {
        const [version, , signature] = writeAccessList(grants, 1, [key]).split('.');
        const body = Buffer.from('[{"email":"eve@x.example","rights":["grant"]}]').toString('base64url');
        return [version, body, signature].join('.');
      },
    ],
    ['cut', () => writeAccessList(grants, 1, [key]).slice(0, -2)],
    ['no list at all', () => 'grant everything to eve'],
  ])('grants nothing when it was %s', (_, write) => {
    expect(readAccessList(write(), 1, [key])).toEqual({ grants: [], isTampered: true });
  });

  test('is empty where none was written', () => {
    expect(readAccessList(null, 1, [key])).toEqual({ grants: [], isTampered: false });
  });

  test('gives admins everything, and nobody without an address anything', () => {
    const list = readAccessList(writeAccessList(grants, 1, [key]), 1, [key]);
    expect(rightsOf('ANA@signalbox.example', list, [])).toEqual(['read', 'edit']);
    expect(rightsOf('eve@signalbox.example', list, ['Eve@signalbox.example'])).toEqual([
      'read',
      'edit',
      'publish',
      'grant',
    ]);
    expect(rightsOf(null, list, [''])).toEqual([]);
    expect(isAdmin(' Eve@signalbox.example ', ['eve@Signalbox.example'])).toBe(true);
    expect(isAdmin('ana@signalbox.example', ['eve@signalbox.example'])).toBe(false);
    expect([null, '', ' '].some((email) => isAdmin(email, ['', ' ']))).toBe(false);
  });
});

describe('Giving rights', () => {
  test('stands in the portal and is undone by a hand that edits it there', async () => {
    const { portal, crm } = await startAnswerPortal();
    const given = { keys: [key], admins: ['root@signalbox.example'] };
    contentOf(await setGrants(portal, [{ email: 'ben@signalbox.example', rights: ['edit'] }], given));
    const ben = { portalId: 1, userId: '12', userEmail: 'ben@signalbox.example' };
    expect(await accessOfCaller(portal, ben, given)).toEqual({ rights: ['edit'], isWorker: false });
    const { rows, configuration } = await portal.store.readDraft();
    const forged = `${configuration.settings.access!.slice(0, -3)}AAA`;
    await portal.store.writeDraft(rows, { ...configuration, settings: { ...configuration.settings, access: forged } });
    expect((await accessOfCaller(portal, ben, given)).rights).toEqual([]);
    expect(contentOf(await answerGrants(portal, given))).toEqual({
      grants: [],
      admins: ['root@signalbox.example'],
      isTampered: true,
    });
    expect(crm.owners.length).toBe(2);
  });

  test('makes whoever the rules can give leads to a worker', async () => {
    const { portal } = await startAnswerPortal();
    const { rows, configuration } = await portal.store.readDraft();
    const people = configuration.people.map((person, place) =>
      place === 0 ? { ...person, ownerEmail: 'Ana@signalbox.example' } : person,
    );
    await portal.store.writeDraft(rows, { ...configuration, people });
    const ana = { portalId: 1, userId: '11', userEmail: 'ana@signalbox.example' };
    expect((await accessOfCaller(portal, ana, { keys: [key], admins: [] })).isWorker).toBe(true);
  });
});
