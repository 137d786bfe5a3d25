import { parse } from 'csv-parse/sync';
import type { CsvForm } from './csv-form.ts';

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Data that is no CSV of the form it was announced to have. */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem';
}

/** Reads CSV with a line of names: readCsv('Name\nAda\n', form).rows → [['Ada']]. */
export function readCsv(text: string, form: CsvForm): CsvTable {
  refuseOtherLineEnding(text, form);
  const lines = parseLines(text, form);
  const [columns = [], ...rows] = lines;
  if (columns.every((each) => each === '')) {
    throw new CsvProblem('InvalidBatch : Header row is missing.');
  }
  const odd = rows.findIndex((row) => row.length !== columns.length);
  if (odd >= 0) {
    throw new CsvProblem(
      `InvalidBatch : Row ${String(odd + 1)} has ${String(rows[odd]?.length)} values, and the header has ${String(columns.length)}.`,
    );
  }
  return { columns: columns.map((each) => each.trim()), rows };
}

function parseLines(text: string, form: CsvForm): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: form.delimiter,
      record_delimiter: form.lineEnding,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new CsvProblem(`InvalidBatch : ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first line ends as the job said, or all lines would run together. */
function refuseOtherLineEnding(text: string, form: CsvForm): void {
  const end = text.indexOf('\n');
  const found = end > 0 && text.charAt(end - 1) === '\r' ? 'CRLF' : 'LF';
  if (end >= 0 && found !== form.lineEndingName) {
    throw new CsvProblem(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${form.lineEndingName}`,
    );
  }
}
