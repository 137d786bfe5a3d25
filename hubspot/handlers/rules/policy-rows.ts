import * as z from 'zod';
import type { PolicyRow, RowKind } from '../../../core/src/decide/index.ts';
import { rowTables } from '../../../core/src/author/policy/row-tables.ts';
import type { DraftRow } from './draft-row.ts';

const rowKinds: ReadonlySet<string> = new Set(rowTables.map(({ kind }) => kind));

function isRowKind(kind: string): kind is RowKind {
  return rowKinds.has(kind);
}

/** Those rows of a draft that are policy, as core reads them. */
export function policyRowsOf(rows: readonly DraftRow[]): PolicyRow[] {
  return rows.flatMap(({ kind, position, cells }) => (isRowKind(kind) ? [{ kind, position, cells: [...cells] }] : []));
}

const canonicalRows = z.array(z.tuple([z.string(), z.record(z.string(), z.string().nullable())]));

/**
 * The rows of a published text; each kind counts its positions from 0. Null where the text is not what core writes.
 *
 * rowsOfText('[\n["setting",{"settingKey":"mode","settingText":"live"}]\n]\n') → one row of kind setting.
 */
export function rowsOfText(text: string): PolicyRow[] | null {
  const read = canonicalRows.safeParse(parseOrNull(text));
  if (!read.success) return null;
  const counts = new Map<string, number>();
  const rows: PolicyRow[] = [];
  for (const [kind, cells] of read.data) {
    if (!isRowKind(kind)) return null;
    const position = counts.get(kind) ?? 0;
    counts.set(kind, position + 1);
    rows.push({ kind, position, cells: Object.entries(cells).map(([column, text]) => ({ column, text })) });
  }
  return rows;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The policy's own name in a published text; empty where it has none. */
export function policyNameOf(text: string): string {
  const setting = (rowsOfText(text) ?? []).find(({ kind, cells }) => kind === 'setting' && cells[0]?.text === 'name');
  return setting?.cells[1]?.text ?? '';
}
