import { toCsv } from '../../../../core/sample/csv.ts';
import type { Org } from '../org/org.ts';
import { textOrNull } from '../org/read-values.ts';
import { arrivedIn, readAroundOutcomes } from './around-leads.ts';
import type { LeadOutcome } from './outcome-of-lead.ts';
import { hashOfEmail } from './outside-outcomes.ts';
import type { Question } from './question.ts';
import { readTrackedSince } from './read-history.ts';
import { endOfLead, firstTouch, leadColumns } from './read-slice.ts';
import { planSlices } from './slices.ts';

/** By what a line names its lead: so that the system that reads it knows whom it speaks of. */
export const outcomeKeys = ['lead-id', 'intake-id', 'email-hash'] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

/** The form of core/sample/outcomes.csv, which every reader of outcomes takes. */
const columns = [
  'Lead ID',
  'Outcome',
  'Qualified At',
  'First Touch At',
  'Closed At',
  'Amount',
  'Close Reason',
  'Final Owner',
] as const;

export type OutcomesRequest = {
  readonly key: OutcomeKey;
  /** Only leads that were closed from then on; null for all. What was closed nobody knows when is among all only. */
  readonly since: number | null;
  readonly now: number;
  readonly onProgress: (done: number, total: number) => void;
};

/** The closed leads as a CSV, and how many of each kind. `withoutKey` were closed, but have nothing to be named by. */
export type ExportedOutcomes = {
  readonly text: string;
  readonly won: number;
  readonly lost: number;
  readonly disqualified: number;
  readonly withoutKey: number;
};

const sliceSize = 20_000;

/** How an org's leads ended, a line for each that was closed. No name and no address is in it. */
export async function exportOutcomes(
  org: Org,
  question: Question,
  { key, since, now, onProgress }: OutcomesRequest,
): Promise<ExportedOutcomes> {
  const slices = await planSlices(org, now, sliceSize);
  const trackedSince = await readTrackedSince(org);
  const reps = await readReps(org);
  const { columns: leadFields, cells } = leadColumns(org, question);
  const total = slices.reduce((sum, { count }) => sum + count, 0);
  const lines: string[][] = [];
  const counts = { won: 0, lost: 0, disqualified: 0, withoutKey: 0 };
  let done = 0;
  for (const slice of slices) {
    const around = await readAroundOutcomes(org, question, slice, trackedSince);
    const query = `SELECT ${leadFields.join(', ')} FROM Lead WHERE ${arrivedIn(slice)} ORDER BY CreatedDate, Id`;
    for await (const page of org.selectInBulk(query)) {
      for (const row of page) {
        const end = endOfLead(question, around, cells, row);
        if (end.outcome === 'open' || (since !== null && (end.closedAt === null || end.closedAt < since))) continue;
        const email = cells.of(row, 'Email');
        const names: Record<OutcomeKey, string | null> = {
          'lead-id': cells.of(row, 'Id'),
          'intake-id': cells.of(row, org.nameInOrg('SbxIntakeId__c')),
          'email-hash': email === null ? null : hashOfEmail(email),
        };
        const name = names[key];
        if (name === null) {
          counts.withoutKey += 1;
          continue;
        }
        counts[kindOf(end)] += 1;
        const touchedAt = firstTouch(around, cells.of(row, 'Id') ?? '', cells.of(row, 'ConvertedContactId'));
        lines.push([
          name,
          kindOf(end),
          cells.of(row, 'ConvertedDate') ?? '',
          asTime(touchedAt),
          asTime(end.closedAt),
          end.amount === null ? '' : String(end.amount),
          end.reason ?? '',
          end.ownerId === null ? '' : (reps.get(end.ownerId.slice(0, 15)) ?? end.ownerId),
        ]);
      }
      done += page.length;
      onProgress(Math.min(done, total), total);
    }
  }
  return { text: toCsv(columns, lines), ...counts };
}

function kindOf({ outcome, isDisqualified }: LeadOutcome): 'won' | 'lost' | 'disqualified' {
  return outcome === 'won' ? 'won' : isDisqualified ? 'disqualified' : 'lost';
}

function asTime(instant: number | null): string {
  return instant === null ? '' : new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Reps by the user behind them: both systems know a rep by the same name. */
async function readReps(org: Org): Promise<Map<string, string>> {
  const records = await org.selectAll('SbxRep__c', ['RepName__c', 'User__c'], 'ORDER BY RepName__c, Id');
  return new Map(
    records.flatMap((record) => {
      const [rep, user] = [textOrNull(record, 'RepName__c'), textOrNull(record, 'User__c')];
      return rep === null || user === null ? [] : [[user.slice(0, 15), rep] as const];
    }),
  );
}
