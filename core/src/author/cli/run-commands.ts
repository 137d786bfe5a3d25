import { existsSync } from 'node:fs';
import { writeReport } from '../report/write-report.ts';
import { eraseLead } from '../run/erase-lead.ts';
import { explainLead } from '../run/explain-lead.ts';
import { reportOfRun } from '../run/report-of-run.ts';
import { needStart, RunFolder } from '../run/run-folder.ts';
import { RunLock } from '../run/run-lock.ts';
import { verifyRun, type Verification } from '../run/verify-run.ts';
import { printStory } from './print-story.ts';
import { problemTexts } from './problem-texts.ts';
import { Progress } from './progress.ts';
import { wordOf } from './write-out.ts';

const findings = 1;

export async function runExplain(id: string, options: { out: string }): Promise<void> {
  printStory(await explainLead(new RunFolder(options.out), id));
}

export async function runVerify(options: { out: string; seal?: string }): Promise<void> {
  const progress = new Progress(process.stderr.isTTY);
  let result: Verification;
  try {
    result = await verifyRun(new RunFolder(options.out), options.seal ?? null, (bytes, total, rows) =>
      progress.show('verifying', bytes, total, rows),
    );
  } finally {
    progress.stop();
  }
  for (const finding of result.findings) {
    console.error(finding);
  }
  console.log(
    `${result.rows} ${wordOf(result.rows, 'record')}: ${result.decidedAgain} decided again to the same bytes, ${result.erased} erased`,
  );
  console.log(`last seal ${result.lastSeal === '' ? '–' : result.lastSeal}`);
  if (result.findingCount > 0) {
    const count = `${result.findingCount} ${wordOf(result.findingCount, 'finding')}`;
    console.error(`${count}: this run is not as it was sealed.`);
    process.exitCode = findings;
  } else {
    console.log('Every hash, every seal and every decision holds.');
  }
}

export async function runErase(id: string, options: { out: string; listed: number }): Promise<void> {
  const folder = new RunFolder(options.out);
  const hadReport = existsSync(folder.file('report.html'));
  const erased = await eraseLead(folder, id, async () => {
    if (hadReport) {
      await rebuild(folder, options.listed);
    }
  });
  const report = hadReport ? ' The report was written anew without it.' : '';
  console.log(`Erased the personal part of ${erased} ${wordOf(erased, 'record')}.${report}`);
  console.log('The file that the lead came from, and copies of the report, are yours to clean.');
}

export async function runReport(options: { out: string; listed: number }): Promise<void> {
  const folder = new RunFolder(options.out);
  needStart(folder);
  const lock = RunLock.take(folder.folder);
  try {
    await rebuild(folder, options.listed);
  } finally {
    lock.free();
  }
  console.log(`Report   ${folder.file('report.html')}`);
}

async function rebuild(folder: RunFolder, listCap: number): Promise<void> {
  const data = await reportOfRun(folder, { listCap, timeZone: 'UTC', problemTexts });
  await writeReport(data, folder.file('report.html'));
}
