import {
  noActivities,
  open,
  lost,
  won,
  type LeadColumn,
  type LeadTable,
  type TextColumn,
} from '../../../core/src/author/learn/table/lead-table.ts';

export const dayMillis = 86_400_000;
export const beganAt = Date.UTC(2025, 0, 1);

/** Numbers from 0 to below 1 that are the same in every run. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export function textColumn(fieldKey: string, values: readonly (string | null)[]): TextColumn {
  const texts = [...new Set(values.filter((value) => value !== null))];
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : texts.indexOf(value)));
  return { kind: 'text', fieldKey, label: fieldKey, texts, codes };
}

export function numberColumn(fieldKey: string, values: readonly (number | null)[]): LeadColumn {
  return {
    kind: 'number',
    fieldKey,
    label: fieldKey,
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
  };
}

/** A table of leads with nothing but what is given. Days count from `beganAt`; null closing days are open leads. */
export function tableOf(
  arrivedDays: readonly number[],
  outcomes: readonly ('open' | 'won' | 'lost')[],
  closedDays: readonly (number | null)[],
  columns: LeadColumn[] = [],
): LeadTable {
  const count = arrivedDays.length;
  const nothing = (fieldKey: string): TextColumn =>
    textColumn(
      fieldKey,
      Array.from({ length: count }, () => null),
    );
  return {
    rowCount: count,
    leadKeys: arrivedDays.map((_, row) => `lead-${row}`),
    arrivedAt: Float64Array.from(arrivedDays, (day) => beganAt + day * dayMillis),
    outcomes: Uint8Array.from(outcomes, (outcome) => ({ open, won, lost })[outcome]),
    closedAt: Float64Array.from(closedDays, (day) => (day === null ? Number.NaN : beganAt + day * dayMillis)),
    columns,
    activities: noActivities(),
    nativeScores: null,
    closing: {
      personKeys: arrivedDays.map(() => null),
      outcomeWords: nothing('outcome'),
      stages: nothing('stage'),
      closeReasons: nothing('closeReason'),
      finalOwners: nothing('finalOwner'),
      firstTouchAt: new Float64Array(count).fill(Number.NaN),
      changedAt: new Map(),
      outcomesFrom: 'thisCrm',
    },
  };
}

/** Leads whose chance to be won is known: it rises with employees, is higher in logistics, and nothing else matters. */
export function drawnHistory(count: number, seed: number): { table: LeadTable; chances: Float64Array } {
  const draw = drawing(seed);
  const employees: (number | null)[] = [];
  const industries: (string | null)[] = [];
  const noise: number[] = [];
  const outcomes: ('won' | 'lost')[] = [];
  const chances = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const size = draw() < 0.1 ? null : Math.floor(draw() * 1_000);
    const industry = draw() < 0.05 ? null : ['software', 'logistics', 'retail', 'health'][Math.floor(draw() * 4)]!;
    noise.push(Math.floor(draw() * 100));
    employees.push(size);
    industries.push(industry);
    const odds = -2.2 + (size === null ? 0 : (size - 500) / 300) + (industry === 'logistics' ? 1.1 : 0);
    chances[row] = 1 / (1 + Math.exp(-odds));
    outcomes.push(draw() < chances[row]! ? 'won' : 'lost');
  }
  const arrived = outcomes.map((_, row) => (row * 400) / count);
  const table = tableOf(
    arrived,
    outcomes,
    arrived.map((day) => day + 2),
    [numberColumn('employees', employees), textColumn('industry', industries), numberColumn('teamSize', noise)],
  );
  return { table, chances };
}
