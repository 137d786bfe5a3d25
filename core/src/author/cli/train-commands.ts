import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readInstant } from '../run/read-instant.ts';
import { outcomeColumns, type OutcomeColumn } from '../train/outcome-columns.ts';
import {
  inspectHistory,
  keepTraining,
  openHistory,
  trainHistory,
  type OpenedHistory,
  type TrainingRequest,
  type TrainingWatch,
} from '../train/train-files.ts';
import { hasProposal } from '../learn/publish/propose-policy.ts';
import { proposeWatched, watchCards } from '../learn/watch.ts';
import { readTraining, renewTraining } from '../train/read-training.ts';
import { writeFileWhole } from '../run/write-file.ts';
import { badInput } from './end-with.ts';
import { printHygiene } from './print-hygiene.ts';
import { printMapping } from './print-mapping.ts';
import { printMessages } from './print-messages.ts';
import { printTraining } from './print-training.ts';
import { printWatch } from './print-watch.ts';
import { Progress } from './progress.ts';
import { watchStop } from './stop-signal.ts';

const sampleFolder = fileURLToPath(new URL('../../../sample/', import.meta.url));
/** The history does not support a score. */
const refused = 1;

type TrainOptions = {
  leads?: string;
  map?: string;
  outcomes?: string;
  outcomeColumn?: Partial<Record<OutcomeColumn, string>>;
  activities?: string;
  policy?: string;
  settings?: string;
  asOf?: number;
  horizonDays?: number;
  landmarkDays?: number;
  out?: string;
  quiet?: boolean;
};

type WatchOptions = TrainOptions & { training: string; review: 'weekly' | 'quarterly' };

/** Adds the four commands that learn from files. */
export function addTrainCommands(program: Command): void {
  withHistory(
    program
      .command('train')
      .description('learn score cards from won and lost leads, and write them as a draft of the policy')
      .action((options: TrainOptions) => work(options, learn)),
  );
  withHistory(
    program
      .command('evaluate')
      .description('the same without a draft: how good would a trained card be on leads it never saw?')
      .action((options: TrainOptions) => work(options, evaluate)),
  );
  withHistory(
    program
      .command('hygiene')
      .description('look whether a history can teach anything: what is in place, partial or missing')
      .action((options: TrainOptions) => work(options, inspect)),
  );
  withHistory(
    program
      .command('watch')
      .description(
        'look after a trained policy: drift, whether chances come true, a renewed calibration, leads to review',
      )
      .requiredOption('--training <file>', 'the training.json that "train" wrote')
      .addOption(
        new Option('--review <cadence>', 'which leads a person should look at')
          .choices(['weekly', 'quarterly'])
          .default('weekly'),
      )
      .action((options: WatchOptions) => work(options, (history) => watchOver(history, options))),
  );
}

function withHistory(command: Command): void {
  command
    .option('--leads <file>', 'past leads; the sample when left away')
    .option('--map <mapping>', 'which column fills which field; guessed, shown and written when left away')
    .option(
      '--outcomes <file>',
      'how leads ended: Lead ID, Outcome, Closed At; else columns of the leads are looked for',
    )
    .option(
      '--outcome-column <name=header>',
      `which column is which, again for each: ${Object.keys(outcomeColumns).join(', ')}`,
      readOutcomeColumn,
    )
    .option('--activities <file>', 'what the leads did: Lead ID, Signal, At, Count')
    .option('--policy <policy>', 'the policy that decides today; the starter policy when left away')
    .option('--settings <file>', 'which field teaches which axis, and which way a number may work')
    .addOption(
      new Option('--as-of <date>', 'the day of looking; the last thing that happened in the files').argParser(readDay),
    )
    .addOption(
      new Option('--horizon-days <days>', 'a win counts within so many days; chosen from the history').argParser(
        readHorizon,
      ),
    )
    .addOption(
      new Option('--landmark-days <days>', 'look at engagement so many days after arrival; 0').argParser(readDays),
    )
    .option('--out <folder>', 'where report, model card and draft go; runs/learn-NAME when left away')
    .option('--quiet', 'no progress bar')
    .addHelpText(
      'after',
      '\nExit codes: 0 all well · 1 this history supports no better score, or a watched card is no longer believed · 2 something in the input was wrong · 130 stopped',
    );
}

type Learning = (history: OpenedHistory, request: TrainingRequest, watch: TrainingWatch) => Promise<number>;

async function work(options: TrainOptions, then: Learning): Promise<void> {
  const request = requestOf(options);
  const progress = new Progress(process.stderr.isTTY && options.quiet !== true);
  const watch: TrainingWatch = {
    onMapping: (mapping, headers, origin) => {
      if (options.leads !== undefined && options.quiet !== true) {
        printMapping(mapping, headers, origin, path.join(request.outFolder, 'mapping.json'));
      }
    },
    onProgress: (phase, done, total, rows) => {
      if (options.quiet !== true) {
        progress.show(phase, done, total, rows);
      }
    },
    isStopped: watchStop(),
  };
  try {
    const history = await openHistory(request, watch);
    progress.stop();
    const code = await then(history, request, { ...watch, onMapping: () => {} });
    process.exitCode = Math.max(code, showMessages(history));
  } finally {
    progress.stop();
  }
}

async function learn(history: OpenedHistory, request: TrainingRequest, watch: TrainingWatch): Promise<number> {
  const training = await trainHistory(history, request, watch);
  watch.onProgress('writing', 1, 1, training.leadCount);
  const { hasDraft } = await keepTraining(history, training);
  printTraining(training);
  console.log(`\nReport   ${history.folder.file('training.html')}`);
  console.log(`Card     ${history.folder.file('training.json')}`);
  if (hasDraft) {
    const draft = history.folder.file('policy.json');
    console.log(`Draft    ${draft} (nothing decides by it until somebody publishes it)`);
    console.log(
      `Next     read the report; then npm start -- --leads FILE --policy ${draft} shows how it would have decided`,
    );
  } else {
    console.log('Draft    none: the present cards stay');
  }
  return hasDraft ? 0 : refused;
}

async function evaluate(history: OpenedHistory, request: TrainingRequest, watch: TrainingWatch): Promise<number> {
  const training = await trainHistory(history, request, watch);
  printTraining(training);
  return hasProposal(training) ? 0 : refused;
}

/** Ends with 1 where a card is no longer to be believed. */
function watchOver({ table, policy, asOf, folder, settings }: OpenedHistory, options: WatchOptions): Promise<number> {
  const watches = watchCards(table, policy, readTraining(options.training), asOf, options.review, settings.seed);
  printWatch(watches);
  if (watches.length > 0) {
    const draft = folder.file('watched-policy.json');
    writeFileWhole(draft, `${JSON.stringify(proposeWatched(policy, watches), null, 2)}\n`);
    writeFileWhole(folder.file('watched-training.json'), renewTraining(options.training, watches, asOf));
    console.log(`\nDraft    ${draft} (nothing decides by it until somebody publishes it)`);
    console.log(`Next     once it is published, watch on with --training ${folder.file('watched-training.json')}`);
  }
  return Promise.resolve(watches.some(({ judgement }) => !judgement.isCalibrated) ? refused : 0);
}

function inspect(history: OpenedHistory): Promise<number> {
  const looked = inspectHistory(history);
  printHygiene(looked.hygiene);
  return Promise.resolve(looked.hygiene.isStopped ? refused : 0);
}

function showMessages({ messages }: OpenedHistory): number {
  if (messages.length === 0) {
    return 0;
  }
  printMessages(messages, messages.length, 'all else was used', null);
  return badInput;
}

/** The sample comes with its outcomes; for other files only what was named is read. */
function requestOf(options: TrainOptions): TrainingRequest {
  const isSample = options.leads === undefined;
  const leadsFile = options.leads ?? path.join(sampleFolder, 'leads.csv');
  const given = (file: string | undefined, name: string): string | null =>
    file ?? (isSample ? path.join(sampleFolder, name) : null);
  return {
    leadsFile,
    outcomesFile: given(options.outcomes, 'outcomes.csv'),
    activitiesFile: given(options.activities, 'activities.csv'),
    outcomeHeaders: options.outcomeColumn ?? {},
    mapFile: options.map ?? null,
    policyFile: options.policy ?? null,
    settingsFile: options.settings ?? null,
    horizonDays: options.horizonDays ?? null,
    landmarkDays: options.landmarkDays ?? null,
    asOf: options.asOf ?? null,
    outFolder:
      options.out ??
      path.join('runs', `learn-${isSample ? 'sample' : path.basename(leadsFile).replace(/\.[^.]+$/, '')}`),
    now: Date.now(),
  };
}

function readOutcomeColumn(
  typed: string,
  before: Partial<Record<OutcomeColumn, string>> = {},
): Partial<Record<OutcomeColumn, string>> {
  const [name, ...rest] = typed.split('=');
  if (!Object.hasOwn(outcomeColumns, name!) || rest.length === 0) {
    throw new InvalidArgumentError(`It takes NAME=HEADER with one of ${Object.keys(outcomeColumns).join(', ')}.`);
  }
  return { ...before, [name as OutcomeColumn]: rest.join('=') };
}

function readDay(typed: string): number {
  const instant = readInstant(typed, 'monthFirst');
  if (instant === null) {
    throw new InvalidArgumentError('It takes a day such as 2026-06-30.');
  }
  return instant;
}

function readDays(typed: string): number {
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(days <= 365)) {
    throw new InvalidArgumentError('It takes a whole number of days up to 365.');
  }
  return days;
}

/** A win on no day at all could not count. */
function readHorizon(typed: string): number {
  const days = readDays(typed);
  if (days === 0) {
    throw new InvalidArgumentError('It takes at least one day.');
  }
  return days;
}
