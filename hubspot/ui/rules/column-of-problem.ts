import { cellText, tableOf, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { RuleProblem } from '../../handlers/rules/rule-store.ts';
import { namedKinds } from './references.ts';
import { keyColumns } from './row-shape.ts';

/** The columns of problems that core tells of a whole row. */
const columnsByCode: { readonly [code: string]: readonly string[] } = {
  POL104: ['halfLifeDays'],
  POL105: ['texts', 'low'],
  POL106: ['low'],
  POL107: ['poolKey'],
  POL109: ['logic'],
  POL115: ['operator', 'fieldKey'],
  POL116: ['low'],
  POL117: ['texts'],
  POL118: ['texts'],
  POL119: ['texts'],
  POL122: ['holderKey'],
  POL123: ['settingText', 'kind'],
  POL124: ['destinationKey'],
  POL125: ['overflowPoolKey'],
  POL127: ['weight'],
  POL128: ['targetMinutes'],
  POL129: ['ownerKey', 'recipientKey'],
  POL133: ['phrases'],
  POL134: ['fieldKey'],
  POL135: ['logic'],
  POL136: ['afterDays'],
};

/** Which cell of a row a problem is about: the one it names, the one that holds what was found, or the one such problems have. */
export function columnOfProblem(row: DraftRow, problem: RuleProblem): string | null {
  const columns = tableOf(row.kind).columns.map(({ column }) => column);
  const named = /, (\w+)$/.exec(problem.about)?.[1] ?? /^`(\w+)`/.exec(problem.found)?.[1];
  if (named !== undefined && columns.includes(named)) return named;
  if (row.kind === 'setting') return 'settingText';
  if (problem.code === 'POL101') return keyColumns[row.kind] ?? columns[0] ?? null;
  const typed = /"([^"]*)"/.exec(problem.found)?.[1];
  const holding = columns.find(
    (column) => typed !== undefined && cellText(row, column) === typed && namedKinds(row, column).length > 0,
  );
  return holding ?? columnsByCode[problem.code]?.find((column) => columns.includes(column)) ?? null;
}
