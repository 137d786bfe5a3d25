import path from 'node:path';
import { emptyDirectory, readActivities } from '../../../core/src/author/run/crm-directory.ts';
import { guessMapping } from '../../../core/src/author/run/guess-mapping.ts';
import { leadOfRow } from '../../../core/src/author/run/lead-of-row.ts';
import { openRowFile } from '../../../core/src/author/run/read-rows.ts';
import type { Activity, Submission } from '../../../core/src/decide/model/submission.ts';

export const sampleFolder = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample');

/** HubSpot's property takes more, but nobody's score moves by what they did before that. */
const mostActivities = 30;

/** Somebody of the sample who writes in, with what they did before that, the latest first. */
export type SampleLead = { readonly submission: Submission; readonly activities: readonly Activity[] };

/** The sample's leads in their order. */
export async function readSampleLeads(folder: string = sampleFolder): Promise<SampleLead[]> {
  const directory = emptyDirectory();
  await readActivities(directory, path.join(folder, 'activities.csv'));
  const leads: SampleLead[] = [];
  let earlier = 0;
  const file = path.join(folder, 'leads.csv');
  const mapping = await guessMapping(await openRowFile(file, '--leads'));
  for await (const row of (await openRowFile(file, '--leads')).rows) {
    if (row.kind === 'row') {
      const { submission } = leadOfRow(row.cells, leads.length + 2, mapping, earlier);
      earlier = submission.receivedAt;
      const done = directory.activitiesByLead.get(submission.submissionKey) ?? [];
      const before = done.filter(({ occurredAt }) => occurredAt <= submission.receivedAt).slice(0, mostActivities);
      leads.push({ submission, activities: before });
    }
  }
  return leads;
}

/** When the sample ends, in UTC milliseconds: what it says of the past is as long ago, seen from now. */
export function endOfSample(leads: readonly SampleLead[]): number {
  return Math.max(0, ...leads.map(({ submission }) => submission.receivedAt));
}
