import type { Installation } from '../installation/installation.ts';

/** What became of the leads that were sent. */
export type Sent = { readonly saved: number; readonly refused: readonly string[]; readonly seconds: number };

/** Sends leads through the API, 200 a request as jsforce does, and waits until everything that they started has ended. */
export async function sendLeads(
  installation: Installation,
  records: readonly Record<string, unknown>[],
  onProgress: (count: number) => void,
): Promise<Sent> {
  const startedAt = performance.now();
  const refused: string[] = [];
  let saved = 0;
  for (let start = 0; start < records.length; start += 200) {
    const results = await installation.admin.sobject('Lead').create(records.slice(start, start + 200));
    for (const result of results) {
      if (result.success) saved += 1;
      else refused.push(result.errors.map((each) => each.message).join('; '));
    }
    await installation.connected.settled();
    onProgress(Math.min(start + 200, records.length));
  }
  return { saved, refused, seconds: (performance.now() - startedAt) / 1_000 };
}
