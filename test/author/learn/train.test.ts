import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, writePolicy } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { scoreAttributes } from '../../../core/src/decide/score/score-attributes.ts';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { areaUnderCurve } from '../../../core/src/author/learn/evaluate/measures.ts';
import { cardPoints } from '../../../core/src/author/learn/fit/fit-card.ts';
import { defaultSettings } from '../../../core/src/author/learn/default-fields.ts';
import { proposePolicy } from '../../../core/src/author/learn/publish/propose-policy.ts';
import { train } from '../../../core/src/author/learn/train.ts';
import type { LearnedCard, Training } from '../../../core/src/author/learn/training.ts';
import { allFields } from '../../../core/src/decide/policy/prepare.ts';
import { beganAt, dayMillis, drawnHistory } from './drawn-history.ts';

jest.setTimeout(60_000);

const policy = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../core/policies/starter.json'), 'utf8'),
) as Policy;
const asOf = beganAt + 440 * dayMillis;
const { table, chances } = drawnHistory(8_000, 21);
let training: Training;
let fit: LearnedCard;

beforeAll(async () => {
  training = await train(table, policy, defaultSettings(policy), { asOf, now: asOf });
  if (training.fit.kind !== 'learned') {
    throw new Error(training.fit.reason);
  }
  fit = training.fit;
});

describe('training on leads whose chances are known', () => {
  test('orders leads nearly as well as their true chances do', () => {
    const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row);
    const labels = Uint8Array.from(table.outcomes, (outcome) => (outcome === 1 ? 1 : 0));
    const best = areaUnderCurve(chances, labels);
    const settings = { fields: [], signals: [], decayTable: [], landmarkDays: 0, expertCard: null };
    expect(areaUnderCurve(cardPoints(table, rows, fit.card, settings), labels)).toBeGreaterThan(best - 0.01);
    expect(fit.evaluation.crossValidation.meanAreaUnderCurve).toBeGreaterThan(best - 0.015);
    expect(fit.evaluation.crossValidation.calibrationError).toBeLessThan(0.015);
    expect(fit.evaluation.timeSplit?.isTopClearlyAhead).toBe(true);
  });

  test('tells the average lead nothing and logistics well above it', () => {
    const industry = fit.scorecard.attributes.find(({ fieldKey }) => fieldKey === 'industry')!;
    const logistics = industry.bins.find(({ texts }) => texts.includes('logistics'))!;
    expect(logistics.points).toBeGreaterThan(15);
    const all = industry.bins.reduce((sum, bin) => sum + bin.points * bin.evidence, 0);
    expect(Math.abs(all / fit.scorecard.trainedOn)).toBeLessThan(1.5);
  });

  test('gives what does not matter next to no points', () => {
    const noise = fit.scorecard.attributes.find(({ fieldKey }) => fieldKey === 'teamSize')!;
    expect(Math.max(...noise.bins.map(({ points }) => Math.abs(points)))).toBeLessThan(14);
  });

  test('keeps the axes apart: engagement has no fields here and says so', () => {
    expect(training.engagement).toMatchObject({ kind: 'refused', code: 'LRN050' });
    expect(proposePolicy(policy, training).scorecards[1]).toEqual(policy.scorecards[1]);
  });

  test('proposes a policy that reads, and whose engine adds up the same points', () => {
    const draft = proposePolicy(policy, training);
    expect(readPolicy(JSON.stringify(draft), 'draft.json').messages).toEqual([]);
    expect(writePolicy(draft)).not.toBe(writePolicy(policy));
    const card = prepare(draft).scorecards[0]!;
    const positions = allFields(draft).map(({ fieldKey }) => fieldKey);
    const settings = { fields: [], signals: [], decayTable: [], landmarkDays: 0, expertCard: null };
    const rows = Int32Array.from({ length: 300 }, (_, row) => row);
    const learned = cardPoints(table, rows, fit.card, settings);
    rows.forEach((row) => {
      const facts = {
        texts: positions.map(() => null as string | null),
        numbers: positions.map(() => null as number | null),
      };
      for (const column of table.columns) {
        const position = positions.indexOf(column.fieldKey);
        if (column.kind === 'number') {
          const value = column.values[row]!;
          facts.numbers[position] = Number.isNaN(value) ? null : value;
        } else {
          facts.texts[position] = column.codes[row]! < 0 ? null : column.texts[column.codes[row]!]!;
        }
      }
      const scored = scoreAttributes(card, facts);
      expect(scored.points).toBe(learned[row]);
      expect(scored.score).toBeGreaterThanOrEqual(0);
      expect(scored.score).toBeLessThanOrEqual(100);
    });
  });

  test('comes out the same bit for bit when it is done again', async () => {
    const again = await train(table, policy, defaultSettings(policy), { asOf, now: asOf });
    expect(JSON.stringify(again)).toBe(JSON.stringify(training));
  });

  test('tells how far it is, and ends where its listener says stop', async () => {
    const phases: string[] = [];
    const stop = new Error('stopped');
    const onProgress = (phase: string): Promise<void> => {
      phases.push(phase);
      return phases.length > 3 ? Promise.reject(stop) : Promise.resolve();
    };
    await expect(train(table, policy, defaultSettings(policy), { asOf, now: asOf }, { onProgress })).rejects.toBe(stop);
    expect(phases[0]).toBe('hygiene');
  });
});

test('few wins lean on the present card and say so', async () => {
  const small = drawnHistory(600, 4);
  const result = await train(small.table, policy, defaultSettings(policy), { asOf, now: asOf });
  expect(result.fit).toMatchObject({ kind: 'learned', isPriorDriven: true });
  expect(
    (result.fit as LearnedCard).weaknesses.some((weakness) =>
      weakness.includes('the points lean on what was believed before'),
    ),
  ).toBe(true);
});
