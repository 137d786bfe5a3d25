import { BIGINT, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { LeadTable } from '../learn/table/lead-table.ts';
import type { History } from './open-history.ts';

const rowsOfChunk = 2_048;

/** Puts the keys and arrivals of a table's leads beside the files, as `named_leads`; `lead_key` is the row of the lead. */
export async function layLeads({ connection }: History, table: LeadTable): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE named_leads (lead_name VARCHAR, lead_key INTEGER, arrived_at BIGINT)',
  );
  const appender = await connection.createAppender('named_leads');
  for (let first = 0; first < table.rowCount; first += rowsOfChunk) {
    const count = Math.min(rowsOfChunk, table.rowCount - first);
    const chunk = DuckDBDataChunk.create([VARCHAR, INTEGER, BIGINT], count);
    const rows = Array.from({ length: count }, (_, place) => first + place);
    chunk.setColumns([
      rows.map((row) => table.leadKeys[row]!),
      rows,
      rows.map((row) => {
        const arrivedAt = table.arrivedAt[row]!;
        return Number.isNaN(arrivedAt) ? null : BigInt(arrivedAt);
      }),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
