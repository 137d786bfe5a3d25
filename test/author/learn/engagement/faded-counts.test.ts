import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addSignalPoints, countFaded } from '../../../../core/src/author/learn/engagement/faded-counts.ts';
import { scoreSignals } from '../../../../core/src/decide/score/score-engagement.ts';
import { prepare } from '../../../../core/src/decide/index.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Activity } from '../../../../core/src/decide/model/submission.ts';
import { beganAt, dayMillis, drawing, tableOf } from '../drawn-history.ts';

const policy = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../../core/policies/starter.json'), 'utf8'),
) as Policy;

test('training counts what leads did to the very point as deciding does', () => {
  const draw = drawing(9);
  const deeds: { row: number; activity: Activity; signal: number }[] = Array.from({ length: 600 }, () => {
    const signal = Math.floor(draw() * policy.signals.length);
    return {
      row: Math.floor(draw() * 30),
      signal,
      activity: {
        signalKey: policy.signals[signal]!.signalKey,
        occurredAt: Math.floor(beganAt - draw() * 300 * dayMillis),
        occurrences: Math.floor(draw() * 4),
      },
    };
  });
  const rows = Int32Array.from({ length: 30 }, (_, row) => row);
  const days = [...rows].map(() => 0);
  const table = tableOf(
    days,
    days.map(() => 'lost'),
    days,
  );
  table.activities = {
    signalKeys: policy.signals.map(({ signalKey }) => signalKey),
    rows: Int32Array.from(deeds, ({ row }) => row),
    signals: Uint16Array.from(deeds, ({ signal }) => signal),
    occurredAt: Float64Array.from(deeds, ({ activity }) => activity.occurredAt),
    occurrences: Float64Array.from(deeds, ({ activity }) => activity.occurrences),
  };
  const moments = new Float64Array(30).fill(beganAt);
  const sums = new Int32Array(30);
  policy.signals.forEach(({ halfLifeDays, points, capPoints }, signal) => {
    addSignalPoints(sums, countFaded(table, rows, moments, signal, halfLifeDays, policy.decayTable), points, capPoints);
  });
  const prepared = prepare(policy);
  const decided = [...rows].map((row) => {
    const own = deeds.filter((deed) => deed.row === row).map(({ activity }) => activity);
    return scoreSignals(own, prepared, beganAt).points;
  });
  expect([...sums]).toEqual(decided);
});

test('what happened after the moment is not counted', () => {
  const table = tableOf([0], ['lost'], [1]);
  table.activities = {
    signalKeys: ['pricingPageView'],
    rows: Int32Array.of(0, 0),
    signals: Uint16Array.of(0, 0),
    occurredAt: Float64Array.of(beganAt - dayMillis, beganAt + dayMillis),
    occurrences: Float64Array.of(1, 1),
  };
  const counted = countFaded(table, Int32Array.of(0), Float64Array.of(beganAt), 0, 30, policy.decayTable);
  expect(counted[0]).toBeGreaterThan(900);
  expect(counted[0]).toBeLessThanOrEqual(1_000);
});
