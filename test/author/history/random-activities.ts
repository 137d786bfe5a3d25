import { Dice } from '../../property/generators/dice.ts';
import { noActivities, type LeadTable, type TextColumn } from '../../../core/src/author/learn/table/lead-table.ts';
import type { Counting } from '../../../core/src/author/history/aggregate-activities.ts';

const dayMillis = 86_400_000;
const beganAt = Date.UTC(2025, 0, 1);

export type MadeActivity = { leadKey: string; signalKey: string; occurredAt: number; occurrences: number };

export const signalKeys = ['view', 'demo', 'mail', 'never'] as const;

/** Half-lives that training chooses from, and 1 and 21 of a present card. */
export const counting: Counting = {
  signalKeys,
  halfLives: [3, 7, 14, 30, 60, 90, 180, 21, 1],
  decayTable: Array.from({ length: 97 }, (_, step) => Math.round(1_000 * 0.5 ** (step / 16))),
  landmarkDays: 30,
};

const noTexts: TextColumn = { kind: 'text', fieldKey: '', label: '', texts: [], codes: new Int32Array(0) };

/** Leads without fields, with activities of every kind: too late, too old, on the very moment, too often, of nobody, of nothing. */
export function randomActivities(seed: number, leadCount: number, count: number): [LeadTable, MadeActivity[]] {
  const dice = new Dice(seed);
  const arrivedAt = Float64Array.from({ length: leadCount }, () =>
    dice.chance(2) ? Number.NaN : beganAt + dice.roll(200) * dayMillis + dice.roll(dayMillis),
  );
  const activities = Array.from({ length: count }, (): MadeActivity => {
    const lead = dice.roll(leadCount + 2);
    const arrival = arrivedAt[lead] ?? beganAt;
    const moment = (Number.isNaN(arrival) ? beganAt : arrival) + counting.landmarkDays * dayMillis;
    return {
      leadKey: `lead "${lead}"`,
      signalKey: dice.pick([...signalKeys.slice(0, 3), 'unknown']),
      occurredAt:
        moment - dice.pick([0, 1, -1, 5_400_000, 5_399_999, 16_200_000, dice.between(-2_000, 400_000) * 97_003]),
      occurrences: dice.pick([1, 1, 2, 0, -3, 100, 101, 5_000]),
    };
  });
  const rowByKey = new Map(Array.from({ length: leadCount }, (_, row) => [`lead "${row}"`, row]));
  const known = activities.filter(
    ({ leadKey, signalKey }) => rowByKey.has(leadKey) && signalKeys.some((key) => key === signalKey),
  );
  const table: LeadTable = {
    rowCount: leadCount,
    leadKeys: [...rowByKey.keys()],
    arrivedAt,
    outcomes: new Uint8Array(leadCount),
    closedAt: new Float64Array(leadCount).fill(Number.NaN),
    columns: [],
    activities: {
      ...noActivities(),
      signalKeys: [...signalKeys],
      rows: Int32Array.from(known, ({ leadKey }) => rowByKey.get(leadKey)!),
      signals: Uint16Array.from(known, ({ signalKey }) => signalKeys.findIndex((key) => key === signalKey)),
      occurredAt: Float64Array.from(known, ({ occurredAt }) => occurredAt),
      occurrences: Float64Array.from(known, ({ occurrences }) => occurrences),
    },
    nativeScores: null,
    closing: {
      personKeys: [],
      outcomeWords: noTexts,
      stages: noTexts,
      closeReasons: noTexts,
      finalOwners: noTexts,
      firstTouchAt: new Float64Array(leadCount),
      changedAt: new Map(),
      outcomesFrom: 'file',
    },
  };
  return [table, activities];
}

/** The moment at which each lead is looked at. */
export function momentsOf(table: LeadTable): Float64Array {
  return table.arrivedAt.map((arrivedAt) => arrivedAt + counting.landmarkDays * dayMillis);
}
