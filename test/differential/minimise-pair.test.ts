import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { policySchema } from '../../core/src/author/policy/policy-schema.ts';
import { checkPolicy } from '../../core/src/decide/index.ts';
import type { Texts } from './answer.ts';
import { compareEngines } from './compare-engines.ts';
import { compareTexts } from './compare-texts.ts';
import { expectedTexts } from './decide-in-typescript.ts';
import { drawPair } from './generate-pairs.ts';
import { keepPair, loadKept } from './keep-pairs.ts';
import { minimisePair } from './minimise-pair.ts';
import { valuesOf, type Pair } from './pair.ts';

/** An engine that is like ours but for one slip: it writes an accented letter as another one. */
function slipping(pair: Pair): Texts {
  const texts = expectedTexts(pair);
  const slip = (text: string): string => text.replaceAll('\\u00fc', '\\u0075');
  return { ...texts, leads: texts.leads.map((parts) => parts.map(({ name, text }) => ({ name, text: slip(text) }))) };
}

function doesSlip(pair: Pair): boolean {
  return compareTexts(expectedTexts(pair), slipping(pair)) !== null;
}

describe('making a pair smaller', () => {
  it('leaves one lead with what the difference needs, under the smallest sound policy', async () => {
    const pair = drawPair(1, 0, 40);
    expect(doesSlip(pair)).toBe(true);
    const smallest = await minimisePair(pair, doesSlip);
    expect(doesSlip(smallest)).toBe(true);
    const { policy, context, leads } = valuesOf(smallest);
    expect(leads).toHaveLength(1);
    const texts = Object.values(leads[0]!.input.submission).filter((value) => typeof value === 'string');
    expect(texts.filter((text) => text !== 'unknown' && text !== '')).toEqual(['\u00fc']);
    expect(leads[0]!.ledgers).toEqual([]);
    expect(policySchema.safeParse(policy).error).toBeUndefined();
    expect(checkPolicy(policy)).toEqual([]);
    expect([policy.rules, policy.pools, policy.guards, policy.phraseLists, context.reps]).toEqual([[], [], [], [], []]);
    expect([policy.destinations.length, policy.slas.length]).toEqual([1, 1]);
  }, 60_000);

  it('needs no lead where the policy alone makes the difference', async () => {
    const differs = (pair: Pair): boolean => expectedTexts(pair).policy[1]!.text.includes('"decay"');
    const smallest = valuesOf(await minimisePair(drawPair(1, 3, 5), differs));
    expect(smallest.leads).toEqual([]);
    expect(smallest.policy.decayTable).toHaveLength(1);
  }, 60_000);

  it('keeps the rule and the condition that decide', async () => {
    const isByRule = (pair: Pair): boolean =>
      expectedTexts(pair).leads.some((parts) => parts.some(({ text }) => text.includes('"source":"rule"')));
    const pair = [0, 1, 2, 3, 4, 5]
      .map((place) => drawPair(11, place, 20))
      .find((one) => one.policyJson.length < 30_000 && isByRule(one))!;
    const { policy, leads } = valuesOf(await minimisePair(pair, isByRule));
    expect(leads).toHaveLength(1);
    expect(policy.rules).toHaveLength(1);
  }, 60_000);

  it('takes the same way each time and stops after the tries it is given', async () => {
    const pair = drawPair(1, 0, 12);
    let asked = 0;
    const counting = (one: Pair): boolean => {
      asked += 1;
      return doesSlip(one);
    };
    const smaller = await minimisePair(pair, counting, 60);
    expect(asked).toBe(60);
    expect(await minimisePair(pair, doesSlip, 60)).toEqual(smaller);
  });
});

describe('comparing whole engines', () => {
  const run = { seed: 1, policies: 3, leadsEach: 8 };

  it('counts the leads that both decide alike', async () => {
    const { leadCount, found } = await compareEngines(run, expectedTexts);
    const kept = loadKept().reduce((count, { pair }) => count + pair.leads.length, 0);
    expect({ leadCount, found }).toEqual({ leadCount: 24 + kept, found: null });
  });

  it('stops at the first difference and makes its pair smaller', async () => {
    const { found } = await compareEngines(run, slipping, 300);
    expect(found!.difference).toMatchObject({ of: 'lead 0' });
    expect(valuesOf(found!.pair).leads).toHaveLength(1);
  });

  it('takes an engine that is wrong once and right ever after for one that differs', async () => {
    let asked = 0;
    const wavering = (pair: Pair): Texts => {
      asked += 1;
      return asked === 1 ? { policy: [], leads: [] } : expectedTexts(pair);
    };
    const { found } = await compareEngines(run, wavering, 20);
    expect(found!.difference).toMatchObject({ of: 'policy', part: 'problems', actual: 'missing' });
  });
});

describe('the kept pairs', () => {
  it('are sound and say why they are kept', () => {
    const kept = loadKept();
    expect(kept.length).toBeGreaterThan(0);
    for (const { why, pair } of kept) {
      expect(why).toMatch(/\w+ \w+.*\.$/);
      expect(checkPolicy(valuesOf(pair).policy)).toEqual([]);
      expect(expectedTexts(pair).leads).toHaveLength(pair.leads.length);
    }
  });

  it('come back from their files as they were', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kept-pairs-'));
    const kept = { name: 'one', why: 'Something of every kind.', pair: drawPair(2, 0, 3) };
    keepPair(kept, folder);
    expect(loadKept(folder)).toEqual([kept]);
    rmSync(folder, { recursive: true });
  });
});
