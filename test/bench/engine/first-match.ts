import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import type { Chooser } from './chooser/chooser.ts';
import { jsonLogicChooser } from './chooser/json-logic.ts';
import { jsonRulesChooser } from './chooser/json-rules.ts';
import { signalboxChooser } from './chooser/signalbox.ts';
import { zenChooser } from './chooser/zen.ts';
import { ruleLeads } from './rule-leads.ts';
import { sixtyRules } from './sixty-rules.ts';
import { mean, median, timed } from './statistics.ts';

const leadCount = 100_000;
const rounds = 9;

/** How many leads a round asks each engine: slow ones get fewer, so that all take about as long. */
type Contender = { chooser: Chooser; roundSize: number; comparedCount: number; bar: number; aside: string };

/** The same sixty rules and leads through four engines: do they choose the same rule, and how fast? */
export async function benchFirstMatch(reporter: Reporter): Promise<void> {
  const rules = sixtyRules(['sales']);
  const leads = ruleLeads(leadCount);
  const ours = signalboxChooser(rules, leads);
  // prettier-ignore
  const contenders: Contender[] = [
    { chooser: jsonLogicChooser(rules, leads), roundSize: leadCount, comparedCount: leadCount, bar: 0.3, aside: ', no trace' },
    { chooser: zenChooser(rules, leads), roundSize: 4_000, comparedCount: leadCount, bar: 20, aside: '' },
    { chooser: jsonRulesChooser(rules, leads), roundSize: 1_000, comparedCount: 20_000, bar: 100, aside: '' },
  ];
  reporter.heading('First match of 60 rules, 8 fields, 100,000 leads');
  await ours.choose(0, leadCount);
  describe(ours, reporter);
  for (const contender of contenders) {
    await compare(ours, contender, reporter);
  }
  await race(ours, contenders, reporter);
}

function describe(ours: Chooser & { traces: string[] }, reporter: Reporter): void {
  const depth = mean(ours.traces.map((trace) => trace.length / 2));
  const untaken = ours.chosen.filter((position) => position < 0).length;
  const taken = new Set(ours.chosen.filter((position) => position >= 0)).size;
  reporter.note(
    `${depth.toFixed(1)} of 60 rules asked on average, ${((untaken * 100) / leadCount).toFixed(0)} % fall to the default, ${taken} rules chosen`,
  );
}

/** Also warms every engine up. */
async function compare(ours: Chooser, { chooser, comparedCount }: Contender, reporter: Reporter): Promise<void> {
  await chooser.choose(0, comparedCount);
  let differing = 0;
  for (let position = 0; position < comparedCount; position += 1) {
    differing += chooser.chosen[position] === ours.chosen[position] ? 0 : 1;
  }
  const name = `other rule than ${chooser.name}`;
  reporter.figure(name, differing, `of ${comparedCount.toLocaleString('en-US')}`, atMost(0));
}

/** All engines in turn, round by round: the machine's moods then strike them alike, and ratios within a round hold. */
async function race(ours: Chooser, contenders: Contender[], reporter: Reporter): Promise<void> {
  const ourRates: number[] = [];
  const theirRates = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    ourRates.push(await rateOf(ours, 0, leadCount));
    for (const [place, { chooser, roundSize }] of contenders.entries()) {
      const start = (round * roundSize) % leadCount;
      theirRates[place]!.push(await rateOf(chooser, start, start + roundSize));
    }
  }
  reporter.figure('first match with full trace', median(ourRates), 'leads/s');
  for (const [place, { chooser, bar, roundSize, aside }] of contenders.entries()) {
    const ratios = theirRates[place]!.map((rate, round) => ourRates[round]! / rate);
    reporter.figure(`  ${chooser.name}${aside}`, median(theirRates[place]!), 'leads/s');
    reporter.figure(`vs ${chooser.name}`, median(ratios), '×', atLeast(bar));
    reporter.note(
      `  ${rounds} rounds of ${roundSize.toLocaleString('en-US')} leads in turn, ratio ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    );
  }
}

/** Leads per second. */
async function rateOf(chooser: Chooser, start: number, end: number): Promise<number> {
  return ((end - start) * 1_000) / (await timed(() => chooser.choose(start, end)));
}
