import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';

/** What became of a bulk load. */
export type Loaded = { readonly saved: number; readonly refused: number; readonly firstRefusal: string | null };

/** Loads leads by Bulk API 2.0 and waits until everything that they started has ended. */
export async function bulkLoad(
  installation: Installation,
  records: readonly Record<string, unknown>[],
): Promise<Loaded> {
  const { admin } = installation;
  admin.bulk2.pollInterval = 50;
  admin.bulk2.pollTimeout = 600_000;
  const results = await admin.bulk2.loadAndWaitForResults({
    object: 'Lead',
    operation: 'insert',
    input: [...records],
  });
  await installation.connected.settled();
  const first = results.failedResults[0] as { sf__Error?: string } | undefined;
  return {
    saved: results.successfulResults.length,
    refused: results.failedResults.length,
    firstRefusal: first?.sf__Error ?? null,
  };
}
