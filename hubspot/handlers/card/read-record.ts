import * as z from 'zod';
import type { DecisionRecord, RecordedFact } from '../../../core/src/decide/model/decision-record.ts';

const whole = z.int();
const score = z.int().min(0).max(100);
const instant = z.int().min(0).max(8_640_000_000_000_000);
const position = z.int().min(-1);
const flag = z.boolean().default(false);
const counts = z.array(whole).default([]);

const axis = z
  .object({ score, points: whole.optional(), coverage: whole, bins: z.array(whole) })
  .transform((written) => ({ ...written, points: written.points ?? written.score }));

const poolTry = z.object({
  pool: z.string(),
  marks: z.string(),
  hours: z.boolean(),
  sequence: whole.nullable().default(null),
  day: whole.nullable().default(null),
  week: whole.nullable().default(null),
  credits: counts,
  days: counts,
  weeks: counts,
  opens: counts,
});

const recordSchema = z.object({
  version: z.literal(1),
  policy: z.string(),
  roster: z.string(),
  calendars: z.string(),
  decidedAt: instant,
  mode: z.enum(['observe', 'suggest', 'live']),
  arm: z.enum(['none', 'test', 'control']),
  inquiry: z.object({ type: z.string(), points: whole, next: whole }),
  owner: z.string().nullable().default(null),
  ownerBasis: z.enum(['record', 'contact', 'earlier', 'account']).nullable().default(null),
  fit: axis,
  engagement: axis,
  intent: axis,
  capacity: axis,
  signals: z.array(whole),
  confidence: z.object({
    value: score,
    basis: z.enum(['policy', 'history']),
    coverage: whole,
    margin: whole,
    evidence: whole.default(0),
    calibrated: z.boolean().default(true),
    deciding: z.enum(['fit', 'engagement']).nullable().default(null),
  }),
  tier: position,
  choice: z.object({
    source: z.enum(['guard', 'rule', 'matrix', 'fallback']),
    destination: z.string(),
    guard: position,
    rule: position,
    territory: position,
    cell: position,
    bucket: z.enum(['warm', 'lukewarm', 'cool', 'cold']),
    question: position,
    held: flag,
    overflow: flag,
    guards: z.string(),
    rules: z.string(),
    territories: z.string(),
  }),
  assignment: z.object({
    owner: z.string(),
    basis: z.enum(['kept', 'owner', 'territoryOwner', 'turn', 'overflow', 'afterHours', 'holder']),
    pool: position,
    consumedTurn: flag,
    passedOver: z.string().nullable().default(null),
    stale: flag,
    tries: z.array(poolTry),
  }),
  clock: z.object({
    sla: z.string(),
    dueAt: instant,
    owner: z.string(),
    basis: z.enum(['calendar', 'aroundTheClock', 'stale']),
  }),
  phrases: z.array(whole).default([]),
  problems: z.array(z.string()).default([]),
  facts: z.array(z.union([whole, z.string()])).default([]),
  actions: z.array(z.string()).default([]),
  truncated: z.array(z.string()).default([]),
});

/**
 * The decision part of a record, read from the text that stands on a contact. Null where it is none: somebody has changed it,
 * or a newer version wrote it. What the writer leaves out comes back as what is usual.
 */
export function readRecord(text: string): DecisionRecord | null {
  const read = recordSchema.safeParse(jsonOf(text));
  if (!read.success) {
    return null;
  }
  const { phrases, facts, inquiry, ...rest } = read.data;
  return { ...rest, inquiry: { ...inquiry, phrases }, facts: factsOf(facts) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Field and value by turns. */
function factsOf(flat: readonly (number | string)[]): RecordedFact[] {
  const facts: RecordedFact[] = [];
  for (let place = 0; place + 1 < flat.length; place += 2) {
    const field = flat[place];
    const value = flat[place + 1]!;
    if (typeof field === 'number') {
      facts.push(
        typeof value === 'string' ? { field, text: value, amount: null } : { field, text: null, amount: value },
      );
    }
  }
  return facts;
}
