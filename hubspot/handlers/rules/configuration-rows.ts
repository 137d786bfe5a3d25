import type * as z from 'zod';
import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import {
  businessCalendarSchema,
  personSchema,
  portalSettingsSchema,
  type BusinessCalendar,
  type Person,
  type PortalConfiguration,
  type PortalSettings,
} from '../portal/portal-settings.ts';
import type { ConfigurationKind } from './configuration-tables.ts';
import { cellText, tableOf, type DraftRow } from './draft-row.ts';
import { keepList, takeList } from './kept-text.ts';
import { isOptionKey, optionKeys, readOption, writeOption, type OptionKey } from './option-text.ts';
import { rowProblemCodes } from './row-problem-codes.ts';
import type { RuleProblem } from './rule-store.ts';

/** What ops keep beside the policy, as rows: people, business hours, and an option a row with all defaults written out. */
export function rowsOfConfiguration(configuration: PortalConfiguration): DraftRow[] {
  return [
    ...configuration.people.map((person, position) => rowOf('person', position, personValues(person))),
    ...configuration.calendars.map((calendar, position) => rowOf('calendar', position, calendarValues(calendar))),
    ...optionKeys.map((key, position) =>
      rowOf('option', position, { optionKey: key, optionText: writeOption(key, configuration.settings[key]) }),
    ),
  ];
}

type CellValues = { readonly [column: string]: string | null };

function rowOf(kind: ConfigurationKind, position: number, values: CellValues): DraftRow {
  const cells = tableOf(kind).columns.map(({ column }) => ({
    column,
    text: values[column] === '' ? null : (values[column] ?? null),
  }));
  return { kind, position, cells };
}

function personValues(person: Person): CellValues {
  return {
    repKey: person.repKey,
    displayName: person.displayName,
    ownerEmail: person.ownerEmail,
    skills: keepList(person.skills),
    languages: keepList(person.languages),
  };
}

function calendarValues(calendar: BusinessCalendar): CellValues {
  return {
    calendarKey: calendar.calendarKey,
    timeZone: calendar.timeZone,
    days: calendar.days.join(';'),
    from: calendar.from,
    until: calendar.until,
    holidays: keepList(calendar.holidays),
  };
}

export type ReadConfiguration = {
  readonly configuration: PortalConfiguration;
  readonly problems: readonly RuleProblem[];
};

/** The configuration of ordered rows. What cannot be read is left out, or has its default, and is listed. */
export function readConfiguration(rows: readonly DraftRow[]): ReadConfiguration {
  const problems: RuleProblem[] = [];
  const ofKind = (kind: ConfigurationKind, keyColumn: string): DraftRow[] =>
    withoutDoubles(
      rows.filter((row) => row.kind === kind),
      keyColumn,
      problems,
    );
  const people = ofKind('person', 'repKey').flatMap((row) => readPerson(row, problems));
  const calendars = ofKind('calendar', 'calendarKey').flatMap((row) => readCalendar(row, problems));
  const settings = readSettings(ofKind('option', 'optionKey'), problems);
  return { configuration: { settings, people, calendars }, problems };
}

function about(row: DraftRow, column: string): string {
  return `${row.kind} row ${row.position + 1}, ${column}`;
}

/** The first row of a key counts. */
function withoutDoubles(rows: readonly DraftRow[], keyColumn: string, problems: RuleProblem[]): DraftRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = cellText(row, keyColumn);
    const isSecond = key !== null && seen.has(key);
    if (isSecond) {
      const found = 'the same key a second time';
      problems.push({
        code: rowProblemCodes.keyTwice,
        about: about(row, keyColumn),
        found,
        next: 'Keep one of the two.',
      });
    }
    if (key !== null) seen.add(key);
    return !isSecond;
  });
}

function readPerson(row: DraftRow, problems: RuleProblem[]): Person[] {
  const read = personSchema.safeParse({
    repKey: cellText(row, 'repKey') ?? '',
    displayName: cellText(row, 'displayName') ?? '',
    ownerEmail: cellText(row, 'ownerEmail'),
    skills: takeList(cellText(row, 'skills') ?? ''),
    languages: takeList(cellText(row, 'languages') ?? ''),
  });
  if (read.success) return [read.data];
  problems.push(...issueProblems(row, rowProblemCodes.unreadablePerson, read.error));
  return [];
}

function readCalendar(row: DraftRow, problems: RuleProblem[]): BusinessCalendar[] {
  const read = businessCalendarSchema.safeParse({
    calendarKey: cellText(row, 'calendarKey') ?? '',
    timeZone: cellText(row, 'timeZone') ?? '',
    days: takeList(cellText(row, 'days') ?? '').map(Number),
    from: cellText(row, 'from') ?? '',
    until: cellText(row, 'until') ?? '',
    holidays: takeList(cellText(row, 'holidays') ?? ''),
  });
  if (!read.success) {
    problems.push(...issueProblems(row, rowProblemCodes.unreadableCalendar, read.error));
    return [];
  }
  if (read.data.from >= read.data.until) {
    problems.push({
      code: rowProblemCodes.unreadableCalendar,
      about: about(row, 'until'),
      found: 'hours that end before they begin',
      next: 'Correct one of the two times.',
    });
  }
  return [read.data];
}

/** Without the values: they may name a person. */
function issueProblems(row: DraftRow, code: string, error: z.ZodError): RuleProblem[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '');
    const found = cellText(row, column) === null ? 'nothing' : issue.message;
    const next = found === 'nothing' ? 'Fill it in.' : 'Correct it.';
    return { code, about: about(row, column), found, next };
  });
}

function readSettings(rows: readonly DraftRow[], problems: RuleProblem[]): PortalSettings {
  const values: Partial<Record<OptionKey, unknown>> = {};
  for (const row of rows) {
    const key = cellText(row, 'optionKey') ?? '';
    if (!isOptionKey(key)) {
      problems.push(unknownOption(row, key));
      continue;
    }
    const read = readOption(key, cellText(row, 'optionText'));
    if (read.isRead) {
      values[key] = read.value;
    } else {
      const next = `Correct it; until then ${key} has its default.`;
      problems.push({
        code: rowProblemCodes.unreadableOption,
        about: about(row, 'optionText'),
        found: read.found,
        next,
      });
    }
  }
  return portalSettingsSchema.parse(values);
}

function unknownOption(row: DraftRow, key: string): RuleProblem {
  const similar = similarNames(key, optionKeys);
  const hint = similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `;
  return {
    code: rowProblemCodes.unknownOption,
    about: about(row, 'optionKey'),
    found: key === '' ? 'nothing' : `"${key}", which is no option`,
    next: `${hint}Use one of ${optionKeys.join(', ')}, or archive the row.`,
  };
}
