import type { PortalRecords } from '../../records/portal-records.ts';
import { RecordRefusal } from '../../records/record-refusal.ts';

/** What an import did. Rows count from 0. */
export type ImportOutcome = {
  readonly created: number;
  readonly updated: number;
  readonly refused: readonly { readonly row: number; readonly message: string }[];
  /** By row; null where it was refused. */
  readonly ids: readonly (string | null)[];
};

/**
 * Imports contacts as somebody does with a file: by e-mail address they are written over or created. A row that the portal
 * does not take leaves the others alone.
 *
 * @param importId what `hs_object_source_id` of the contacts will say
 */
export function importContacts(
  records: PortalRecords,
  rows: readonly Readonly<Record<string, string>>[],
  importId: string,
): ImportOutcome {
  const source = { sourceType: 'IMPORT', sourceId: importId, userId: null };
  let created = 0;
  let updated = 0;
  const refused: { row: number; message: string }[] = [];
  const ids = rows.map((properties, row) => {
    try {
      const email = properties['email'] ?? '';
      const known = email === '' ? null : records.findRecord('0-1', email, 'email');
      if (known === null) {
        const { id } = records.createRecord('0-1', properties, source);
        created += 1;
        return id;
      }
      records.updateRecord('0-1', known.id, properties, source);
      updated += 1;
      return known.id;
    } catch (error) {
      if (!(error instanceof RecordRefusal)) throw error;
      refused.push({ row, message: error.message });
      return null;
    }
  });
  return { created, updated, refused, ids };
}
