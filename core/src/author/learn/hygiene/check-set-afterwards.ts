import { Evidence } from './evidence.ts';
import { countOf, countWords, shareWords } from './figure-words.ts';
import { findLateFields, type LateField } from './find-late-fields.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { ExcludedField, InspectedHistory } from './inspected-history.ts';
import { inPlace, lacking } from './write-line.ts';

const line = { code: 'LRN019', title: 'Fields were known before first contact' };
/** Corrections happen. From one lead in twenty on, nobody can tell what a field said on arrival. */
const tooOften = 0.05;
const mostly = 0.5;
const leastLate = 5;

/**
 * A field that was set after first touch or after the outcome knows what it should predict.
 *
 * Where the history holds values as of arrival, a later value is not in it, and a field stays unless most leads that have it got
 * it later. Where it holds present values, one late lead in twenty is enough.
 */
export function checkSetAfterwards(history: InspectedHistory): { line: HygieneLine; excluded: ExcludedField[] } {
  if (history.table.closing.changedAt.size === 0) {
    const found = 'Nothing says when fields were set, so what was filled in afterwards could not be found this way.';
    const next = 'Turn on field history, and compare a few old leads by hand.';
    return { line: lacking({ ...line, grade: 'partial', found, next }), excluded: [] };
  }
  const late = findLateFields(history);
  if (late.length === 0) {
    const found = 'No field was set after first touch or after the outcome.';
    return { line: inPlace({ ...line, found }), excluded: [] };
  }
  const isAsOf = holdsValuesAsOfArrival(late);
  const mayNotTeach = late.filter(({ evidence: { count }, filledLate, whole }) =>
    isAsOf ? filledLate >= Math.max(leastLate, whole * mostly) : count >= Math.max(leastLate, whole * tooOften),
  );
  const excluded = mayNotTeach.map((field) => ({
    fieldKey: field.column.fieldKey,
    code: line.code,
    reason: `set after first touch or outcome on ${countWords(field.evidence.count)} of ${countOf(field.whole, 'lead')} (${shareWords(field.evidence.count, field.whole)}), ${countWords(field.afterOutcome)} of them after the outcome`,
  }));
  return { line: lateLine(late, mayNotTeach, isAsOf), excluded };
}

/** Only a history as of arrival lacks values that were filled in later; one of present values has them all. */
function holdsValuesAsOfArrival(late: readonly LateField[]): boolean {
  const all = late.reduce((sum, { evidence }) => sum + evidence.count, 0);
  return late.reduce((sum, { filledLate }) => sum + filledLate, 0) >= all * tooOften;
}

function lateLine(late: readonly LateField[], mayNotTeach: readonly LateField[], isAsOf: boolean): HygieneLine {
  const kept = late.filter((field) => !mayNotTeach.includes(field));
  const why = isAsOf ? 'the history holds what they said on arrival' : 'too few to matter';
  const sentences = [
    ...(mayNotTeach.length === 0 ? [] : [`Set after first touch or outcome: ${figuresOf(mayNotTeach)}.`]),
    ...(kept.length === 0 ? [] : [`Set late as well, but left in, since ${why}: ${figuresOf(kept)}.`]),
  ];
  const finding = { ...line, found: sentences.join(' ') };
  const next = 'These fields are left out. Bring their value as of arrival, from the field history, to use them.';
  const graded = mayNotTeach.length === 0 ? inPlace(finding) : lacking({ ...finding, grade: 'partial', next });
  const shown = mayNotTeach.length === 0 ? kept : mayNotTeach;
  const all = new Evidence();
  for (const { leadKey, seen } of shown.flatMap(({ evidence }) => evidence.witnesses)) {
    all.add(leadKey, () => seen);
  }
  const recordCount = shown.reduce((sum, { evidence }) => sum + evidence.count, 0);
  return { ...graded, recordCount, witnesses: all.witnesses };
}

function figuresOf(fields: readonly LateField[]): string {
  return fields
    .map(
      ({ column, evidence, whole }) =>
        `${column.label} on ${countOf(evidence.count, 'lead')} (${shareWords(evidence.count, whole)})`,
    )
    .join(', ');
}
