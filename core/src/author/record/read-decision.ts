import { z } from 'zod';
import type { DecisionRecord, RecordedFact } from '../../decide/model/decision-record.ts';

const integers = z.array(z.int());
const counts = integers.default([]);
const axis = z.object({ score: z.int(), points: z.int(), coverage: z.int(), bins: integers });

const poolTry = z.object({
  pool: z.string(),
  marks: z.string(),
  hours: z.boolean(),
  sequence: z.int().nullable().default(null),
  day: z.int().nullable().default(null),
  week: z.int().nullable().default(null),
  credits: counts,
  days: counts,
  weeks: counts,
  opens: counts,
});

const decisionPart = z.object({
  version: z.literal(1),
  policy: z.string(),
  roster: z.string(),
  calendars: z.string(),
  decidedAt: z.int(),
  mode: z.enum(['observe', 'suggest', 'live']),
  arm: z.enum(['none', 'test', 'control']),
  inquiry: z.object({ type: z.string(), points: z.int(), next: z.int(), phrases: counts }),
  owner: z.string().nullable(),
  ownerBasis: z.enum(['record', 'contact', 'earlier', 'account']).nullable(),
  fit: axis,
  engagement: axis,
  intent: axis,
  capacity: axis,
  signals: integers,
  confidence: z.object({
    value: z.int(),
    basis: z.enum(['policy', 'history']),
    coverage: z.int(),
    margin: z.int(),
    evidence: z.int(),
    calibrated: z.boolean(),
    deciding: z.enum(['fit', 'engagement']).nullable(),
  }),
  tier: z.int(),
  choice: z.object({
    source: z.enum(['guard', 'rule', 'matrix', 'fallback']),
    destination: z.string(),
    guard: z.int(),
    rule: z.int(),
    territory: z.int(),
    cell: z.int(),
    bucket: z.enum(['warm', 'lukewarm', 'cool', 'cold']),
    question: z.int(),
    held: z.boolean(),
    overflow: z.boolean(),
    guards: z.string(),
    rules: z.string(),
    territories: z.string(),
  }),
  assignment: z.object({
    owner: z.string(),
    basis: z.enum(['kept', 'owner', 'territoryOwner', 'turn', 'overflow', 'afterHours', 'holder']),
    pool: z.int(),
    consumedTurn: z.boolean(),
    passedOver: z.string().nullable(),
    stale: z.boolean(),
    tries: z.array(poolTry),
  }),
  clock: z.object({
    sla: z.string(),
    dueAt: z.int(),
    owner: z.string(),
    basis: z.enum(['calendar', 'aroundTheClock', 'stale']),
  }),
  truncated: z.array(z.string()).default([]),
  problems: z.array(z.string()).default([]),
  facts: z
    .array(z.union([z.int(), z.string()]))
    .default([])
    .transform(pairFacts),
  actions: z.array(z.string()).default([]),
});

/**
 * Reads the decision part of a record as write-decision wrote it. Lists that it left out come back empty.
 *
 * readDecision(decision.decisionText).choice.destination → "enterprise"
 */
export function readDecision(decisionText: string): DecisionRecord {
  return decisionPart.parse(JSON.parse(decisionText));
}

/** Facts are written as position, value, position, value. */
function pairFacts(written: (string | number)[]): RecordedFact[] {
  const facts: RecordedFact[] = [];
  for (let place = 0; place + 1 < written.length; place += 2) {
    const value = written[place + 1]!;
    facts.push({
      field: Number(written[place]),
      text: typeof value === 'string' ? value : null,
      amount: typeof value === 'number' ? value : null,
    });
  }
  return facts;
}
