/**
 * The benches: `npm run bench -- NAME`. Each prints its figures with their bars and ends with 1 when any is short.
 */
import { runEngineBench } from './engine/run-engine-bench.ts';
import { runApexBench } from './apex/run-apex-bench.ts';
import { runHubSpotAppsBench } from './hubspot-apps/run-hubspot-apps-bench.ts';
import { runHubSpotBench } from './hubspot/run-hubspot-bench.ts';
import { runLearnBench } from './learn/run-learn-bench.ts';
import { runSalesforceBench } from './salesforce/run-salesforce-bench.ts';
import { Reporter } from './reporter.ts';

type Bench = { what: string; run: (options: string[], reporter: Reporter) => Promise<void> };

const benches = new Map<string, Bench>([
  ['engine', { what: 'rules, whole decisions, first decision, record size, a million leads', run: runEngineBench }],
  ['apex', { what: 'the engine in Apex: runtime, cost, cases, planted faults, agreement', run: runApexBench }],
  [
    'salesforce',
    { what: 'the package in the stand-in org: loads, limits, faults, imports, security', run: runSalesforceBench },
  ],
  [
    'hubspot',
    {
      what: 'the marketplace edition beside the stand-in HubSpot: speed, faults, edits, imports',
      run: runHubSpotBench,
    },
  ],
  [
    'hubspot-apps',
    {
      what: 'cards, settings and the private edition: first decision, scopes, rights, functions, pictures',
      run: runHubSpotAppsBench,
    },
  ],
  [
    'learn',
    {
      what: 'scores trained on won and lost: figures, confidence, speed, bad histories, both engines',
      run: runLearnBench,
    },
  ],
]);

const [name, ...options] = process.argv.slice(2);
const bench = benches.get(name ?? '');

if (bench === undefined) {
  console.error(name === undefined ? 'Which bench?' : `"${name}" is not a bench.`);
  for (const [known, { what }] of benches) {
    console.error(`  npm run bench -- ${known.padEnd(10)} ${what}`);
  }
  process.exitCode = 2;
} else {
  const reporter = new Reporter();
  await bench.run(options, reporter);
  if (reporter.shortCount > 0) {
    console.log(`\n${reporter.shortCount} figures are short.`);
    process.exitCode = 1;
  } else {
    console.log('\nEvery figure reaches its bar.');
  }
}
