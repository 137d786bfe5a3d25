import { createHash } from 'node:crypto';
import { Dice } from '../property/generators/dice.ts';
import { flatten } from '../../core/src/decide/index.ts';
import { breakRows } from './generate/break-rows.ts';
import { calibrate } from './generate/calibrate.ts';
import { drawPairLead } from './generate/draw-lead.ts';
import { drawVariedPolicy } from './generate/draw-policy.ts';
import { drawCalendarList, drawPeople } from './generate/draw-team.ts';
import { asciiJson, pairOf, type ContextValues, type Pair } from './pair.ts';

/** How much a run generates. `seed` alone decides what: the same seed gives the same pairs, whatever the other numbers. */
export type PairRun = { seed: number; policies: number; leadsEach: number };

/** A full run: 120,000 leads under 2,000 policies. */
export const fullRun: PairRun = { seed: 20_261_121, policies: 2_000, leadsEach: 60 };

/** Pairs one after the other, none of them kept. for (const pair of generatePairs(fullRun)) … */
export function* generatePairs({ seed, policies, leadsEach }: PairRun): Generator<Pair> {
  for (let place = 0; place < policies; place += 1) {
    yield drawPair(seed, place, leadsEach);
  }
}

/** The pair at one place of a run, without those before it. drawPair(7, 0, 3).leads.length → 3. */
export function drawPair(seed: number, place: number, leadsEach: number): Pair {
  const dice = new Dice(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
  const policy = drawVariedPolicy(dice);
  const context: ContextValues = {
    policyHash: '',
    reps: drawPeople(dice, policy),
    rosterHash: '',
    calendars: drawCalendarList(dice, policy),
    calendarsHash: '',
  };
  calibrate(dice, policy, context);
  context.policyHash = hashOf(policy);
  context.rosterHash = hashOf(context.reps);
  context.calendarsHash = hashOf(context.calendars);
  const rows = breakRows(dice, flatten(policy));
  const leads = Array.from({ length: leadsEach }, () => drawPairLead(dice, policy, context));
  return pairOf({ policy, context, rows, leads });
}

/** Looks like the hash of a canonical text; the engine only writes it down. */
function hashOf(value: unknown): string {
  return createHash('sha256').update(asciiJson(value)).digest('hex');
}
