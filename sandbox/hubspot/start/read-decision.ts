import * as z from 'zod';
import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { PortalRecord } from '../records/portal-record.ts';

const score = z.int().min(0).max(100);
const position = z.int().min(-1);
const axis = z.object({ score, coverage: z.int(), bins: z.array(z.int()) });

/** As much of a record as everybody here reads before it is told as a story. */
const recordSchema = z.object({
  version: z.literal(1),
  policy: z.string(),
  decidedAt: z.int(),
  mode: z.enum(['observe', 'suggest', 'live']),
  fit: axis,
  engagement: axis,
  intent: axis,
  capacity: axis,
  confidence: z.object({ value: score }),
  choice: z.object({
    source: z.enum(['guard', 'rule', 'matrix', 'fallback']),
    destination: z.string(),
    guard: position,
    rule: position,
    cell: position,
    bucket: z.enum(['warm', 'lukewarm', 'cool', 'cold']),
  }),
  assignment: z.object({
    owner: z.string(),
    basis: z.string(),
    pool: position,
    tries: z.array(z.object({ marks: z.string() })),
  }),
  clock: z.object({ sla: z.string(), dueAt: z.int(), owner: z.string(), basis: z.string() }),
});

/**
 * The decision that stands on a contact. Null where there is none, or where somebody changed it so that it is none any more:
 * whoever may edit the contact may edit that too.
 */
export function decisionOn(contact: PortalRecord): DecisionRecord | null {
  const text = contact.value('sbx_decision_record') ?? '';
  try {
    return recordSchema.safeParse(JSON.parse(text)).success ? recordOfText(text) : null;
  } catch {
    return null;
  }
}
