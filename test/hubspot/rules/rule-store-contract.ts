import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { policyOfText } from '../../../core/src/author/run/read-snapshots.ts';
import { assemble, flatten, writePolicy } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { findHeldRevision } from '../../../hubspot/handlers/rules/find-held-revision.ts';
import { starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { publishDraft, rollBack } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { readValidatedDraft } from '../../../hubspot/handlers/rules/read-validated-draft.ts';
import type { Revision, RuleStore } from '../../../hubspot/handlers/rules/rule-store.ts';
import { drawVariedPolicy } from '../../differential/generate/draw-policy.ts';
import { Dice } from '../../property/generators/dice.ts';
import { fullConfiguration, plainConfiguration } from './draft-configuration.ts';

/** A portal of a test. `open` gives another store on the same portal, as another server would have it. */
export type StoreUnderTest = {
  readonly open: () => RuleStore;
  /** Somebody edits the text of a revision where the portal keeps it. */
  readonly spoilText: (revision: Revision) => Promise<void>;
  /** How many calls were made so far, and what the last ones were. */
  readonly calls: () => readonly { readonly method: string }[];
};

const publishedBy = 'ops@example.com';
const starter = starterPolicy();

/** What every store of rules does, however a portal keeps them. */
export function ruleStoreContract(form: string, make: () => StoreUnderTest): void {
  let portal: StoreUnderTest;
  let store: RuleStore;

  beforeEach(async () => {
    portal = make();
    store = portal.open();
    await store.prepare();
  });

  async function publish(policy: Policy, now: number): Promise<Revision> {
    await store.writeDraft(flatten(policy), plainConfiguration);
    const outcome = await publishDraft(store, { publishedBy, now });
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome));
    return outcome.revision;
  }

  function named(name: string): Policy {
    return { ...starter, name };
  }

  describe(`the draft in ${form}`, () => {
    test('is empty in the beginning, with the default configuration', async () => {
      expect(await store.readDraft()).toEqual({ rows: [], configuration: plainConfiguration, problems: [] });
    });

    test('is empty before anything was prepared', async () => {
      const unprepared = make().open();
      expect((await unprepared.readDraft()).rows).toEqual([]);
      expect(await unprepared.findLive()).toBeNull();
      expect(await unprepared.listRevisions()).toEqual([]);
      expect(await findHeldRevision(unprepared, 'a'.repeat(64))).toEqual({ kind: 'notHeld' });
    });

    test('gives back the rows and the configuration that were written, also to others', async () => {
      await store.writeDraft(flatten(starter), fullConfiguration);
      const draft = await portal.open().readDraft();
      expect(draft.problems).toEqual([]);
      expect(draft.configuration).toEqual(fullConfiguration);
      const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
      expect(sorted(draft.rows)).toEqual(sorted(flatten(starter)));
    });

    test("has the bytes of core's own writer for the starter policy", async () => {
      await store.writeDraft(flatten(starter), plainConfiguration);
      const draft = await readValidatedDraft(store);
      expect(draft.problems).toEqual([]);
      expect(draft.text).toBe(writePolicy(starter));
      expect(draft.hash).toBe(hashText(writePolicy(starter)));
    });

    test("has the bytes of core's own writer for 200 drawn policies, each written over the one before", async () => {
      for (let number = 0; number < 200; number += 1) {
        const policy = drawVariedPolicy(new Dice(number));
        await store.writeDraft(new Dice(number).shuffle(flatten(policy)), plainConfiguration);
        const { rows } = await store.readDraft();
        expect(writePolicy(assemble([...rows]).policy)).toBe(writePolicy(policy));
      }
    }, 120_000);

    test('is not written a second time where nothing is different', async () => {
      await store.writeDraft(flatten(starter), fullConfiguration);
      const before = portal.calls().length;
      await store.writeDraft(flatten(starter), fullConfiguration);
      const writes = portal
        .calls()
        .slice(before)
        .filter(({ method }) => /^(create|update|archive|write)/.test(method));
      expect(writes).toEqual([]);
    });

    test('refuses a row that the portal could not keep, before anything is written', async () => {
      await store.writeDraft(flatten(starter), plainConfiguration);
      const rows = flatten(named('Another')).map((row) =>
        row.kind === 'member' && row.position === 0
          ? { ...row, cells: row.cells.map((cell) => (cell.column === 'weight' ? { ...cell, text: 'heavy' } : cell)) }
          : row,
      );
      const refusal = store.writeDraft(rows, plainConfiguration);
      await expect(refusal).rejects.toMatchObject({ code: 'HSR002' });
      await expect(refusal).rejects.toThrow('member row 1: weight does not fit its form.');
      expect((await readValidatedDraft(store)).policy?.name).toBe(starter.name);
    });
  });

  describe(`publishing in ${form}`, () => {
    test('keeps the canonical text under its hash and makes it live', async () => {
      const revision = await publish(starter, 1_000);
      expect(revision).toEqual({
        number: 1,
        hash: hashText(writePolicy(starter)),
        text: writePolicy(starter),
        publishedAt: 1_000,
        publishedBy,
        previousHash: null,
      });
      expect(await portal.open().readRevision(revision.hash)).toEqual(revision);
      const { text: _, ...entry } = revision;
      expect(await portal.open().findLive()).toEqual({ ...entry, isLive: true });
      expect(policyOfText(revision.text)).toEqual(starter);
    });

    test('chains revisions by the hash before and lists the newest first', async () => {
      const first = await publish(starter, 1_000);
      const second = await publish(named('Second'), 2_000);
      expect(second).toMatchObject({ number: 2, previousHash: first.hash });
      expect((await store.listRevisions()).map(({ number, isLive }) => [number, isLive])).toEqual([
        [2, true],
        [1, false],
      ]);
    });

    test('does nothing where the draft is live already', async () => {
      const first = await publish(starter, 1_000);
      expect(await publishDraft(store, { publishedBy: 'somebody else', now: 2_000 })).toEqual({
        kind: 'unchanged',
        revision: first,
      });
      expect(await store.listRevisions()).toHaveLength(1);
    });

    test('refuses a draft with a problem and leaves what is live', async () => {
      const first = await publish(starter, 1_000);
      await store.writeDraft(flatten({ ...starter, fallbackDestinationKey: 'triagee' }), plainConfiguration);
      const outcome = await publishDraft(store, { publishedBy, now: 2_000 });
      expect(outcome).toMatchObject({
        kind: 'refused',
        problems: [{ code: 'POL130', about: 'setting fallbackDestinationKey' }],
      });
      expect((await store.findLive())?.hash).toBe(first.hash);
    });

    test('makes a policy that was published before live again without a second copy', async () => {
      const first = await publish(starter, 1_000);
      await publish(named('Second'), 2_000);
      const again = await publish(starter, 3_000);
      expect(again).toEqual(first);
      expect((await store.findLive())?.hash).toBe(first.hash);
      expect(await store.listRevisions()).toHaveLength(2);
    });

    test('takes the next number after a rollback, and the chain goes on from the newest', async () => {
      const first = await publish(starter, 1_000);
      const second = await publish(named('Second'), 2_000);
      expect(await rollBack(store, first.hash)).toEqual({ kind: 'rolledBack', revision: first });
      expect((await portal.open().findLive())?.number).toBe(1);
      const third = await publish(named('Third'), 3_000);
      expect(third).toMatchObject({ number: 3, previousHash: second.hash });
    });

    test('two at once, of two drafts, end with one live revision and both kept', async () => {
      const [one, other] = [portal.open(), portal.open()];
      const keep = (policy: Policy, by: RuleStore): Promise<unknown> => {
        const draft = { rows: flatten(policy), configuration: plainConfiguration, problems: [] };
        return publishDraft(withDraft(by, draft), { publishedBy, now: 1_000 });
      };
      await Promise.all([keep(named('One'), one), keep(named('Other'), other)]);
      const entries = await portal.open().listRevisions();
      expect(entries).toHaveLength(2);
      expect(entries.filter(({ isLive }) => isLive)).toHaveLength(1);
      for (const { hash } of entries) {
        expect((await findHeldRevision(store, hash)).kind).toBe('held');
      }
      const live = entries.find(({ isLive }) => isLive)!;
      expect([await one.findLive(), await other.findLive(), await store.findLive()]).toEqual([live, live, live]);
    });

    test('two at once, of the same draft, end with one revision', async () => {
      await store.writeDraft(flatten(starter), plainConfiguration);
      const outcomes = await Promise.all(
        [portal.open(), portal.open()].map((each) => publishDraft(each, { publishedBy, now: 1_000 })),
      );
      expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'refused')).toEqual([]);
      const entries = await store.listRevisions();
      expect(entries.map(({ number, hash, isLive }) => [number, hash, isLive])).toEqual([
        [1, hashText(writePolicy(starter)), true],
      ]);
    });
  });

  describe(`a revision in ${form}`, () => {
    test('whose text somebody changed is not held any more, and publishing restores it', async () => {
      const revision = await publish(starter, 1_000);
      await portal.spoilText(revision);
      const reader = portal.open();
      expect(await reader.readRevision(revision.hash)).toBeNull();
      expect(await findHeldRevision(reader, revision.hash)).toEqual({ kind: 'changed' });
      await expect(reader.makeLive(revision.hash)).rejects.toMatchObject({ code: 'HSR005' });
      expect(await rollBack(reader, revision.hash)).toEqual({ kind: 'changed' });
      expect(await publishDraft(reader, { publishedBy, now: 9_000 })).toEqual({ kind: 'published', revision });
      expect(await findHeldRevision(reader, revision.hash)).toEqual({ kind: 'held', revision });
      expect(await reader.listRevisions()).toHaveLength(1);
    });

    test('that never was is neither read nor made live', async () => {
      await publish(starter, 1_000);
      const hash = 'a'.repeat(64);
      expect(await findHeldRevision(store, hash)).toEqual({ kind: 'notHeld' });
      expect(await rollBack(store, hash)).toEqual({ kind: 'notHeld' });
      await expect(store.makeLive(hash)).rejects.toMatchObject({ code: 'HSR005' });
      expect((await store.findLive())?.number).toBe(1);
    });
  });
}

/** The same store with a draft of its own, as somebody has it who published a moment ago. */
function withDraft(store: RuleStore, draft: Awaited<ReturnType<RuleStore['readDraft']>>): RuleStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'readDraft') return () => Promise.resolve(draft);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
