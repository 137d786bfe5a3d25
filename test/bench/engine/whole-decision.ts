import type { DecisionContext, DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import { atLeast } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { sha256 } from './bench-context.ts';
import { decideInTurn } from './decide-in-turn.ts';
import { mean, median } from './statistics.ts';

const rounds = 9;

/** The whole walk of a lead, record included: text in, two texts out. */
export function benchWholeDecision(
  inputs: readonly DecisionInput[],
  context: DecisionContext,
  reporter: Reporter,
): void {
  reporter.heading(
    `Whole decisions: 60 rules, 40 reps, ${inputs.length.toLocaleString('en-US')} leads, turns carried on`,
  );
  describe(inputs, context, reporter);
  const wall: number[] = [];
  const processor: number[] = [];
  const withHashes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const plain = rateOf(inputs, context, () => 0);
    wall.push(plain.perSecond);
    processor.push(plain.perProcessorSecond);
    withHashes.push(rateOf(inputs, context, hashLength).perSecond);
  }
  reporter.figure('decide with record', median(wall), 'leads/s', atLeast(30_000));
  reporter.note(`  ${rounds} rounds, ${Math.min(...wall).toFixed(0)} to ${Math.max(...wall).toFixed(0)}`);
  reporter.figure('  per second of processor time', median(processor), 'leads/s');
  reporter.figure('  with SHA-256 of both parts', median(withHashes), 'leads/s');
}

function describe(inputs: readonly DecisionInput[], context: DecisionContext, reporter: Reporter): void {
  const messages = median(inputs.map(({ submission }) => submission.message?.length ?? 0));
  const activities = mean(inputs.map(({ submission }) => submission.activities.length));
  const sources = new Map<string, number>();
  let turns = 0;
  decideInTurn(inputs, context, ({ assessment, assignment }) => {
    sources.set(assessment.choice.source, (sources.get(assessment.choice.source) ?? 0) + 1);
    turns += assignment.consumedTurn ? 1 : 0;
  });
  const share = (count: number): string => `${((count * 100) / inputs.length).toFixed(0)} %`;
  reporter.note(`median message ${messages} characters, ${activities.toFixed(1)} activities on average`);
  reporter.note(
    `decided by ${[...sources].map(([source, count]) => `${source} ${share(count)}`).join(', ')}; turn taken ${share(turns)}`,
  );
}

type Rates = { perSecond: number; perProcessorSecond: number };

/** Every text's length is added up, so that no decision is made for nothing. */
function rateOf(
  inputs: readonly DecisionInput[],
  context: DecisionContext,
  extra: (decisionText: string, personalText: string) => number,
): Rates {
  let written = 0;
  const processorBefore = process.cpuUsage();
  const startedAt = performance.now();
  decideInTurn(inputs, context, ({ decisionText, personalText }) => {
    written += decisionText.length + personalText.length + extra(decisionText, personalText);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(processorBefore);
  if (written === 0) {
    throw new Error('The decisions wrote nothing, so there is nothing to time.');
  }
  return {
    perSecond: inputs.length / seconds,
    perProcessorSecond: (inputs.length * 1_000_000) / (user + system),
  };
}

function hashLength(decisionText: string, personalText: string): number {
  return sha256(decisionText).length + sha256(personalText).length;
}
