/**
 * The command line of the engine: decide a file of leads, explain a decision, verify a run.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Mode } from '../decide/model/policy.ts';
import { printRun, printMapping } from './cli/print-run.ts';
import { printStory } from './cli/print-story.ts';
import { Progress } from './cli/progress.ts';
import { problemTexts } from './cli/problem-texts.ts';
import { createReportCollector } from './report/create-report-collector.ts';
import { writeReport } from './report/write-report.ts';
import { decideFile, type RunRequest, type RunResult } from './run/decide-file.ts';
import { eraseLead } from './run/erase-lead.ts';
import { explainLead } from './run/explain-lead.ts';
import { RunFolder } from './run/run-folder.ts';
import { formatMessage, RunError } from './run/run-message.ts';
import { sealRun } from './run/seal-run.ts';
import { verifyRun } from './run/verify-run.ts';

const sampleFolder = fileURLToPath(new URL('../../sample/', import.meta.url));
const sampleFile = (name: string): string => path.join(sampleFolder, name);
/** Something in the input was wrong; good rows were decided all the same. */
const badInput = 2;
const interrupted = 130;

type DecideOptions = {
  leads?: string;
  map?: string;
  policy?: string;
  roster?: string;
  accounts?: string;
  contacts?: string;
  activities?: string;
  out?: string;
  mode?: Mode;
  fresh?: boolean;
  listed: string;
  quiet?: boolean;
};

const program = new Command('signalbox')
  .description(
    'Decides leads: an explained score, the right owner and a running clock for each.\n' +
      'Without options it decides the sample that comes with it. Behind npm write: npm start -- --leads FILE',
  )
  .helpCommand(false)
  .showHelpAfterError('Run "npm start -- --help" to see what there is.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : badInput));

program
  .command('decide', { isDefault: true })
  .description('decide every lead of a file (this is what a bare "npm start" does with the sample)')
  .option('--leads <file>', 'CSV with a header, or a JSON object a line')
  .option('--map <mapping>', 'which column fills which field; guessed and written out when left away')
  .option('--policy <policy>', 'policy file; the starter policy when left away')
  .option('--roster <file>', 'reps, calendars and own domains; everybody is there from 9 to 18 UTC when left away')
  .option('--accounts <file>', 'accounts that the CRM knows')
  .option('--contacts <file>', 'contacts that the CRM knows')
  .option('--activities <file>', 'what the leads did')
  .option('--out <folder>', 'where records and report go; runs/NAME when left away')
  .addOption(new Option('--mode <mode>', 'overrides the mode of the policy').choices(['observe', 'suggest', 'live']))
  .option('--fresh', 'begin anew even where the folder holds a run')
  .option('--listed <count>', 'the most leads in the list of the report', '3000')
  .option('--quiet', 'no progress bar and no summary')
  .action(runDecide);

program
  .command('explain')
  .description('tell one decision as a story')
  .argument('<id>', 'lead id, row such as #12, or the beginning of a record hash')
  .option('--out <folder>', 'folder of the run', 'runs/sample')
  .action(async (id: string, options: { out: string }) => {
    printStory(await explainLead(new RunFolder(options.out), id));
  });

program
  .command('verify')
  .description('decide every record of a run again and check the sealed chain')
  .option('--out <folder>', 'folder of the run', 'runs/sample')
  .action(runVerify);

program
  .command('erase')
  .description('erase the personal part of a lead; its decision and the chain stay')
  .argument('<id>', 'lead id')
  .option('--out <folder>', 'folder of the run', 'runs/sample')
  .action(async (id: string, options: { out: string }) => {
    const erased = await eraseLead(new RunFolder(options.out), id);
    if (erased === 0) {
      throw new RunError([
        { code: 'EXP001', about: `lead "${id}"`, found: `is not in ${options.out}`, next: 'check the id with "explain".' },
      ]);
    }
    console.log(`Erased the personal part of ${erased} record${erased === 1 ? '' : 's'}. The report still holds it: write it anew.`);
  });

async function runDecide(options: DecideOptions): Promise<void> {
  const request = requestOf(options);
  const progress = new Progress(process.stderr.isTTY && options.quiet !== true);
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const result = await decideFile(request, {
    onMapping: (mapping, isGuessed) => {
      if (options.quiet !== true && options.leads !== undefined) {
        printMapping(mapping, isGuessed, path.join(request.outFolder, 'mapping.json'));
      }
    },
    onProgress: (phase, bytes, total, rows) => {
      if (options.quiet !== true) {
        progress.show(phase, bytes, total, rows);
      }
    },
    collectorFor: (run) =>
      createReportCollector(run.policy, run.roster, {
        runName: path.basename(request.leadsFile),
        policyHash: run.context.policyHash,
        listCap: Math.max(1, Number.parseInt(options.listed, 10) || 1),
        timeZone: 'UTC',
        problemTexts,
      }),
    isStopped: () => isStopped,
  });
  progress.stop();
  process.exitCode = result.isStopped ? interrupted : await finish(result, options);
  if (result.isStopped) {
    console.error(`\nStopped after ${result.decided} leads. Run the same command again to go on; nothing is lost.`);
  }
}

async function finish(result: RunResult, options: DecideOptions): Promise<number> {
  const seal = await sealRun(result.folder);
  if (result.collector !== null) {
    const data = result.collector.finish();
    await writeReport(data, result.folder.file('report.html'));
    if (options.quiet !== true) {
      printRun(data);
    }
  }
  if (result.continued > 0) {
    console.log(`\n${result.continued} of these records were there already and came out the same again.`);
  }
  console.log(`\nReport   ${result.folder.file('report.html')}`);
  console.log(`Records  ${result.folder.file('decisions.jsonl')}, sealed with ${seal}`);
  const example = options.leads === undefined ? 'explain L-10100' : 'explain ID';
  const out = options.leads === undefined && options.out === undefined ? '' : ` --out ${result.folder.folder}`;
  console.log(`Next     npm start -- ${example}${out}     npm start -- verify${out}`);
  return reportMessages(result);
}

function reportMessages(result: RunResult): number {
  if (result.messageCount === 0) {
    return 0;
  }
  console.error(`\n${result.messageCount} rows could not be decided; all others were:`);
  for (const message of result.messages.slice(0, 10)) {
    console.error(formatMessage(message));
  }
  if (result.messageCount > 10) {
    console.error(`and ${result.messageCount - 10} more in ${result.folder.file('problems.jsonl')}`);
  }
  return badInput;
}

/** The sample comes with its own CRM; for other files only what was named is read. */
function requestOf(options: DecideOptions): RunRequest {
  const isSample = options.leads === undefined;
  const leadsFile = options.leads ?? sampleFile('leads.csv');
  const given = (file: string | undefined, name: string): string | null => file ?? (isSample ? sampleFile(name) : null);
  return {
    leadsFile,
    mapFile: options.map ?? null,
    policyFile: options.policy ?? null,
    rosterFile: given(options.roster, 'roster.json'),
    accountsFile: given(options.accounts, 'accounts.csv'),
    contactsFile: given(options.contacts, 'contacts.csv'),
    activitiesFile: given(options.activities, 'activities.csv'),
    outFolder: options.out ?? path.join('runs', isSample ? 'sample' : path.basename(leadsFile).replace(/\.[^.]+$/, '')),
    mode: options.mode ?? null,
    isFresh: options.fresh === true || (isSample && options.out === undefined),
    startedAt: Date.now(),
  };
}

async function runVerify(options: { out: string }): Promise<void> {
  const result = await verifyRun(new RunFolder(options.out), () => undefined);
  for (const message of result.messages) {
    console.error(formatMessage(message));
  }
  console.log(`${result.rows} records: ${result.decidedAgain} decided again to the same bytes, ${result.erased} erased`);
  console.log(`last seal ${result.lastSeal}`);
  if (result.messageCount > 0) {
    console.error(`${result.messageCount} findings: this run is not as it was sealed.`);
    process.exitCode = 1;
  } else {
    console.log('Every hash, every seal and every decision holds.');
  }
}

try {
  await program.parseAsync();
} catch (cause) {
  if (cause instanceof RunError) {
    console.error(cause.message);
    process.exitCode = badInput;
  } else {
    throw cause;
  }
}

