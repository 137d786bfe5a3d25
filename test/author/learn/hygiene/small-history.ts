import { inspectHygiene } from '../../../../core/src/author/learn/hygiene/inspect-hygiene.ts';
import type { HygieneLine, HygieneReport } from '../../../../core/src/author/learn/hygiene/hygiene-report.ts';
import { labelLeads } from '../../../../core/src/author/learn/labels/label-leads.ts';
import {
  lost,
  noActivities,
  open,
  won,
  type ClosingFacts,
  type LeadColumn,
  type LeadTable,
  type TextColumn,
} from '../../../../core/src/author/learn/table/lead-table.ts';

export const day = 86_400_000;
export const start = Date.UTC(2025, 0, 1);
export const spanDays = 365;
/** Thirty-one days after the last arrival. */
export const asOf = start + (spanDays + 31) * day;
export const horizonDays = 30;

/** A lead of a history that is written out by hand. Days count from the first of January 2025. */
export type PastCase = {
  leadKey: string;
  arrived: number | null;
  outcome: 'open' | 'won' | 'lost';
  closed: number | null;
  touched: number | null;
  words: string | null;
  stage: string | null;
  reason: string | null;
  owner: string | null;
  person: string | null;
  fields: Record<string, string | number | null>;
  /** By field: the day on which it was set last. */
  changes: Record<string, number>;
};

/**
 * Leads without a fault: three a day for a year, one in three won, the others lost, a few days after they came. Industry and employees say a
 * little about who is won, as they would.
 */
export function cleanLeads(count = 1_100): PastCase[] {
  return Array.from({ length: count }, (_, place) => {
    const arrived = (place * spanDays) / count;
    const isWon = place % 3 === 0;
    const dice = (place * 7_919) % 100;
    return {
      leadKey: `lead-${place}`,
      arrived,
      outcome: isWon ? 'won' : 'lost',
      closed: arrived + 3 + (place % 11),
      touched: arrived + 0.1,
      words: isWon ? 'Won' : 'Lost',
      stage: isWon ? 'Closed won' : 'Closed lost',
      reason: isWon ? 'Best fit' : 'No budget this year',
      owner: `rep-${place % 7}`,
      person: `person-${place}`,
      fields: {
        industry: dice < (isWon ? 40 : 20) ? 'software' : dice < 60 ? 'retail' : 'logistics',
        employees: 10 + ((place * 31) % 400) + (isWon ? 60 : 0),
      },
      changes: place % 10 === 0 ? { employees: arrived + 0.01 } : {},
    };
  });
}

/** The table of leads that are written out. */
export function tableOf(leads: readonly PastCase[], outcomesFrom: ClosingFacts['outcomesFrom'] = 'thisCrm'): LeadTable {
  const instants = (days: readonly (number | null | undefined)[]): Float64Array =>
    Float64Array.from(days, (each) => (each === null || each === undefined ? Number.NaN : start + each * day));
  const fieldKeys = Object.keys(leads[0]?.fields ?? {});
  const changedKeys = [...new Set(leads.flatMap(({ changes }) => Object.keys(changes)))];
  const codes = { open, won, lost };
  return {
    rowCount: leads.length,
    leadKeys: leads.map(({ leadKey }) => leadKey),
    arrivedAt: instants(leads.map(({ arrived }) => arrived)),
    outcomes: Uint8Array.from(leads, ({ outcome }) => codes[outcome]),
    closedAt: instants(leads.map(({ closed }) => closed)),
    columns: fieldKeys.map((fieldKey) => columnFrom(fieldKey, leads)),
    activities: noActivities(),
    nativeScores: null,
    closing: {
      personKeys: leads.map(({ person }) => person),
      outcomeWords: textColumn(
        'outcome',
        leads.map(({ words }) => words),
      ),
      stages: textColumn(
        'stage',
        leads.map(({ stage }) => stage),
      ),
      closeReasons: textColumn(
        'reason',
        leads.map(({ reason }) => reason),
      ),
      finalOwners: textColumn(
        'owner',
        leads.map(({ owner }) => owner),
      ),
      firstTouchAt: instants(leads.map(({ touched }) => touched)),
      changedAt: new Map(changedKeys.map((key) => [key, instants(leads.map(({ changes }) => changes[key]))])),
      outcomesFrom,
    },
  };
}

function columnFrom(fieldKey: string, leads: readonly PastCase[]): LeadColumn {
  const values = leads.map(({ fields }) => fields[fieldKey] ?? null);
  return values.some((value) => typeof value === 'number')
    ? { kind: 'number', fieldKey, label: fieldKey, values: Float64Array.from(values, (value) => Number(value ?? NaN)) }
    : textColumn(fieldKey, values as (string | null)[]);
}

export function textColumn(fieldKey: string, values: readonly (string | null)[]): TextColumn {
  const texts = [...new Set(values.filter((value) => value !== null))];
  const places = new Map(texts.map((text, place) => [text, place]));
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : places.get(value)!));
  return { kind: 'text', fieldKey, label: fieldKey, texts, codes };
}

/** The report on a table all of whose columns may teach. */
export function inspect(table: LeadTable, lookedAt = asOf): HygieneReport {
  const leads = { ...labelLeads(table, lookedAt, horizonDays, 0), horizonDays };
  const fields = table.columns.map(({ fieldKey }) => ({ fieldKey, axis: 'fit' as const, direction: 'any' as const }));
  return inspectHygiene(table, leads, { horizonDays, landmarkDays: 0, fields, seed: 1 }, lookedAt);
}

/** The report on clean leads after a change to some of them. */
export function inspectChanged(change: (lead: PastCase, place: number) => Partial<PastCase>): HygieneReport {
  return inspect(tableOf(cleanLeads().map((lead, place) => ({ ...lead, ...change(lead, place) }))));
}

export function lineOf(report: HygieneReport, code: string): HygieneLine {
  const line = report.lines.find((each) => each.code === code);
  if (line === undefined) {
    throw new Error(`The report has no line ${code}.`);
  }
  return line;
}

/** Codes of the lines that stop. */
export function stoppingCodes({ lines }: HygieneReport): string[] {
  return lines.filter(({ grade, isStopping }) => grade === 'missing' && isStopping).map(({ code }) => code);
}
