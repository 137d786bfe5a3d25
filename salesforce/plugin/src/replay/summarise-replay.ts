import { tellStory } from '../../../../core/src/decide/record/tell-story.ts';
import { withInstants } from '../../../../core/src/author/cli/write-out.ts';
import type { RunContext } from '../../../../core/src/author/run/run-context.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { Capture } from './captured.ts';
import { compareTexts, MoveCounter } from './count-moves.ts';
import { PoolMeter, type PoolMeasure } from './measure-pools.ts';
import type { Replayed } from './replay-draft.ts';
import type { Example, Fairness, Load, ReplaySummary } from '../results/replay-result.ts';

const mostExamples = 20;

/** Counts what a draft does otherwise. Example: `summariseReplay(capture, replayDraft(capture.decisions, draft))`. */
export function summariseReplay(
  { erased, unreadable, decisions }: Omit<Capture, 'decisions'> & { decisions: readonly { record: DecisionRecord }[] },
  replayed: Iterable<Replayed>,
): ReplaySummary {
  const [destinations, owners, promises] = [new MoveCounter(), new MoveCounter(), new MoveCounter()];
  const [fairBefore, fairAfter] = [new PoolMeter(), new PoolMeter()];
  const load = new Map<string, Load>();
  const clocks = { earlier: 0, later: 0, same: 0 };
  // Who gets a lead says more than when it is due.
  const examples = { elsewhere: [] as Example[], otherClock: [] as Example[] };
  let [leads, moved] = [0, 0];
  for (const { captured, after, run } of replayed) {
    const before = captured.record;
    leads += 1;
    const isElsewhere = [
      destinations.add(before.choice.destination, after.choice.destination),
      owners.add(before.assignment.owner, after.assignment.owner),
    ].includes(true);
    const hasOtherClock = promises.add(before.clock.sla, after.clock.sla) || before.clock.dueAt !== after.clock.dueAt;
    clocks[dueChange(before, after)] += 1;
    addLoad(load, before.assignment.owner, captured.run, 'before');
    addLoad(load, after.assignment.owner, run, 'after');
    fairBefore.add(before, captured.run);
    fairAfter.add(after, run);
    if (!isElsewhere && !hasOtherClock) continue;
    moved += 1;
    const those = isElsewhere ? examples.elsewhere : examples.otherClock;
    if (those.length < mostExamples) {
      const { name, subjectId } = captured;
      those.push({
        decision: name,
        subjectId,
        before: headline(before, captured.run),
        after: headline(after, run),
      });
    }
  }
  return {
    leads,
    erased,
    unreadable,
    firstDecidedAt: decisions[0]?.record.decidedAt ?? null,
    lastDecidedAt: decisions.at(-1)?.record.decidedAt ?? null,
    moved,
    destinations: destinations.moves(),
    owners: owners.moves(),
    clocks: { promises: promises.moves(), ...clocks },
    load: [...load.values()].sort((one, other) => other.after - one.after || compareTexts(one.owner, other.owner)),
    fairness: fairnessOf(fairBefore.finish(), fairAfter.finish()),
    examples: [...examples.elsewhere, ...examples.otherClock].slice(0, mostExamples),
  };
}

function dueChange(before: DecisionRecord, after: DecisionRecord): 'earlier' | 'later' | 'same' {
  if (before.clock.dueAt === after.clock.dueAt) return 'same';
  return after.clock.dueAt < before.clock.dueAt ? 'earlier' : 'later';
}

function addLoad(load: Map<string, Load>, owner: string, { roster }: RunContext, side: 'before' | 'after'): void {
  const label = roster.reps.find(({ repKey }) => repKey === owner)?.displayName ?? owner;
  const one = load.get(owner) ?? { owner, label, before: 0, after: 0 };
  one[side] += 1;
  load.set(owner, one);
}

function headline(record: DecisionRecord, { policy, roster }: RunContext): string {
  return withInstants(tellStory(record, policy, roster).headline);
}

function fairnessOf(before: Map<string, PoolMeasure>, after: Map<string, PoolMeasure>): Fairness[] {
  const none: PoolMeasure = { turns: 0, largestDeviation: 0 };
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareTexts).map((pool) => {
    const [was, is] = [before.get(pool) ?? none, after.get(pool) ?? none];
    return {
      pool,
      turnsBefore: was.turns,
      turnsAfter: is.turns,
      largestDeviationBefore: hundredths(was.largestDeviation),
      largestDeviationAfter: hundredths(is.largestDeviation),
    };
  });
}

function hundredths(leads: number): number {
  return Math.round(leads * 100) / 100;
}
