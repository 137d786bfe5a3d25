import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { chooseSignalForm } from '../../../../core/src/author/learn/engagement/choose-signal-form.ts';
import { keepNewest } from '../../../../core/src/author/learn/engagement/keep-newest.ts';
import { fitCard } from '../../../../core/src/author/learn/fit/fit-card.ts';
import { signalsOf } from '../../../../core/src/author/learn/publish/scorecard-of.ts';
import type { LeadTable } from '../../../../core/src/author/learn/table/lead-table.ts';
import { beganAt, dayMillis, drawing, numberColumn, tableOf } from '../drawn-history.ts';

const policy = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../../core/policies/starter.json'), 'utf8'),
) as Policy;
const demo = policy.signals.find(({ signalKey }) => signalKey === 'demoRequested')!;

/** Leads of which every fifth showed the signal so many days before it arrived. */
function withSignal(count: number, daysBefore: number, winsMore: boolean): { table: LeadTable; labels: Uint8Array } {
  const draw = drawing(31);
  const days = Array.from({ length: count }, (_, row) => 100 + row / 50);
  const showed = days.map((_, row) => row % 5 === 0);
  const labels = Uint8Array.from(showed, (did) => (draw() < (did && winsMore ? 0.4 : 0.08) ? 1 : 0));
  const table = tableOf(
    days,
    days.map(() => 'lost'),
    days,
    [
      numberColumn(
        'messageWords',
        days.map((_, row) => row % 9),
      ),
    ],
  );
  const rows = [...showed.keys()].filter((row) => showed[row]);
  table.activities = {
    signalKeys: [demo.signalKey],
    rows: Int32Array.from(rows),
    signals: new Uint16Array(rows.length),
    occurredAt: Float64Array.from(rows, (row) => table.arrivedAt[row]! - daysBefore * dayMillis),
    occurrences: new Float64Array(rows.length).fill(1),
  };
  return { table, labels };
}

describe('a signal', () => {
  test.each([1, 31, 60])('is learned when it was shown %i days before', (daysBefore) => {
    const { table, labels } = withSignal(2_000, daysBefore, true);
    const rows = Int32Array.from({ length: 2_000 }, (_, row) => row);
    const measured = chooseSignalForm(table, rows, table.arrivedAt, labels, demo, policy.decayTable);
    expect(measured?.form.signalKey).toBe('demoRequested');
    expect(measured!.counts.some((count) => count > 0)).toBe(true);
  });

  test('keeps near its present points as long as few leads speak', () => {
    const { table, labels } = withSignal(150, 1, true);
    const rows = Int32Array.from({ length: 150 }, (_, row) => row);
    const settings = {
      fields: [{ fieldKey: 'messageWords', direction: 'any' as const }],
      signals: policy.signals,
      decayTable: policy.decayTable,
      landmarkDays: 0,
      expertCard: policy.scorecards[1]!,
    };
    const { card, priorScale } = fitCard(table, { rows, labels }, settings);
    const signals = signalsOf(policy.signals, card, priorScale);
    const pointsOf = (signalKey: string): number => signals.find((signal) => signal.signalKey === signalKey)!.points;
    expect(priorScale).toBeGreaterThan(0.3);
    expect(pointsOf('demoRequested')).toBeGreaterThan(5);
    expect(pointsOf('unsubscribed')).toBeLessThan(-5);
  });
});

test('only the newest twenty activities until the moment count, as when the engine decides', () => {
  const table = tableOf([0, 0], ['lost', 'lost'], [1, 1]);
  const hours = Array.from({ length: 30 }, (_, deed) => deed);
  table.activities = {
    signalKeys: ['pricingPageView'],
    rows: Int32Array.from([...hours.map(() => 0), 1, 1]),
    signals: new Uint16Array(32),
    occurredAt: Float64Array.from([
      ...hours.map((hour) => beganAt - hour * 3_600_000),
      beganAt - 1,
      beganAt + dayMillis,
    ]),
    occurrences: new Float64Array(32).fill(1),
  };
  const kept = keepNewest(table, 0).activities;
  expect(kept.rows.filter((row) => row === 0)).toHaveLength(20);
  expect(Math.min(...kept.occurredAt.subarray(0, 20))).toBe(beganAt - 19 * 3_600_000);
  expect(kept.rows.filter((row) => row === 1)).toHaveLength(1);
  expect(keepNewest(table, 2).activities.rows.filter((row) => row === 1)).toHaveLength(2);
});
