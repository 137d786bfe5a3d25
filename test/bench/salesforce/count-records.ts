import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';

/** How many records a query with COUNT() finds: countRecords(installation, "Lead WHERE SbxState__c = 'decided'"). */
export async function countRecords({ admin, names }: Installation, from: string): Promise<number> {
  return (await admin.query(names.query(`SELECT COUNT() FROM ${from}`))).totalSize;
}

/** All records of a query, page after page. */
export async function readAll<T>({ admin, names }: Installation, query: string): Promise<T[]> {
  const records: T[] = [];
  let page = await admin.query<Record<string, unknown>>(names.query(query));
  for (;;) {
    records.push(...(page.records as T[]));
    if (page.done || page.nextRecordsUrl === undefined) return records;
    page = await admin.queryMore<Record<string, unknown>>(page.nextRecordsUrl);
  }
}
