import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import type { CrmRecord, PropertyValues } from '../crm/crm.ts';
import { draftTables, findTable, tableOf, type DraftKind, type DraftRow } from './draft-row.ts';
import { keepText, takeText, takeWhole } from './kept-text.ts';
import { columnProperties, propertyOf, rowProperty } from './row-properties.ts';
import { rowProblemCodes } from './row-problem-codes.ts';
import type { RuleProblem } from './rule-store.ts';

const allColumns = columnProperties().map(({ column }) => column);

/** All properties of a row's record. */
export const rowPropertyNames: readonly string[] = [...Object.values(rowProperty), ...allColumns.map(propertyOf)];

/** What a row's record holds, but for what Signalbox writes beside it. Columns of other kinds are emptied. */
export function propertiesOfRow(row: DraftRow): PropertyValues {
  const properties: Record<string, string | null> = {
    [rowProperty.kind]: row.kind,
    [rowProperty.position]: String(row.position),
  };
  for (const column of allColumns) {
    properties[propertyOf(column)] = null;
  }
  for (const { column, text } of row.cells) {
    properties[propertyOf(column)] = text === null || text === '' ? null : keepText(text);
  }
  return properties;
}

/** A record that is a row, or what keeps it from being one. */
export type ReadRow =
  { readonly isRow: true; readonly row: DraftRow } | { readonly isRow: false; readonly problem: RuleProblem };

/** How problems name a record that is no row. */
export function aboutRecord(recordId: string): string {
  return `rule record ${recordId}`;
}

/** Reads a record. Only its kind and its position must be there; what is wrong with the rest, core says. */
export function rowOfRecord(record: CrmRecord): ReadRow {
  const kind = valueOf(record.properties, rowProperty.kind);
  const table = kind === null ? null : findTable(kind);
  if (kind === null || table === null) {
    return { isRow: false, problem: unknownKind(record.id, kind) };
  }
  const position = readPosition(valueOf(record.properties, rowProperty.position));
  if (position === null) {
    return { isRow: false, problem: noPosition(record.id, table.kind) };
  }
  const cells = table.columns.map(({ column, form }) => {
    const kept = valueOf(record.properties, propertyOf(column));
    return { column, text: kept === null ? null : form === 'whole' ? takeWhole(kept) : takeText(kept) };
  });
  return { isRow: true, row: { kind: table.kind, position, cells } };
}

/** A value; null where it is empty. Line breaks are as they were written. */
export function valueOf(properties: PropertyValues, property: string): string | null {
  const value = properties[property] ?? null;
  return value === null || value === '' ? null : value.replaceAll('\r\n', '\n');
}

function readPosition(kept: string | null): number | null {
  const position = kept === null ? null : takeWhole(kept);
  return position !== null && /^-?[0-9]{1,9}$/.test(position) ? Number(position) : null;
}

function unknownKind(recordId: string, kind: string | null): RuleProblem {
  const kinds = draftTables.map((table) => table.kind);
  const similar = kind === null ? [] : similarNames(kind, kinds);
  const hint = similar.length === 0 ? '' : `Known names like it: ${similar.join(', ')}. `;
  return {
    code: rowProblemCodes.unknownKind,
    about: aboutRecord(recordId),
    found: kind === null ? 'no kind of row' : `"${kind}", which is no kind of row`,
    next: `${hint}Choose the kind of row, or archive the record.`,
  };
}

function noPosition(recordId: string, kind: DraftKind): RuleProblem {
  return {
    code: rowProblemCodes.noPosition,
    about: aboutRecord(recordId),
    found: 'no position that is a whole number',
    next: `Give it a position among the rows of the kind ${tableOf(kind).label}; gaps do not matter.`,
  };
}
