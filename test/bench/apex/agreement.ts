import { SingleBar } from 'cli-progress';
import { compareEngines } from '../../differential/compare-engines.ts';
import { apexEngine, readEngineClasses } from '../../differential/decide-in-apex.ts';
import { fullRun } from '../../differential/generate-pairs.ts';
import { keepPair } from '../../differential/keep-pairs.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

/** Both engines on generated pairs of a policy and a lead, whole records and stories compared, through JSON.deserialize. */
export async function benchAgreement(leadCount: number, reporter: Reporter): Promise<void> {
  reporter.heading(`The engine in Apex against the engine in TypeScript, ${leadCount.toLocaleString('en-US')} leads`);
  const engine = apexEngine(readEngineClasses());
  const run = { ...fullRun, policies: Math.ceil(leadCount / fullRun.leadsEach) };
  const progress = new SingleBar({ format: '  {bar} {value} of {total} leads', clearOnComplete: true });
  const startedAt = performance.now();
  progress.start(leadCount, 0);
  const { leadCount: compared, found } = await compareEngines(run, (pair) => {
    progress.increment(pair.leads.length);
    return engine(pair);
  });
  progress.stop();
  const seconds = (performance.now() - startedAt) / 1_000;
  if (found !== null) {
    const name = `found-${run.seed}-${compared}`;
    keepPair({ name, why: 'The engines came apart over it in a full run.', pair: found.pair });
    reporter.note(`first difference: ${JSON.stringify(found.difference)}`);
    reporter.note(`made small and kept as test/differential/kept/${name}.json`);
  }
  reporter.figure('leads compared without a difference', compared, 'leads', atLeast(100_000));
  reporter.figure('differences', found === null ? 0 : 1, '', atMost(0));
  reporter.figure('  generated, decided twice and compared', compared / seconds, 'leads/s');
}
