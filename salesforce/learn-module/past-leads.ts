import type { FactSheet } from '../../core/src/decide/model/fact-sheet.ts';
import { toInt, toLong } from '../../core/src/decide/model/number.ts';
import type { PastLead } from '../../core/src/author/learn/table/past-lead.ts';

/** A lead as SbxPastLeads writes it: values in a fixed order, because their names would be most of what travels. */
export type PastLeadRow = readonly [
  leadKey: string,
  arrivedAt: number,
  personKey: string | null,
  outcome: PastLead['outcome'],
  closedAt: number | null,
  outcomeWords: string | null,
  stage: string | null,
  closeReason: string | null,
  finalOwner: string | null,
  firstTouchAt: number | null,
  facts: readonly (string | number)[],
  changes: readonly (readonly [fieldKey: string, changedAt: number])[],
  activities: readonly (readonly [signalKey: string, occurredAt: number, occurrences: number])[],
];

/** A page of leads as SbxLearnPage sends it. */
export type PastLeadPage = { rows: readonly PastLeadRow[]; last: string | null; isDone: boolean };

/**
 * The lead that a row holds.
 *
 * @param factCount how many facts the policy has: its standard fields and its own
 */
export function pastLeadOf(row: PastLeadRow, factCount: number): PastLead {
  const [leadKey, arrivedAt, personKey, outcome, closedAt, outcomeWords, stage, closeReason, finalOwner] = row;
  const [, , , , , , , , , firstTouchAt, facts, changes, activities] = row;
  return {
    leadKey,
    arrivedAt,
    facts: factsOf(facts, factCount),
    personKey,
    outcome,
    closedAt,
    outcomeWords,
    stage,
    closeReason,
    finalOwner,
    firstTouchAt,
    nativeScore: null,
    changes: changes.map(([fieldKey, changedAt]) => ({ fieldKey, changedAt })),
    activities: activities.map(([signalKey, occurredAt, occurrences]) => ({
      signalKey,
      occurredAt: toLong(occurredAt),
      occurrences: toInt(occurrences),
    })),
  };
}

/** Position and value in turns: [9, "software", 31, 240]. */
function factsOf(pairs: readonly (string | number)[], factCount: number): FactSheet {
  const facts: FactSheet = {
    texts: new Array<string | null>(factCount).fill(null),
    numbers: new Array<FactSheet['numbers'][number]>(factCount).fill(null),
  };
  for (let place = 0; place < pairs.length; place += 2) {
    const position = Number(pairs[place]);
    const value = pairs[place + 1]!;
    if (typeof value === 'number') {
      facts.numbers[position] = toLong(value);
    } else {
      facts.texts[position] = value;
    }
  }
  return facts;
}
