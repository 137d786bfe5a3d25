import type { PolicyRow } from '../../../../core/src/decide/index.ts';
import { fieldNameOf, objectNameOf } from '../../../policy-rows/row-names.ts';
import { rowTables, type Column, type RowTable } from '../../../../core/src/author/policy/row-tables.ts';
import type { Org, OrgRecord } from '../org/org.ts';
import { numberOrNull } from '../org/read-values.ts';

/** So many kinds are asked for at once: an org answers few long requests of one user at a time. */
const atOnce = 5;

/**
 * The rows that ops edit in the org's list views, of all kinds, as the engine reads them.
 *
 * Example: `assemble(await readWorkingRows(org, (done, kinds) => progress.update(done)))`.
 */
export async function readWorkingRows(
  org: Org,
  onProgress: (done: number, kinds: number) => void = () => {},
): Promise<PolicyRow[]> {
  const rows: PolicyRow[] = [];
  for (let first = 0; first < rowTables.length; first += atOnce) {
    const batch = rowTables.slice(first, first + atOnce);
    const found = await Promise.all(batch.map((table) => readKind(org, table)));
    rows.push(...found.flat());
    onProgress(Math.min(first + atOnce, rowTables.length), rowTables.length);
  }
  return rows;
}

async function readKind(org: Org, table: RowTable): Promise<PolicyRow[]> {
  const fields = ['Position__c', ...table.columns.map(({ column }) => fieldNameOf(column))];
  const records = await org.selectAll(objectNameOf(table.kind), fields, 'ORDER BY Position__c, Id');
  return records.map((record) => rowOf(table, record));
}

function rowOf(table: RowTable, record: OrgRecord): PolicyRow {
  return {
    kind: table.kind,
    position: numberOrNull(record, 'Position__c') ?? 0,
    cells: table.columns.map((column) => ({ column: column.column, text: cellOf(column, record) })),
  };
}

/** The engine reads every cell as text; an empty one is null. */
function cellOf({ column, form }: Column, record: OrgRecord): string | null {
  const value = record[fieldNameOf(column)];
  if (form === 'flag') return value === true ? 'yes' : 'no';
  if (typeof value === 'number') return String(Math.trunc(value));
  return typeof value === 'string' && value !== '' ? value : null;
}
