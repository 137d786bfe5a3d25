import { createReportCollector } from '../report/create-report-collector.ts';
import type { ReportData, ReportEntry, ReportOptions } from '../report/report-data.ts';
import { readEntries, type LogEntry } from './decision-log.ts';
import { entryOfLog } from './report-entry.ts';
import { readSnapshots } from './read-snapshots.ts';
import { needStart, type RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';

/** Rebuilds the report of a run from its folder alone, so that it shows what the log still holds and nothing more. */
export async function reportOfRun(
  folder: RunFolder,
  options: Pick<ReportOptions, 'listCap' | 'timeZone' | 'problemTexts'>,
): Promise<ReportData> {
  const start = needStart(folder);
  const run = readSnapshots(folder, {
    policy: start.policyHash,
    roster: start.rosterHash,
    calendars: start.calendarsHash,
  });
  const collector = createReportCollector(run.policy, run.roster, {
    ...options,
    runName: start.leadsFile,
    policyHash: start.policyHash,
  });
  for await (const entry of readEntries(folder.file('decisions.jsonl'))) {
    collector.add(readable(entry));
  }
  return collector.finish();
}

function readable(entry: LogEntry): ReportEntry {
  try {
    return entryOfLog(entry);
  } catch {
    throw new RunError([
      {
        code: 'RUN106',
        about: `row ${entry.row}`,
        found: 'its decision part is not readable',
        next: 'look with "verify" what was changed, and restore the log. The report was not written.',
      },
    ]);
  }
}
