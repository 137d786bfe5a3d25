import * as z from 'zod';
import type { PastLead } from '../../../../core/src/author/learn/table/past-lead.ts';
import type { FactSheet } from '../../../../core/src/decide/model/fact-sheet.ts';
import type { PreparedPolicy } from '../../../../core/src/decide/model/prepared-policy.ts';

const instant = z.number().nullable();

/** Where the facts of a lead come from: its own decision, or its fields as of its arrival. */
export const factOrigins = ['decision', 'fields'] as const;

/**
 * A past lead as it is kept in a file: the facts that may teach, by name, and nothing else of what the lead said. No name, no
 * address, no message; the person is a hash.
 */
export const keptLeadSchema = z.strictObject({
  id: z.string(),
  arrivedAt: instant,
  origin: z.enum(factOrigins),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  person: z.string().nullable(),
  outcome: z.enum(['open', 'won', 'lost']),
  closedAt: instant,
  words: z.string().nullable(),
  stage: z.string().nullable(),
  reason: z.string().nullable(),
  owner: z.string().nullable(),
  touchedAt: instant,
  changes: z.array(z.strictObject({ fieldKey: z.string(), changedAt: z.number() })),
  activities: z.array(z.strictObject({ signalKey: z.string(), occurredAt: z.number(), occurrences: z.number() })),
});

export type KeptLead = z.infer<typeof keptLeadSchema>;

/** The facts of a sheet that may teach, by their names. */
export function keepFacts(
  facts: FactSheet,
  prepared: PreparedPolicy,
  taught: ReadonlySet<string>,
): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  prepared.fields.forEach(({ fieldKey, fieldType }, position) => {
    const value = fieldType === 'number' ? facts.numbers[position] : facts.texts[position];
    if (taught.has(fieldKey) && value !== null && value !== undefined) kept[fieldKey] = value;
  });
  return kept;
}

/** A kept lead as learning takes it. */
export function pastLeadOf(kept: KeptLead, prepared: PreparedPolicy): PastLead {
  const { id, facts, person, words, stage, reason, owner, touchedAt, ...rest } = kept;
  const texts: (string | null)[] = [];
  const numbers: (number | null)[] = [];
  for (const { fieldKey } of prepared.fields) {
    const value = facts[fieldKey] ?? null;
    texts.push(typeof value === 'string' ? value : null);
    numbers.push(typeof value === 'number' ? value : null);
  }
  return {
    ...rest,
    leadKey: id,
    facts: { texts, numbers },
    personKey: person,
    outcomeWords: words,
    stage,
    closeReason: reason,
    finalOwner: owner,
    firstTouchAt: touchedAt,
    nativeScore: null,
  };
}
