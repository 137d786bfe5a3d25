import type { ColumnFacts } from './column-facts.ts';
import { countOf, countWords, listWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { ExcludedField } from './inspected-history.ts';
import { inPlace, lacking } from './write-line.ts';

const nearlyAll = 0.8;
const alwaysRising = 0.95;
const leastKnown = 20;
const mostlyMissing = 0.8;

/** Fields from which nothing can be learned, whatever they say about the outcome. */
export type TeachableFinding = { lines: HygieneLine[]; excluded: ExcludedField[] };

/** One line for each way in which a field can have nothing to teach. */
export function checkTeachable(facts: readonly ColumnFacts[]): TeachableFinding {
  const excluded = facts.flatMap((each) => reasonAgainst(each) ?? []);
  const lines = kinds.map(({ code, title, fine, fault, next }) => {
    const here = excluded.filter((field) => field.code === code);
    return here.length === 0
      ? inPlace({ code, title, found: fine })
      : lacking({ code, title, grade: 'partial', found: `${fault}: ${namesOf(here, facts)}. Left out.`, next });
  });
  return { lines: [...lines, mostlyMissingLine(facts)], excluded };
}

const kinds = [
  {
    code: 'LRN024',
    title: 'Fields have values',
    fine: 'Every field that may teach has a value on some leads.',
    fault: 'No answered lead has a value for some fields',
    next: 'Map these fields, or take them out of the training.',
  },
  {
    code: 'LRN025',
    title: 'Fields differ between leads',
    fine: 'No field has the same value on all leads.',
    fault: 'All leads have the same value for some fields',
    next: 'Nothing, unless the values should differ.',
  },
  {
    code: 'LRN026',
    title: 'Fields are no identifiers',
    fine: 'No field has another value on nearly every lead.',
    fault: 'Nearly every lead has a value of its own for some fields',
    next: 'Take names, numbers and dates out of the training; bring kinds and sizes instead.',
  },
];

function reasonAgainst(facts: ColumnFacts): ExcludedField | null {
  const { column, rowCount, knownCount, onlyValue, rareCount, risingShare } = facts;
  const { fieldKey } = column;
  if (knownCount === 0) {
    return { fieldKey, code: 'LRN024', reason: `no value on any of ${countOf(rowCount, 'lead')}` };
  }
  if (onlyValue !== null && knownCount === rowCount) {
    return { fieldKey, code: 'LRN025', reason: `all leads have the same value, "${onlyValue}"` };
  }
  if (knownCount >= leastKnown && rareCount >= knownCount * nearlyAll) {
    const reason = `${shareWords(rareCount, knownCount)} of its values are those of one or two leads: an identifier`;
    return { fieldKey, code: 'LRN026', reason };
  }
  if (knownCount >= leastKnown && risingShare >= alwaysRising) {
    return { fieldKey, code: 'LRN026', reason: 'it rises with every arrival: a running number or a date' };
  }
  return null;
}

function mostlyMissingLine(facts: readonly ColumnFacts[]): HygieneLine {
  const line = { code: 'LRN027', title: 'Fields are filled' };
  const poor = facts.filter(
    ({ knownCount, rowCount }) => knownCount > 0 && rowCount - knownCount > rowCount * mostlyMissing,
  );
  if (poor.length === 0) {
    return inPlace({ ...line, found: `No field is missing on more than ${mostlyMissing * 100} % of the leads.` });
  }
  const figures = poor.map(
    ({ column, knownCount, rowCount }) =>
      `${column.label} (known for ${countWords(knownCount)}, ${shareWords(knownCount, rowCount)})`,
  );
  return lacking({
    ...line,
    grade: 'partial',
    found: `Mostly missing: ${figures.join(', ')}.`,
    next: 'Ask for them on forms, or enrich before scoring; until then they say little.',
  });
}

function namesOf(fields: readonly ExcludedField[], facts: readonly ColumnFacts[]): string {
  const labels = new Map(facts.map(({ column }) => [column.fieldKey, column.label]));
  return listWords(
    fields.map(({ fieldKey }) => labels.get(fieldKey) ?? fieldKey),
    10,
  );
}
