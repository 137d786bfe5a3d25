import { columnOf, type LeadTable } from '../table/lead-table.ts';
import type { TrainingSettings } from '../training.ts';
import { checkAmount } from './check-amount.ts';
import { checkArrivals } from './check-arrivals.ts';
import { checkCensoring } from './check-censoring.ts';
import { checkClosingFacts } from './check-closing-facts.ts';
import { checkClosingTimes } from './check-closing-times.ts';
import { checkDrift } from './check-drift.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkLeakage } from './check-leakage.ts';
import { checkMissingOutcomes } from './check-missing-outcomes.ts';
import { checkOutcomeSource } from './check-outcome-source.ts';
import { checkOutcomeWords } from './check-outcome-words.ts';
import { checkPersons } from './check-persons.ts';
import { checkSetAfterwards } from './check-set-afterwards.ts';
import { checkStages } from './check-stages.ts';
import { checkTeachable } from './check-teachable.ts';
import { columnFacts } from './column-facts.ts';
import type { HygieneReport } from './hygiene-report.ts';
import type { InspectedHistory, InspectedLeads } from './inspected-history.ts';
import { reviewRecentDeals } from './review-recent-deals.ts';

/**
 * Looks at won and lost history before anybody learns from it, since a wrong score is worse than no score.
 *
 * Every check says what it found, also when all is well. Red stops training; a field that knows the outcome, or that has nothing
 * to say, may not teach. The same history gives the same report, in the same order.
 *
 * @param leads with an answer, as label-leads.ts gives them, and the horizon that they were given it by
 * @param settings whose fields are looked at; what may not teach anyway is not
 * @param asOf the day of looking, in UTC milliseconds
 */
export function inspectHygiene(
  table: LeadTable,
  leads: InspectedLeads,
  settings: TrainingSettings,
  asOf: number,
): HygieneReport {
  const fieldKeys = [...new Set(settings.fields.map(({ fieldKey }) => fieldKey))];
  const columns = leads.rows.length === 0 ? [] : fieldKeys.flatMap((fieldKey) => columnOf(table, fieldKey) ?? []);
  const tableRows = Int32Array.from(leads.rows).sort();
  const history: InspectedHistory = { table, leads, tableRows, columns, asOf };
  const facts = columns.map((column) => columnFacts(column, leads.rows, tableRows, table.outcomes));

  const afterwards = checkSetAfterwards(history);
  const teachable = checkTeachable(facts);
  const untaught = new Set([...afterwards.excluded, ...teachable.excluded].map(({ fieldKey }) => fieldKey));
  const leakage = checkLeakage(
    history,
    facts.filter(({ column }) => !untaught.has(column.fieldKey)),
  );
  const recent = reviewRecentDeals(history);

  const lines = [
    ...checkAmount(history),
    ...checkStages(history),
    ...checkClosingTimes(history),
    checkMissingOutcomes(history),
    checkOutcomeWords(history),
    ...checkClosingFacts(history),
    checkDuplicates(history),
    ...checkPersons(history),
    ...checkOutcomeSource(history),
    afterwards.line,
    ...leakage.lines,
    recent.line,
    ...teachable.lines,
    checkCensoring(history),
    checkDrift(history),
    ...checkArrivals(history),
  ];
  return {
    lines,
    recentDeals: recent.deals,
    excludedFields: onePerField([...afterwards.excluded, ...leakage.excluded, ...teachable.excluded]),
    isStopped: lines.some(({ grade, isStopping }) => grade === 'missing' && isStopping),
  };
}

/** A field that may not teach for two reasons is named with the first. */
function onePerField(fields: HygieneReport['excludedFields']): HygieneReport['excludedFields'] {
  return fields.filter(({ fieldKey }, place) => fields.findIndex((other) => other.fieldKey === fieldKey) === place);
}
