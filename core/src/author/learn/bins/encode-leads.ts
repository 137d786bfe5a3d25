import { columnOf, type LeadTable, type NumberColumn, type TextColumn } from '../table/lead-table.ts';
import {
  countCodes,
  firstBinCode,
  missingCode,
  otherCode,
  type AttributeBins,
  type NumberBins,
  type TextBins,
} from './attribute-bins.ts';

/** Leads as codes: a list of codes for each attribute, in the order of the rows. */
export type EncodedLeads = { rowCount: number; codes: Uint8Array[]; codeCounts: number[] };

/** Finds the bin of every value. A text that no bin lists is "other"; whole numbers always have a range. */
export function encodeLeads(table: LeadTable, rows: Int32Array, attributes: readonly AttributeBins[]): EncodedLeads {
  return {
    rowCount: rows.length,
    codes: attributes.map((bins) => encodeAttribute(table, rows, bins)),
    codeCounts: attributes.map(countCodes),
  };
}

function encodeAttribute(table: LeadTable, rows: Int32Array, bins: AttributeBins): Uint8Array {
  const column = columnOf(table, bins.fieldKey);
  if (column === undefined || column.kind !== bins.kind) {
    return new Uint8Array(rows.length);
  }
  return column.kind === 'number'
    ? encodeNumbers(column, rows, bins as NumberBins)
    : encodeTexts(column, rows, bins as TextBins);
}

function encodeNumbers(column: NumberColumn, rows: Int32Array, { lows }: NumberBins): Uint8Array {
  const codes = new Uint8Array(rows.length);
  const edges = Float64Array.from(lows);
  for (let place = 0; place < rows.length; place += 1) {
    const value = column.values[rows[place]!]!;
    codes[place] = Number.isNaN(value)
      ? missingCode
      : edges.length === 0
        ? otherCode
        : firstBinCode + rangeOf(edges, value);
  }
  return codes;
}

/** The last range that begins at or below the value; the first range has no low. */
function rangeOf(lows: Float64Array, value: number): number {
  let low = 0;
  let high = lows.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lows[middle]! <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

function encodeTexts(column: TextColumn, rows: Int32Array, { groups }: TextBins): Uint8Array {
  const groupByText = new Map<string, number>();
  groups.forEach((texts, group) => texts.forEach((text) => groupByText.set(text, group)));
  const codeByText = column.texts.map((text) => {
    const group = groupByText.get(text);
    return group === undefined ? otherCode : firstBinCode + group;
  });
  const codes = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const text = column.codes[rows[place]!]!;
    codes[place] = text < 0 ? missingCode : codeByText[text]!;
  }
  return codes;
}
