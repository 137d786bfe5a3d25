import * as z from 'zod';
import type { PastLead } from '../../../core/src/author/learn/table/past-lead.ts';
import { TableBuilder } from '../../../core/src/author/learn/table/table-builder.ts';
import { allFields } from '../../../core/src/decide/policy/prepare.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';

const instant = z.number().nullable();
const text = z.string().nullable();

/**
 * A past lead as it is kept and sent: only facts that can teach, by the names of their fields. Names, addresses and words of the person
 * are not among them.
 */
export const leanLeadForm = z.object({
  key: z.string(),
  arrivedAt: instant,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  person: text,
  outcome: z.enum(['open', 'won', 'lost']),
  closedAt: instant,
  words: text,
  stage: text,
  reason: text,
  owner: text,
  touchedAt: instant,
  native: z.number().nullable(),
  changes: z.array(z.tuple([z.string(), z.number()])),
  deeds: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

export type LeanLead = z.infer<typeof leanLeadForm>;

/** A field that a table keeps. */
export type KeptField = { readonly fieldKey: string; readonly position: number; readonly isNumber: boolean };

/** The fields of a policy that a table of past leads keeps; all others never leave the reading. */
export function keptFields(policy: Policy): KeptField[] {
  const kept = new Set(new TableBuilder(policy, 'thisCrm').finish().columns.map(({ fieldKey }) => fieldKey));
  return allFields(policy).flatMap(({ fieldKey, fieldType }, position) =>
    kept.has(fieldKey) ? [{ fieldKey, position, isNumber: fieldType === 'number' }] : [],
  );
}

export function leanOf(lead: PastLead, fields: readonly KeptField[]): LeanLead {
  return {
    key: lead.leadKey,
    arrivedAt: lead.arrivedAt,
    facts: Object.fromEntries(
      fields.flatMap(({ fieldKey, position, isNumber }) => {
        const value = (isNumber ? lead.facts.numbers[position] : lead.facts.texts[position]) ?? null;
        return value === null ? [] : [[fieldKey, value] as const];
      }),
    ),
    person: lead.personKey,
    outcome: lead.outcome,
    closedAt: lead.closedAt,
    words: lead.outcomeWords,
    stage: lead.stage,
    reason: lead.closeReason,
    owner: lead.finalOwner,
    touchedAt: lead.firstTouchAt,
    native: lead.nativeScore,
    changes: lead.changes.map(({ fieldKey, changedAt }) => [fieldKey, changedAt]),
    deeds: lead.activities.map(({ signalKey, occurredAt, occurrences }) => [signalKey, occurredAt, occurrences]),
  };
}

/** The lead as a table takes it: what was left out is not known. */
export function pastOfLean(lean: LeanLead, fields: readonly KeptField[]): PastLead {
  const texts: (string | null)[] = [];
  const numbers: (number | null)[] = [];
  for (const { fieldKey, position, isNumber } of fields) {
    const value = lean.facts[fieldKey] ?? null;
    texts[position] = isNumber || typeof value !== 'string' ? null : value;
    numbers[position] = isNumber && typeof value === 'number' ? value : null;
  }
  return {
    leadKey: lean.key,
    arrivedAt: lean.arrivedAt,
    facts: { texts, numbers },
    personKey: lean.person,
    outcome: lean.outcome,
    closedAt: lean.closedAt,
    outcomeWords: lean.words,
    stage: lean.stage,
    closeReason: lean.reason,
    finalOwner: lean.owner,
    firstTouchAt: lean.touchedAt,
    nativeScore: lean.native,
    changes: lean.changes.map(([fieldKey, changedAt]) => ({ fieldKey, changedAt })),
    activities: lean.deeds.map(([signalKey, occurredAt, occurrences]) => ({ signalKey, occurredAt, occurrences })),
  };
}
