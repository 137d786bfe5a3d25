import * as z from 'zod';
import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import { draftTables, findTable, orderRows, type DraftRow, type DraftTable } from './draft-row.ts';
import { rowProblemCodes } from './row-problem-codes.ts';
import type { RuleProblem } from './rule-store.ts';

/** The only format that this version reads. */
const draftFormat = 1;

export const draftFileName = 'draft.json';

type FileRow = { readonly [column: string]: string | number | null };

/**
 * A draft as a file that people read and edit: the rows of each kind in their order, a row a line, with the names of columns.
 *
 * {"format": 1, "rows": {"rule": [{"position": 0, "ruleKey": "east", …}]}}
 */
export function writeDraftFile(rows: readonly DraftRow[]): string {
  const ordered = orderRows(rows);
  const kinds = draftTables.flatMap(({ kind }) => {
    const lines = ordered.filter((row) => row.kind === kind).map((row) => `      ${JSON.stringify(fileRowOf(row))}`);
    return lines.length === 0 ? [] : [`    ${JSON.stringify(kind)}: [\n${lines.join(',\n')}\n    ]`];
  });
  const body = kinds.length === 0 ? '{}' : `{\n${kinds.join(',\n')}\n  }`;
  return `{\n  "format": ${draftFormat},\n  "rows": ${body}\n}\n`;
}

function fileRowOf(row: DraftRow): FileRow {
  const cells = row.cells.map(({ column, text }) => [column, text === '' ? null : text]);
  return { position: row.position, ...(Object.fromEntries(cells) as FileRow) };
}

export type ReadDraftFile = { readonly rows: readonly DraftRow[]; readonly problems: readonly RuleProblem[] };

const cell = z.union([z.string(), z.number(), z.null()]);
const fileSchema = z.strictObject({
  format: z.literal(draftFormat),
  rows: z.record(z.string(), z.array(z.record(z.string(), cell))),
});

/** Reads what writeDraftFile wrote, or what people made of it. What is no row is listed as a problem. */
export function readDraftFile(content: string): ReadDraftFile {
  const read = fileSchema.safeParse(parseOrNull(content));
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const place =
      issue.path.length === 0 ? 'it is not readable as JSON' : `at ${issue.path.join(' ')}: ${issue.message}`;
    return { rows: [], problems: [unreadable(place)] };
  }
  const rows: DraftRow[] = [];
  const problems: RuleProblem[] = [];
  for (const [kind, ofKind] of Object.entries(read.data.rows)) {
    const table = findTable(kind);
    if (table === null) {
      problems.push(unknownKind(kind));
      continue;
    }
    for (const [place, values] of ofKind.entries()) {
      const position = values['position'] ?? null;
      if (typeof position !== 'number' || !Number.isInteger(position) || Math.abs(position) > largestPosition) {
        problems.push(noPosition(kind, place));
        continue;
      }
      problems.push(...unknownColumns(table, values, position));
      rows.push(rowOf(table, values, position));
    }
  }
  return { rows: orderRows(rows), problems };
}

const largestPosition = 999_999_999;

function rowOf(table: DraftTable, values: FileRow, position: number): DraftRow {
  const cells = table.columns.map(({ column }) => {
    const value = values[column] ?? null;
    return { column, text: value === null || value === '' ? null : String(value) };
  });
  return { kind: table.kind, position, cells };
}

function parseOrNull(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function unreadable(found: string): RuleProblem {
  return {
    code: rowProblemCodes.unreadableFile,
    about: draftFileName,
    found,
    next: 'Correct the file and upload it again, or write the draft from the settings page.',
  };
}

function unknownKind(kind: string): RuleProblem {
  const kinds = draftTables.map((table) => table.kind);
  const similar = similarNames(kind, kinds);
  return {
    code: rowProblemCodes.unknownKind,
    about: `${draftFileName}, rows`,
    found: `"${kind}", which is no kind of row`,
    next: `${similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `}Use one of ${kinds.join(', ')}.`,
  };
}

function noPosition(kind: string, place: number): RuleProblem {
  return {
    code: rowProblemCodes.noPosition,
    about: `${draftFileName}, ${kind} ${place + 1} of the file`,
    found: 'no position that is a whole number',
    next: 'Give it a position among the rows of its kind; gaps do not matter.',
  };
}

function unknownColumns(table: DraftTable, values: FileRow, position: number): RuleProblem[] {
  const known = table.columns.map(({ column }) => column);
  return Object.keys(values)
    .filter((name) => name !== 'position' && !known.includes(name))
    .map((name) => {
      const similar = similarNames(name, known);
      const hint = similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `;
      return {
        code: rowProblemCodes.unknownColumn,
        about: `${table.kind} row ${position + 1}, ${name}`,
        found: `"${name}", which is no column of such rows`,
        next: `${hint}Use one of ${known.join(', ')}.`,
      };
    });
}
