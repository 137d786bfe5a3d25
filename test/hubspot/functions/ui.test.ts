import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { main as actionFunction } from '../../../hubspot/functions/entries/action.ts';
import { openSession } from '../../../hubspot/functions/sign-in/session.ts';
import { uiCalls, type UiCallName } from '../../../hubspot/handlers/ui/ui-calls.ts';
import { mailOf } from './few-pools.ts';
import { admin, key, StandInScene } from './stand-in-scene.ts';

const startMillis = 120_000;
let scene: StandInScene;
let contactId: string;

beforeAll(async () => {
  scene = await StandInScene.start();
  // The first call prepares the portal.
  expect(await scene.call('access', {})).toMatchObject({ isAnswered: true });
  await scene.publishFewPools();
  contactId = scene.addContact({ email: 'lena@customer.example', country: 'Germany' });
}, startMillis);

afterAll(() => scene.close());

const inputs: Readonly<Record<UiCallName, () => unknown>> = {
  access: () => ({}),
  card: () => ({ contactId }),
  decide: () => ({ contactId }),
  handBack: () => ({ contactId, words: 'not mine' }),
  report: () => ({ contactId, about: 'score', words: 'too low' }),
  status: () => ({}),
  setup: () => ({}),
  fields: () => ({}),
  workflows: () => ({}),
  users: () => ({}),
  alerts: () => ({}),
  decisions: () => ({}),
  draft: () => ({}),
  saveDraft: () => ({ rows: [], version: 'none' }),
  dryRun: () => ({ rows: null, most: 1 }),
  learning: () => ({}),
  startLearning: () => ({}),
  cancelLearning: () => ({}),
  learningPage: () => ({ hash: '0'.repeat(64), after: null }),
  draftLearned: () => ({ rows: [], version: 'none', words: 'learned' }),
  publish: () => ({ draftHash: '0'.repeat(64) }),
  revisions: () => ({}),
  revision: () => ({ hash: '0'.repeat(64) }),
  rollBack: () => ({ hash: '0'.repeat(64) }),
  grants: () => ({}),
  setGrants: () => ({ grants: [] }),
  uninstall: () => ({ uninstall: true }),
  signIn: () => ({ email: 'nobody@northlight.example', code: 'WRONG' }),
};

const ofEdition = (Object.keys(uiCalls) as UiCallName[]).filter((name) => uiCalls[name].editions.includes('private'));
const guarded = ofEdition.filter((name) => uiCalls[name].needs !== 'anybody');

describe('Cards, pages and settings of the private edition', () => {
  test.each(guarded)('%s is refused to whom HubSpot has not confirmed', async (name) => {
    const answer = await scene.call(name, inputs[name]());
    expect(answer).toMatchObject({ isAnswered: false, refusal: { code: 'HSW030' } });
  });

  test.each(guarded)('%s is refused to a user without rights', async (name) => {
    const stranger = openSession(
      { portalId: scene.portal.portalId, userId: '1', email: 'stranger@northlight.example' },
      [Buffer.from(key)],
      Date.now(),
    );
    const answer = await scene.call(name, inputs[name](), stranger.session);
    expect(answer).toMatchObject({ isAnswered: false, refusal: { code: 'HSW019' } });
  });

  test('a session that is forged, over, or of another portal is none', async () => {
    const who = { portalId: scene.portal.portalId, userId: '1', email: admin };
    const keys = [Buffer.from(key)];
    const good = openSession(who, keys, Date.now()).session;
    const [version, body, signature] = good.split('.') as [string, string, string];
    const other = Buffer.from(JSON.stringify({ ...who, email: admin, until: Date.now() + 9e9 })).toString('base64url');
    const bad = [
      openSession(who, [Buffer.from('x'.repeat(40))], Date.now()).session,
      openSession({ ...who, portalId: 999 }, keys, Date.now()).session,
      openSession(who, keys, Date.now() - 9 * 3_600_000).session,
      `${version}.${other}.${signature}`,
      `${version}.${body}.${signature.slice(0, -2)}`,
      `${version}.${body}`,
      '',
      'null',
    ];
    for (const session of bad) {
      expect(await scene.call('status', {}, session)).toMatchObject({ refusal: { code: 'HSW030' } });
    }
    expect(await scene.call('status', {}, good)).toMatchObject({ isAnswered: true });
  });

  test('somebody signs in by writing a code into a record by hand', async () => {
    const session = await scene.sessionOf(admin);
    expect(await scene.call('access', {}, session)).toMatchObject({
      content: { email: admin, isAdmin: true, isSignInNeeded: false, edition: 'private' },
    });
  });

  test('a code that somebody else wrote signs nobody in, and a code is good once', async () => {
    expect(await scene.signIn(admin, mailOf('ana'))).toMatchObject({ refusal: { code: 'HSW030' } });
    const asked = await scene.call('signIn', { email: admin, code: null });
    const { code, recordPath } = (asked as { content: { code: string; recordPath: string } }).content;
    expect(await scene.call('signIn', { email: admin, code })).toMatchObject({ refusal: { code: 'HSW030' } });
    scene.writeByHand(recordPath, code, admin);
    expect(await scene.call('signIn', { email: mailOf('ana'), code })).toMatchObject({ isAnswered: false });
    expect(await scene.call('signIn', { email: admin, code })).toMatchObject({ isAnswered: true });
    expect(await scene.call('signIn', { email: admin, code })).toMatchObject({ refusal: { code: 'HSW030' } });
  });

  test('a right is what was granted, until somebody else changes the list', async () => {
    const session = await scene.sessionOf(admin);
    const reader = 'reader@northlight.example';
    const set = await scene.call('setGrants', { grants: [{ email: reader, rights: ['read'] }] }, session);
    expect(set).toMatchObject({ content: { isTampered: false, grants: [{ email: reader, rights: ['read'] }] } });
    const who = { portalId: scene.portal.portalId, userId: '5', email: reader };
    const theirs = openSession(who, [Buffer.from(key)], Date.now()).session;
    expect(await scene.call('status', {}, theirs)).toMatchObject({ isAnswered: true });
    expect(await scene.call('publish', { draftHash: '0'.repeat(64) }, theirs)).toMatchObject({
      refusal: { code: 'HSW019' },
    });
    const rows = await scene.crm().listSchemas();
    const rowType = rows.find(({ name }) => name === 'sbx_rule_row')!.objectTypeId;
    const [access] = await scene.crm().searchObjects({
      objectType: rowType,
      groups: [[{ property: 'sbx_option_key', operator: 'EQ', values: ['access'] }]],
      properties: ['sbx_option_text'],
      most: 1,
    });
    const text = access!.properties['sbx_option_text']!;
    const [version, , signature] = text.split('.') as [string, string, string];
    const forged = Buffer.from(JSON.stringify([{ email: reader, rights: ['read', 'publish'] }])).toString('base64url');
    await scene
      .crm()
      .updateObjects(rowType, [
        { id: access!.id, properties: { sbx_option_text: `${version}.${forged}.${signature}` } },
      ]);
    expect(await scene.call('status', {}, theirs)).toMatchObject({ refusal: { code: 'HSW019' } });
    expect(await scene.call('grants', {}, session)).toMatchObject({ content: { isTampered: true, grants: [] } });
  });

  test('a rep decides from the card, reads it, and hands the lead back', async () => {
    const session = await scene.sessionOf(mailOf('ana'));
    const decided = await scene.call('decide', { contactId }, session);
    expect(decided).toMatchObject({ content: { state: 'decided', headline: expect.stringContaining('Ana') } });
    expect(scene.valueOf(contactId, 'sbx_given_to')).toBe('ana');
    const card = await scene.call('card', { contactId });
    expect(card).toMatchObject({ content: { owner: { key: 'ana' }, staleness: [] } });
    expect(JSON.stringify(card)).not.toContain('lena@customer.example');
    const others = await scene.sessionOf(mailOf('ben'));
    expect(await scene.call('handBack', { contactId, words: '' }, others)).toMatchObject({
      refusal: { code: 'HSW019' },
    });
    await scene.call('handBack', { contactId, words: 'not my language' }, session);
    expect(scene.valueOf(contactId, 'sbx_given_to')).not.toBe('ana');
    expect(scene.valueOf(contactId, 'sbx_handed_back')).toBe('ana');
  });

  test('every call that reads is answered in the form that the pages read', async () => {
    const session = await scene.sessionOf(admin);
    for (const name of ofEdition.filter((each) => uiCalls[each].kind !== 'write')) {
      // Both ask for a revision that this portal never had.
      const input = name === 'revision' || name === 'learningPage' ? null : inputs[name]();
      const answer = input === null ? null : await scene.call(name, input, session);
      const read = answer?.isAnswered === true ? uiCalls[name].answer.safeParse(answer.content) : null;
      expect([name, answer?.isAnswered ?? true, read?.error?.issues ?? []]).toEqual([name, true, []]);
    }
  });

  test('what is no call of this edition is refused with words', async () => {
    expect(await scene.call('uninstall', { uninstall: true })).toMatchObject({ refusal: { code: 'HSF007' } });
    expect(await scene.call('constructor', {})).toMatchObject({ refusal: { code: 'HSF007' } });
    expect(await scene.call('card', { contactId: 'x' })).toMatchObject({ refusal: { code: 'HSF007' } });
  });

  test('ten of many contacts are decided at once, and only for somebody who is known', async () => {
    const contactIds = Array.from({ length: 12 }, (_, place) => scene.addContact({ email: `bulk-${place}@x.example` }));
    expect(await actionFunction({ parameters: { contactIds } })).toMatchObject({ refusal: { code: 'HSW030' } });
    const session = await scene.sessionOf(mailOf('ben'));
    const answer = await actionFunction({ parameters: { contactIds, session } });
    const states = answer.isAnswered ? answer.content.contacts.map(({ state }) => state) : [];
    expect(states).toEqual([...Array.from({ length: 10 }, () => 'decided'), 'waiting', 'waiting']);
  });
});
