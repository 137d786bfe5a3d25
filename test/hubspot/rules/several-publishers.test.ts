import { describe, expect, test } from '@jest/globals';
import { flatten } from '../../../core/src/decide/index.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { FileRuleStore } from '../../../hubspot/handlers/rules/file-rule-store.ts';
import { findHeldRevision } from '../../../hubspot/handlers/rules/find-held-revision.ts';
import { starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { publishDraft, rollBack } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import type { RevisionEntry, RuleStore } from '../../../hubspot/handlers/rules/rule-store.ts';
import { Dice } from '../../property/generators/dice.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { plainConfiguration } from './draft-configuration.ts';

const starter = starterPolicy();

/** Calls that take so long as the dice say, so that those of several publishers mix in ever new ways. */
function slowPortal(number: number): MemoryCrm {
  const crm = new MemoryCrm();
  const dice = new Dice(number);
  crm.beforeCall = async () => {
    for (let turns = dice.roll(6); turns > 0; turns -= 1) await Promise.resolve();
  };
  return crm;
}

/** A store whose draft is a policy of that name: what an editor has open. */
function withDraftOf(store: RuleStore, name: string): RuleStore {
  const draft = { rows: flatten({ ...starter, name }), configuration: plainConfiguration, problems: [] };
  return Object.assign(Object.create(store) as RuleStore, {
    readDraft: () => Promise.resolve(draft),
    noteProblems: () => Promise.resolve(),
    listRevisions: () => store.listRevisions(),
    readRevision: (hash: string) => store.readRevision(hash),
    keepRevision: (...given: Parameters<RuleStore['keepRevision']>) => store.keepRevision(...given),
  });
}

async function publishAtOnce(open: (crm: MemoryCrm) => RuleStore, number: number): Promise<RevisionEntry[]> {
  const crm = slowPortal(number);
  await open(crm).prepare();
  await publishDraft(withDraftOf(open(crm), 'The first'), { publishedBy: 'ops', now: 1 });
  const first = (await open(crm).findLive())!;
  await Promise.all([
    ...['One', 'Two', 'Three'].map((name) => publishDraft(withDraftOf(open(crm), name), { publishedBy: name, now: 2 })),
    rollBack(open(crm), first.hash),
  ]);
  const entries = await open(crm).listRevisions();
  const live = await open(crm).findLive();
  expect(entries.filter(({ isLive }) => isLive)).toEqual([live]);
  for (const { hash } of entries) {
    expect((await findHeldRevision(open(crm), hash)).kind).toBe('held');
  }
  return entries;
}

describe('three who publish while a fourth rolls back', () => {
  test('end with one live record, all revisions held and one chain without a gap', async () => {
    for (let number = 0; number < 25; number += 1) {
      const entries = await publishAtOnce((crm) => new RecordRuleStore(crm), number);
      expect(entries.map((entry) => entry.number)).toEqual([4, 3, 2, 1]);
      expect(entries.map(({ previousHash }) => previousHash)).toEqual([
        ...entries.slice(1).map(({ hash }) => hash),
        null,
      ]);
    }
  });

  test('leave one record in the state live, as list views show it', async () => {
    for (let number = 0; number < 12; number += 1) {
      const crm = slowPortal(number);
      await new RecordRuleStore(crm).prepare();
      const names = ['One', 'Two', 'Three'];
      await Promise.all(
        names.map((name) => publishDraft(withDraftOf(new RecordRuleStore(crm), name), { publishedBy: name, now: 2 })),
      );
      const states = crm.idsOf('sbx_revision').map((id) => crm.valueOf('sbx_revision', id, 'sbx_state'));
      expect(states.toSorted()).toEqual(['live', 'retired', 'retired']);
    }
  });

  test('end with one live file and all revisions held', async () => {
    for (let number = 0; number < 25; number += 1) {
      const entries = await publishAtOnce((crm) => new FileRuleStore(crm), number);
      expect(entries).toHaveLength(4);
    }
  });
});

describe('two who roll back to different revisions at once', () => {
  test('end with one that is live, for list views and for everybody who asks', async () => {
    for (let number = 0; number < 25; number += 1) {
      const crm = number === 0 ? new MemoryCrm() : slowPortal(number);
      const stores = [new RecordRuleStore(crm), new RecordRuleStore(crm), new RecordRuleStore(crm)] as const;
      await stores[0].prepare();
      for (const name of ['One', 'Two', 'Three']) {
        await publishDraft(withDraftOf(stores[0], name), { publishedBy: 'ops', now: 1 });
      }
      const [, second, first] = await stores[2].listRevisions();
      await stores[2].findLive();
      await Promise.all([stores[0].makeLive(first!.hash), stores[1].makeLive(second!.hash)]);
      const live = (await new RecordRuleStore(crm).findLive())!;
      expect([1, 2]).toContain(live.number);
      for (const store of stores) expect(await store.findLive()).toEqual(live);
      const states = crm.idsOf('sbx_revision').map((id) => crm.valueOf('sbx_revision', id, 'sbx_state'));
      expect(states.filter((state) => state === 'live')).toHaveLength(1);
      expect(states[live.number - 1]).toBe('live');
    }
  });
});

describe('a server that has read the live revision before', () => {
  test('sees what another server published, and asks once while nothing changes', async () => {
    const crm = new MemoryCrm();
    const [publisher, reader] = [new RecordRuleStore(crm), new RecordRuleStore(crm)];
    await publisher.prepare();
    await publishDraft(withDraftOf(publisher, 'One'), { publishedBy: 'ops', now: 1 });
    expect((await reader.findLive())?.number).toBe(1);
    const before = crm.calls.length;
    expect((await reader.findLive())?.number).toBe(1);
    expect(crm.calls.slice(before).map(({ method }) => method)).toEqual(['readObjects']);
    await publishDraft(withDraftOf(publisher, 'Two'), { publishedBy: 'ops', now: 2 });
    expect((await reader.findLive())?.number).toBe(2);
  });
});

describe('a live record that people changed', () => {
  async function publishedTwice(): Promise<{ crm: MemoryCrm; liveId: string }> {
    const crm = new MemoryCrm();
    const store = new RecordRuleStore(crm);
    await store.prepare();
    await publishDraft(withDraftOf(store, 'One'), { publishedBy: 'ops', now: 1 });
    await publishDraft(withDraftOf(store, 'Two'), { publishedBy: 'ops', now: 2 });
    return { crm, liveId: crm.idsOf('sbx_revision')[1]! };
  }

  test.each(['sbx_made_live', 'sbx_hash', 'sbx_number', 'sbx_published_at'])(
    'so that it lacks %s does not let another one decide',
    async (property) => {
      const { crm, liveId } = await publishedTwice();
      crm.change('sbx_revision', liveId, { [property]: null }, { sourceType: 'CRM_UI' });
      await expect(new RecordRuleStore(crm).findLive()).rejects.toMatchObject({ code: 'HSR008' });
      expect(
        await rollBack(new RecordRuleStore(crm), (await new RecordRuleStore(crm).listRevisions()).at(-1)!.hash),
      ).toMatchObject({
        kind: 'rolledBack',
      });
      expect((await new RecordRuleStore(crm).findLive())?.number).toBe(1);
    },
  );

  test('by its state alone still decides: the state is for people', async () => {
    const { crm, liveId } = await publishedTwice();
    crm.change('sbx_revision', liveId, { sbx_state: 'retired' }, { sourceType: 'CRM_UI' });
    expect((await new RecordRuleStore(crm).findLive())?.number).toBe(2);
  });
});

describe('a portal that refuses a whole call because of one value', () => {
  test('is published to all the same, under the next number', async () => {
    const crm = new MemoryCrm();
    const [one, other] = [new RecordRuleStore(crm), new RecordRuleStore(crm)];
    await one.prepare();
    await publishDraft(withDraftOf(one, 'One'), { publishedBy: 'ops', now: 1 });
    const stale = { ...(await one.readRevision((await one.findLive())!.hash))!, hash: 'b'.repeat(64) };
    const create = crm.createObjects.bind(crm);
    crm.createObjects = async (type, creations) => {
      const outcomes = await create(type, creations);
      if (outcomes.every(({ isWritten }) => isWritten)) return outcomes;
      throw new CrmError('refused', 'HubSpot refused the call.', { category: 'VALIDATION_ERROR' });
    };
    await expect(other.keepRevision(stale)).rejects.toMatchObject({ code: 'HSR006' });
    const outcome = await publishDraft(withDraftOf(other, 'Two'), { publishedBy: 'ops', now: 2 });
    expect(outcome).toMatchObject({ kind: 'published', revision: { number: 2 } });
  });

  test('says what it refused', async () => {
    const crm = new MemoryCrm();
    const store = new RecordRuleStore(crm);
    await store.prepare();
    crm.createObjects = () =>
      Promise.reject(new CrmError('refused', 'HubSpot refused the call.', { category: 'VALIDATION_ERROR' }));
    const publishing = publishDraft(withDraftOf(store, 'One'), { publishedBy: 'ops', now: 1 });
    await expect(publishing).rejects.toThrow(
      'HSR003 HubSpot refused 1 of 1; the first is Revision 1: VALIDATION_ERROR, HubSpot refused the call',
    );
    expect(await store.findLive()).toBeNull();
  });
});

describe('a portal that spoils what is written', () => {
  test('makes nothing live that came back otherwise', async () => {
    const crm = new MemoryCrm();
    const store = new RecordRuleStore(crm);
    await store.prepare();
    await publishDraft(withDraftOf(store, 'One'), { publishedBy: 'ops', now: 1 });
    const create = crm.createObjects.bind(crm);
    crm.createObjects = (type, creations) =>
      create(
        type,
        creations.map(({ properties, associations }) => ({
          properties: { ...properties, sbx_part_02: properties['sbx_part_02']!.slice(0, 1_000) },
          associations,
        })),
      );
    await expect(publishDraft(withDraftOf(store, 'Two'), { publishedBy: 'ops', now: 2 })).rejects.toMatchObject({
      code: 'HSR004',
    });
    expect((await new RecordRuleStore(crm).findLive())?.number).toBe(1);
    expect((await store.listRevisions()).map(({ isLive }) => isLive)).toEqual([false, true]);
  });
});
