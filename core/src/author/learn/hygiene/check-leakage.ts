import type { ColumnFacts } from './column-facts.ts';
import { Evidence } from './evidence.ts';
import { countOf, listWords, rateWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { ExcludedField, InspectedHistory } from './inspected-history.ts';
import { aloneReason } from './judge-alone.ts';
import { wordOfAfterwards } from './names-of-afterwards.ts';
import { sampleLeads } from './sample-leads.ts';
import { won, type LeadColumn } from '../table/lead-table.ts';
import { inPlace, lacking } from './write-line.ts';

/** Filled in for half of one kind, and for at most a twentieth as many of the other. */
const presentShare = 0.5;
const presentFactor = 20;
/** Or for so many won leads, and for a twentieth as many others: nothing known on arrival is ever that sure. */
const leastPureWins = 20;
const leastOfKind = 10;
const mostSpelledOut = 5;

const oneSided = { code: 'LRN020', title: 'No field is filled in for one outcome only', verb: 'is' };
const tooStrong = { code: 'LRN021', title: 'No field predicts too well alone', verb: 'does' };

/** What a look at the answers says about fields: lines, and fields that may not teach. */
export type LeakageFinding = { lines: HygieneLine[]; excluded: ExcludedField[] };

/**
 * Fields that know the outcome: filled in for one kind of lead only, or too strong alone.
 *
 * Fields are held against two answers, won within the horizon and won at any time. What is written down on winning knows the second
 * better, how long a deal took knows the first.
 */
export function checkLeakage(history: InspectedHistory, facts: readonly ColumnFacts[]): LeakageFinding {
  const { table, leads } = history;
  const everWon = Uint8Array.from(leads.rows, (row) => (table.outcomes[row] === won ? 1 : 0));
  const answers = [everWon, leads.labels].filter(
    (labels, place) => place === 0 || labels.some((label, at) => label !== everWon[at]),
  );
  if (answers.every((labels) => !hasBoth(labels))) {
    return { lines: tooFewLines(facts), excluded: [] };
  }
  const usable = answers.filter(hasBoth).map((labels) => sampleLeads({ rows: leads.rows, labels }));
  const present = facts.flatMap((each) => presenceReason(each) ?? []);
  const alone = facts
    .filter(({ column }) => !present.some(({ fieldKey }) => fieldKey === column.fieldKey))
    .flatMap(({ column }) => {
      const reason = usable.reduce<string | null>((found, each) => found ?? aloneReason(table, each, column), null);
      return reason === null ? [] : { fieldKey: column.fieldKey, code: tooStrong.code, reason };
    });
  const excluded = [...present, ...alone];
  return {
    lines: [
      leakLine(oneSided, present, facts, history),
      leakLine(tooStrong, alone, facts, history),
      namesLine(facts, excluded),
    ],
    excluded,
  };
}

function hasBoth(labels: Uint8Array): boolean {
  const wins = labels.reduce((sum, label) => sum + label, 0);
  return wins >= leastOfKind && labels.length - wins >= leastOfKind;
}

function presenceReason({ column, filled }: ColumnFacts): ExcludedField | null {
  const others = filled.others / filled.ofOthers;
  const wins = filled.won / filled.ofWon;
  const more = Math.max(others, wins);
  const isFarApart = Math.min(others, wins) * presentFactor <= more;
  const isPure = filled.won >= leastPureWins && filled.others * presentFactor <= filled.won;
  const isOneSided = isFarApart && (more >= presentShare || isPure);
  const wonWords = rateWords(filled.won, filled.ofWon);
  const otherWords = rateWords(filled.others, filled.ofOthers);
  return isOneSided
    ? {
        fieldKey: column.fieldKey,
        code: oneSided.code,
        reason: `filled in for ${wonWords} of the won and ${otherWords} of the others`,
      }
    : null;
}

function leakLine(
  { verb, ...line }: Pick<HygieneLine, 'code' | 'title'> & { verb: string },
  fields: readonly ExcludedField[],
  facts: readonly ColumnFacts[],
  history: InspectedHistory,
): HygieneLine {
  if (fields.length === 0) {
    return inPlace({ ...line, found: `None of ${countOf(facts.length, 'field')} ${verb}.` });
  }
  const columns = new Map(facts.map(({ column }) => [column.fieldKey, column]));
  const evidence = new Evidence();
  for (const { fieldKey } of fields) {
    witnessWins(evidence, columns.get(fieldKey)!, history);
  }
  const spelled = fields.slice(0, mostSpelledOut);
  const sentences = spelled.map(({ fieldKey, reason }) => `"${columns.get(fieldKey)!.label}": ${reason}.`);
  const others = fields.slice(mostSpelledOut).map(({ fieldKey }) => columns.get(fieldKey)!.label);
  const more = others.length === 0 ? [] : [`And likewise ${listWords(others, others.length)}.`];
  const next = 'They are left out. Find out when they are filled in; to use one, bring its value as of arrival.';
  return lacking({ ...line, grade: 'partial', found: [...sentences, ...more].join(' '), next }, evidence);
}

/** Won leads that have a value: whoever opens one of them sees when it was written down. */
function witnessWins(evidence: Evidence, column: LeadColumn, { table, leads }: InspectedHistory): void {
  for (const row of leads.rows) {
    const value = column.kind === 'number' ? column.values[row]! : column.texts[column.codes[row]!];
    if (table.outcomes[row] === won && value !== undefined && !Number.isNaN(value)) {
      evidence.add(table.leadKeys[row]!, () => `won, ${column.label} ${value}`);
    }
  }
}

/** Names alone exclude nothing; they ask for a look. */
function namesLine(facts: readonly ColumnFacts[], excluded: readonly ExcludedField[]): HygieneLine {
  const line = { code: 'LRN022', title: 'No field is named after what comes later' };
  const suspects = facts
    .map(({ column }) => column)
    .filter(({ fieldKey, label }) => wordOfAfterwards(fieldKey, label) !== null)
    .filter(({ fieldKey }) => !excluded.some((field) => field.fieldKey === fieldKey));
  if (suspects.length === 0) {
    return inPlace({ ...line, found: 'No field that teaches has a name that speaks of afterwards.' });
  }
  const names = suspects.map(({ label }) => label);
  return lacking({
    ...line,
    grade: 'partial',
    found: `Named after what comes later, though the figures do not show it: ${listWords(names, names.length)}.`,
    next: 'Take a field out of the training if it is filled in after first contact.',
  });
}

function tooFewLines(facts: readonly ColumnFacts[]): HygieneLine[] {
  const found = `With fewer than ${leastOfKind} won leads or ${leastOfKind} others this can't be told.`;
  const unknown = { grade: 'partial' as const, found, next: 'Bring in more answered leads.' };
  return [lacking({ ...oneSided, ...unknown }), lacking({ ...tooStrong, ...unknown }), namesLine(facts, [])];
}
