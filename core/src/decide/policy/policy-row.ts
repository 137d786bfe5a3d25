import type { Problem } from '../model/problem.ts';
import { printInt, printLong, readLong, toInt, toLong, type Int, type Long } from '../model/number.ts';
import { orderTexts, splitText } from '../model/text.ts';

/**
 * What a row is about. Each kind is a table that ops read and edit in native list views: custom objects in one CRM,
 * records in the other.
 */
export type RowKind =
  | 'setting'
  | 'field'
  | 'scorecard'
  | 'attribute'
  | 'bin'
  | 'table'
  | 'signal'
  | 'phraseList'
  | 'tier'
  | 'guard'
  | 'inquiryRoute'
  | 'territory'
  | 'rule'
  | 'condition'
  | 'cell'
  | 'destination'
  | 'pool'
  | 'ramp'
  | 'member'
  | 'sla'
  | 'escalation'
  | 'question'
  | 'experiment';

/** One column of a row. Empty columns are null; every value is written as text, numbers in decimal digits. */
export type RowCell = { column: string; text: string | null };

/** One row of a policy. `position` orders the rows of a kind; what it belongs to is named in its cells. */
export type PolicyRow = { kind: RowKind; position: Int; cells: RowCell[] };

/** Separates the values of a cell that holds several. No value may contain it. */
export const valueSeparator: string = ';';

/** A row that is being read, with the place where its problems go. */
export type RowReader = { row: PolicyRow; problems: Problem[] };

/** The rows of a kind by position; equal positions by their first cell, so that no order of arrival decides. */
export function rowsOfKind(rows: PolicyRow[], kind: RowKind): PolicyRow[] {
  const found: PolicyRow[] = [];
  const orderKeys: string[] = [];
  for (const row of rows) {
    if (row.kind === kind) {
      found.push(row);
      orderKeys.push(`${paddedPosition(row.position)} ${firstText(row)}`);
    }
  }
  const ordered: PolicyRow[] = [];
  for (const place of orderTexts(orderKeys)) {
    ordered.push(found[place]!);
  }
  return ordered;
}

function paddedPosition(position: Int): string {
  const digits = printInt(position);
  return `${'0000000000'.substring(digits.length < 10 ? digits.length : 10)}${digits}`;
}

function firstText(row: PolicyRow): string {
  return row.cells.length === 0 ? '' : (row.cells[0]!.text ?? '');
}

/** A cell's text; null when the column is empty or not there. */
export function optionalText(reader: RowReader, column: string): string | null {
  for (const cell of reader.row.cells) {
    if (cell.column === column) {
      return cell.text === '' ? null : cell.text;
    }
  }
  return null;
}

/** As optionalText; an empty column is a problem and reads as an empty text. */
export function requiredText(reader: RowReader, column: string): string {
  const text = optionalText(reader, column);
  if (text === null) {
    addRowProblem(reader, 'POL110', column, 'nothing');
    return '';
  }
  return text;
}

/** A text that may be empty. */
export function anyText(reader: RowReader, column: string): string {
  return optionalText(reader, column) ?? '';
}

/** One of a few words; anything else is a problem and reads as the first of them. */
export function oneOfTexts(reader: RowReader, column: string, allowed: string[]): string {
  const text = requiredText(reader, column);
  if (text === '' || allowed.includes(text)) {
    return text === '' ? allowed[0]! : text;
  }
  addRowProblem(reader, 'POL111', column, `"${text}", not one of ${allowed.join(', ')}`);
  return allowed[0]!;
}

/** A whole number, or null for an empty column. */
export function optionalLong(reader: RowReader, column: string): Long | null {
  const text = optionalText(reader, column);
  if (text === null) {
    return null;
  }
  const whole = readLong(text);
  if (whole === null) {
    addRowProblem(reader, 'POL112', column, `"${text}", not a whole number`);
  }
  return whole;
}

const largestInt: Long = 2147483647;

/** A whole number of 32 bits, or null for an empty column. */
export function optionalInt(reader: RowReader, column: string): Int | null {
  const whole = optionalLong(reader, column);
  if (whole === null) {
    return null;
  }
  if (whole > largestInt || whole < -largestInt) {
    addRowProblem(reader, 'POL112', column, `${printLong(whole)}, too large a number`);
    return null;
  }
  return toInt(whole);
}

/** As optionalInt; an empty column is a problem and reads as 0. */
export function requiredInt(reader: RowReader, column: string): Int {
  if (optionalText(reader, column) === null) {
    addRowProblem(reader, 'POL110', column, 'nothing');
    return 0;
  }
  return optionalInt(reader, column) ?? 0;
}

/** yes or no; anything else is a problem and reads as no. */
export function yesOrNo(reader: RowReader, column: string): boolean {
  return oneOfTexts(reader, column, ['no', 'yes']) === 'yes';
}

/** The values of a cell that holds several; none for an empty column. */
export function severalTexts(reader: RowReader, column: string): string[] {
  const text = optionalText(reader, column);
  return text === null ? [] : splitText(text, valueSeparator);
}

/** The whole numbers of a cell that holds several. */
export function severalInts(reader: RowReader, column: string): Int[] {
  const amounts: Int[] = [];
  for (const text of severalTexts(reader, column)) {
    const amount = readLong(text);
    if (amount === null || amount > largestInt || amount < -largestInt) {
      addRowProblem(reader, 'POL112', column, `"${text}", not a whole number`);
    } else {
      amounts.push(toInt(amount));
    }
  }
  return amounts;
}

/** Notes what is wrong with a column of a row. */
export function addRowProblem(reader: RowReader, code: string, column: string, found: string): void {
  const about = `${reader.row.kind} row ${printLong(toLong(reader.row.position) + 1)}, ${column}`;
  reader.problems.push({ code: code, about: about, found: found });
}

export function textCell(column: string, text: string | null): RowCell {
  return { column: column, text: text === '' ? null : text };
}

export function longCell(column: string, whole: Long | null): RowCell {
  return { column: column, text: whole === null ? null : printLong(whole) };
}

export function intCell(column: string, whole: Int | null): RowCell {
  return { column: column, text: whole === null ? null : printInt(whole) };
}

export function yesCell(column: string, isSo: boolean): RowCell {
  return { column: column, text: isSo ? 'yes' : 'no' };
}

export function severalCell(column: string, texts: string[]): RowCell {
  return textCell(column, texts.join(valueSeparator));
}
