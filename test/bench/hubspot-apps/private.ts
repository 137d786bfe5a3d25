import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ActionFunctionAnswer } from '../../../hubspot/functions/entries/action.ts';
import { buildCustomCode } from '../../../hubspot/functions/custom-code/build-custom-code.ts';
import { caseJobs } from './private/case-jobs.ts';
import { checkTurns } from '../../hubspot/functions/check-turns.ts';
import { fewPools, mailOf } from '../../hubspot/functions/few-pools.ts';
import { StandInScene } from '../../hubspot/functions/stand-in-scene.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { buildCases, buildFunctions, functionNames, type FunctionFile, type FunctionName } from './private/bundles.ts';
import { mostSeconds } from './private/executor.ts';
import { measure, runProgram, type Measured } from './private/run-process.ts';

const mostMegabytes = 96;
const mostBundle = 1;
const mostStartMillis = 300;
const startRuns = 5;
const casesAtOnce = 8;

/** 200 asks, of which 32 are on their way at any moment: more than that a stand-in on two processors answers too late. */
const races = { contacts: 100, processes: 4, atOnce: 8 };
const pools = ['enterprise', 'smallBusiness', 'inbound'];
const countries = ['Germany', 'Spain', 'France'];

/** Everything that is claimed of the private edition's functions. */
export async function benchPrivate(reporter: Reporter): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-private-'));
  try {
    const functions = await buildFunctions(path.join(folder, 'project'));
    await benchBundles(reporter, functions);
    await benchCases(reporter, folder);
    await benchPortal(reporter, functions.action.file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchBundles(
  reporter: Reporter,
  functions: Readonly<Record<FunctionName, FunctionFile>>,
): Promise<void> {
  reporter.heading('Functions of the private edition as they are uploaded: size and start');
  for (const name of functionNames) {
    const { file, bytes } = functions[name];
    reporter.figure(`${name}: size`, bytes / 1_000_000, 'MB', atMost(mostBundle));
    const starts: number[] = [];
    for (let run = 0; run < startRuns; run += 1) {
      starts.push(Number(await runProgram('start-process.ts', [file])));
    }
    reporter.figure(`${name}: start, processor time`, Math.min(...starts), 'ms', atMost(mostStartMillis));
  }
  const whole = await buildCustomCode(null);
  reporter.figure('code of a workflow step that decides itself', whole.bytes / 1_000_000, 'MB', atMost(mostBundle));
  const short = await buildCustomCode('https://www.example.com/hs/serverless/signalbox');
  reporter.figure('code of a workflow step that asks the endpoint', short.bytes / 1_000, 'kB');
}

async function benchCases(reporter: Reporter, folder: string): Promise<void> {
  reporter.heading("Cases by HubSpot's local executor");
  const jobs = caseJobs();
  const measured = await measure(
    await buildCases(folder),
    jobs.map(({ job }) => job),
    casesAtOnce,
  );
  const asExpected = measured.filter(({ value }, place) => isDeepStrictEqual(value, jobs[place]!.expect));
  reporter.figure('all cases', jobs.length, 'cases');
  reporter.figure('  of which they decide', jobs.filter(({ job }) => 'question' in job).length, 'cases');
  reporter.figure('outcomes other than the case says', jobs.length - asExpected.length, 'cases', atMost(0));
  tellMost(reporter, 'a case', measured);
}

async function benchPortal(reporter: Reporter, actionFile: string): Promise<void> {
  const scene = await StandInScene.start();
  try {
    await scene.call('access', {});
    await scene.publishFewPools();
    await benchAction(reporter, actionFile, scene);
    await benchRaces(reporter, scene);
  } finally {
    await scene.close();
  }
}

async function benchAction(reporter: Reporter, file: string, scene: StandInScene): Promise<void> {
  reporter.heading('Ten contacts in one invocation, in a stand-in portal');
  const session = await scene.sessionOf(mailOf('ana'));
  const jobs = Array.from({ length: 8 }, (_, job) => ({
    contactIds: Array.from({ length: 10 }, (_, place) =>
      scene.addContact({ email: `action-${job}-${place}@customer.example`, country: countries[place % 3]! }),
    ),
    session,
  }));
  const measured = await measure(file, jobs, 1);
  const states = measured.flatMap(({ value }) => statesOf(value as ActionFunctionAnswer));
  reporter.figure('contacts decided at once', states.filter((state) => state === 'decided').length, 'of 80');
  tellMost(reporter, 'an invocation', measured);
}

function statesOf(answer: ActionFunctionAnswer): string[] {
  if (!answer.isAnswered) {
    throw new Error(`${answer.refusal.code} ${answer.refusal.message}`);
  }
  return answer.content.contacts.map(({ state }) => state);
}

async function benchRaces(reporter: Reporter, scene: StandInScene): Promise<void> {
  const { contacts, processes, atOnce } = races;
  reporter.heading(
    `${contacts * 2} asks for ${contacts} contacts of 3 pools, ${processes * atOnce} at once in ${processes} processes`,
  );
  const before = await checkTurns(scene.crm(), () => 1);
  const ids = Array.from({ length: contacts }, (_, place) =>
    scene.addContact({ email: `race-${place}@customer.example`, country: countries[place % 3]! }),
  );
  // Every contact is asked for by two processes, who know nothing of each other.
  const shares = Array.from({ length: processes }, (_, process) => ids.filter((_, place) => place % 2 === process % 2));
  const counts = await Promise.all(
    shares.map((share) => runProgram('race-process.ts', [share.join(','), String(atOnce)])),
  );
  reporter.figure(
    'invocations',
    counts.reduce((sum, count) => sum + Number(count), 0),
    '',
  );
  const { decisions, broken } = await checkTurns(scene.crm(), () => 1);
  const perContact = ids.map((id) => decisions.filter(({ contactId }) => contactId === id).length);
  const owners = await scene.crm().readObjects('contacts', ids, [], ['hubspot_owner_id']);
  const doubled =
    perContact.filter((count) => count !== 1).length +
    owners.filter(({ history }) => history['hubspot_owner_id']!.length !== 1).length +
    broken.length;
  reporter.figure('double or missing assignments', doubled, '', atMost(0));
  const { members } = fewPools();
  const deviations = await Promise.all(
    pools.map(async (pool) => {
      const weights = new Map(
        members.filter(({ poolKey }) => poolKey === pool).map((one) => [one.memberKey, one.weight]),
      );
      return (await checkTurns(scene.crm(), (key) => weights.get(key) ?? 0)).deviation.get(`live/${pool}`) ?? 0;
    }),
  );
  reporter.figure('worst deviation from fair shares', Math.max(...deviations), 'leads', atMost(1));
  reporter.note(`${decisions.length - before.decisions.length} decisions were made in the race.`);
}

function tellMost(reporter: Reporter, what: string, measured: readonly Measured[]): void {
  const seconds = Math.max(...measured.map((one) => one.seconds));
  const megabytes = Math.max(...measured.map((one) => one.megabytes));
  reporter.figure(`${what}: longest`, seconds, 's', atMost(mostSeconds));
  reporter.figure(`${what}: most memory`, megabytes, 'MB', atMost(mostMegabytes));
}
