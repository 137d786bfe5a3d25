import { tellStory } from '../../decide/record/tell-story.ts';
import type { Story } from '../../decide/record/story.ts';
import { readLog, type LogEntry } from './decision-log.ts';
import { recordOfText } from './read-record.ts';
import { readSnapshots } from './read-snapshots.ts';
import { readStart, type RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';

/** A decision found in a run, with its story. */
export type Explanation = { entry: LogEntry; story: Story };

/** Finds a decision by lead id, by row ("#12") or by the beginning of its hash, and tells its story. */
export async function explainLead(folder: RunFolder, wanted: string): Promise<Explanation> {
  const start = readStart(folder);
  if (start === null) {
    throw new RunError([
      { code: 'VER002', about: folder.folder, found: 'holds no run', next: 'run "npm start" first, or give a folder with --out.' },
    ]);
  }
  const nearby: string[] = [];
  for await (const { entry } of readLog(folder.file('decisions.jsonl'))) {
    if (entry === null) {
      continue;
    }
    const leadKey = leadKeyOf(entry);
    if (leadKey === wanted || `#${entry.row}` === wanted || (wanted.length >= 8 && entry.decisionHash.startsWith(wanted))) {
      const hashes = { policy: start.policyHash, roster: start.rosterHash, calendars: start.calendarsHash };
      const run = readSnapshots(folder, hashes);
      return { entry, story: tellStory(recordOfText(entry.decisionText), run.policy, run.roster) };
    }
    if (nearby.length < 3 && leadKey !== null) {
      nearby.push(leadKey);
    }
  }
  throw new RunError([
    {
      code: 'EXP001',
      about: `lead "${wanted}"`,
      found: `is not in ${folder.folder}`,
      next: `give a lead id (such as ${nearby.join(', ')}), a row such as #12, or at least 8 characters of a record's hash.`,
    },
  ]);
}

/** The id under which the lead arrived; null once its personal part is erased. */
export function leadKeyOf(entry: LogEntry): string | null {
  if (entry.personalText === null) {
    return null;
  }
  return (JSON.parse(entry.personalText) as { submission: { submissionKey: string } }).submission.submissionKey;
}
