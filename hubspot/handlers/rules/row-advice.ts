import { rowTables } from '../../../core/src/author/policy/row-tables.ts';
import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import { assemble, flatten, type PolicyRow } from '../../../core/src/decide/index.ts';
import type { Problem } from '../../../core/src/decide/model/problem.ts';
import { cellText } from './draft-row.ts';
import type { RuleProblem } from './rule-store.ts';

/** What core finds while it reads rows, before there is a policy. It names the place; what to do is said here. */
const rowCodes = {
  empty: 'POL110',
  notInList: 'POL111',
  noWhole: 'POL112',
  settingTwice: 'POL113',
} as const;

export function isRowCode(code: string): boolean {
  return Object.values<string>(rowCodes).includes(code);
}

/** A problem of a row with the next step and, where a word is not in its list, the nearest one. */
export function rowProblem(problem: Problem, rows: readonly PolicyRow[]): RuleProblem {
  return { ...problem, next: nextStep(problem, rows) };
}

function nextStep(problem: Problem, rows: readonly PolicyRow[]): string {
  switch (problem.code) {
    case rowCodes.empty: {
      const setting = /^setting (\w+)$/.exec(problem.about)?.[1];
      return setting === undefined ? 'Fill the column in.' : nextOfSetting(setting, rows);
    }
    case rowCodes.notInList:
      return `${hint(similarNames(typedIn(problem), listOf(problem.about)))}Use one of its values.`;
    case rowCodes.noWhole:
      return 'Write a whole number in digits, without points, commas or blanks.';
    default:
      return 'Keep one of the two rows.';
  }
}

function hint(similar: readonly string[]): string {
  return similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `;
}

function typedIn({ found }: Problem): string {
  return /^"([^"]*)"/.exec(found)?.[1] ?? '';
}

/** What a choice takes: by "guard row 3, guardKey", or of the setting mode. */
function listOf(about: string): readonly string[] {
  const place = /^(\w+) row -?\d+, (\w+)$/.exec(about);
  if (place === null) return ['observe', 'suggest', 'live'];
  const column = rowTables.find(({ kind }) => kind === place[1])?.columns.find((each) => each.column === place[2]);
  if (column === undefined) return [];
  return column.form === 'choice' ? column.choices : ['yes', 'no'];
}

/** A setting that is missing may be there under a mistyped name. */
function nextOfSetting(setting: string, rows: readonly PolicyRow[]): string {
  const keys = rows.flatMap((row) => (row.kind === 'setting' ? (cellText(row, 'settingKey') ?? []) : []));
  if (keys.includes(setting)) return 'Fill its value in.';
  const mistyped = similarNames(
    setting,
    keys.filter((key) => !knownSettings.has(key)),
  );
  return mistyped.length === 0
    ? 'Add a row of the kind Setting with this name and a value.'
    : `There is a setting ${mistyped.join(', ')}: correct its name.`;
}

/** Every policy has all settings, also the empty one. */
const knownSettings: ReadonlySet<string> = new Set(
  flatten(assemble([]).policy).flatMap((row) => (row.kind === 'setting' ? (cellText(row, 'settingKey') ?? []) : [])),
);
