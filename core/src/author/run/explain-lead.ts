import { tellStory } from '../../decide/record/tell-story.ts';
import type { Story } from '../../decide/record/story.ts';
import type { LogEntry } from './decision-log.ts';
import { findLead } from './find-lead.ts';
import { recordOfText } from './read-record.ts';
import { readSnapshots } from './read-snapshots.ts';
import { needStart, type RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';

/** A decision found in a run, with its story, and the rows of other decisions that the same words name. */
export type Explanation = { entry: LogEntry; story: Story; otherRows: number[] };

/** Finds a decision by lead id, by row ("#12") or by the beginning of its hash, and tells its story. */
export async function explainLead(folder: RunFolder, wanted: string): Promise<Explanation> {
  const start = needStart(folder);
  const found = await findLead(folder, wanted);
  const [entry, ...others] = found.entries as [LogEntry, ...LogEntry[]];
  const run = readSnapshots(folder, {
    policy: start.policyHash,
    roster: start.rosterHash,
    calendars: start.calendarsHash,
  });
  try {
    const story = tellStory(recordOfText(entry.decisionText), run.policy, run.roster);
    return { entry, story, otherRows: others.map(({ row }) => row) };
  } catch {
    throw new RunError([
      {
        code: 'RUN106',
        about: `row ${entry.row}`,
        found: 'its decision part is not readable',
        next: 'look with "verify" what was changed, and restore the log.',
      },
    ]);
  }
}
