/**
 * Signalbox in a stand-in Salesforce org: boots the org, installs the package, sends sample leads in through the API, shows
 * what became of them, and serves the rep's score card in a browser.
 */
import { Command, InvalidArgumentError } from 'commander';
import { SingleBar } from 'cli-progress';
import { installSignalbox } from '../installation/install-signalbox.ts';
import { namePeople, takeCharge } from '../installation/name-people.ts';
import { endLeads, namedRecordOf } from '../installation/past-leads.ts';
import { leadRecordOf, readSampleLeads } from '../installation/sample-leads.ts';
import { samplePeople } from '../installation/sample-people.ts';
import { setMode } from '../installation/set-policy.ts';
import { printResults } from './print-results.ts';
import { sendLeads } from './send-leads.ts';
import { servePages } from './serve-pages.ts';

type Options = { leads: number; port: number; namespace?: string; once: boolean; past: boolean };

const program = new Command('npm start -- salesforce')
  .description(
    'Boots a stand-in Salesforce org, installs Signalbox, sends in sample leads and shows what became of them.',
  )
  .option('--leads <count>', 'how many of the sample’s leads are sent in', readWhole, 757)
  .option('--port <port>', 'where the pages are served; 0 for any free port', readWhole, 4400)
  .option('--namespace <name>', 'install as a managed package with this namespace')
  .option('--past', 'give the sample’s leads the years and outcomes that it has, for the page Learn', false)
  .option('--once', 'stop after the results, without pages', false)
  .allowExcessArguments(false);

program.parse(['node', 'salesforce', ...process.argv.slice(2)]);
await run(program.opts<Options>());

async function run({ leads, port, namespace, once, past }: Options): Promise<void> {
  say('Booting the org and installing Signalbox …');
  const installation = await installSignalbox({ namespace: namespace ?? null });
  say(`The org answers at ${installation.url} (REST, Bulk 2.0, Apex REST).`);
  await takeCharge(installation);
  await namePeople(installation, samplePeople());
  await setMode(installation, 'live');
  say(`Eight people are named as reps, and the starter policy is live.`);
  const submissions = (await readSampleLeads()).slice(0, leads);
  const records = submissions.map(past ? namedRecordOf : leadRecordOf).map(installation.names.record);
  const bar = new SingleBar({ format: '{bar} {value} of {total} leads', clearOnComplete: true });
  bar.start(records.length, 0);
  const sent = await sendLeads(installation, records, (count) => bar.update(count));
  bar.stop();
  await printResults(installation, sent);
  if (past) {
    await endLeads(installation, submissions);
    say('The leads have the years and outcomes of the sample: open the page Learn.');
  }
  if (once) {
    await installation.close();
    return;
  }
  const pages = await servePages(installation, port);
  say(`\nOpen ${pages.address} for the score cards, the setup page and the others. Ctrl+C stops it.`);
  process.once('SIGINT', () => {
    void pages
      .close()
      .then(() => installation.close())
      .then(() => process.exit(0));
  });
}

function readWhole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('it must be a whole number.');
  }
  return Number(text);
}

function say(text: string): void {
  console.log(text);
}
