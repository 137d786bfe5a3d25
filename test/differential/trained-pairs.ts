import { createHash } from 'node:crypto';
import { assess, flatten, prepare } from '../../core/src/decide/index.ts';
import { defaultSettings } from '../../core/src/author/learn/default-fields.ts';
import { proposePolicy } from '../../core/src/author/learn/publish/propose-policy.ts';
import { TableBuilder } from '../../core/src/author/learn/table/table-builder.ts';
import { train } from '../../core/src/author/learn/train.ts';
import type { FactSheet } from '../../core/src/decide/model/fact-sheet.ts';
import { Dice } from '../property/generators/dice.ts';
import { drawPairLead } from './generate/draw-lead.ts';
import { drawPair } from './generate-pairs.ts';
import { asciiJson, contextOf, pairOf, valuesOf, type Pair } from './pair.ts';

/** How many policies are trained and how many new leads each decides. */
export type TrainedRun = { seed: number; policies: number; pastLeads: number; leadsEach: number };

const hourMillis = 3_600_000;
const beganAt = Date.UTC(2025, 0, 1);

/** A pair whose policy learned fit and engagement, and how many of the two it learned. */
export type TrainedPair = { pair: Pair; learnedCards: number };

/**
 * Policies of any shape that were trained on leads of any shape, one after the other. What is won hangs on what the engine knows of a
 * lead, with chance on top, so that there is something to learn in odd texts and extreme numbers too.
 */
export async function* trainedPairs({ seed, policies, pastLeads, leadsEach }: TrainedRun): AsyncGenerator<TrainedPair> {
  for (let place = 0; place < policies; place += 1) {
    yield await drawTrainedPair(seed, place, pastLeads, leadsEach);
  }
}

async function drawTrainedPair(
  seed: number,
  place: number,
  pastLeads: number,
  leadsEach: number,
): Promise<TrainedPair> {
  const drawn = valuesOf(drawPair(seed, place, 1));
  const dice = new Dice(Math.imul(seed + place, 0x9e3779b1));
  const context = contextOf(drawn.policy, drawn.context);
  const builder = new TableBuilder(drawn.policy, 'thisCrm');
  for (let lead = 0; lead < pastLeads; lead += 1) {
    const { input } = drawPairLead(dice, drawn.policy, drawn.context);
    const { facts, input: taken } = assess(input, context);
    const arrivedAt = beganAt + lead * hourMillis;
    const ageMillis = arrivedAt - input.now;
    const isWon = dice.roll(100) < chanceOf(facts, prepare(drawn.policy).fields.length);
    builder.add({
      leadKey: `lead-${lead}`,
      arrivedAt,
      facts,
      personKey: null,
      outcome: isWon ? 'won' : 'lost',
      closedAt: arrivedAt + hourMillis * 30,
      outcomeWords: isWon ? 'won' : 'lost',
      stage: null,
      closeReason: 'price',
      finalOwner: 'ana',
      firstTouchAt: null,
      nativeScore: null,
      changes: [],
      activities: taken.submission.activities.map((deed) => ({ ...deed, occurredAt: deed.occurredAt + ageMillis })),
    });
  }
  const settings = { ...defaultSettings(drawn.policy), horizonDays: 2, seed: 7 };
  const asOf = beganAt + (pastLeads + 72) * hourMillis;
  const training = await train(builder.finish(), drawn.policy, settings, { asOf, now: asOf });
  const policy = proposePolicy(drawn.policy, training);
  const policyHash = createHash('sha256').update(asciiJson(policy)).digest('hex');
  const values = { ...drawn.context, policyHash };
  return {
    learnedCards: [training.fit, training.engagement].filter(({ kind }) => kind === 'learned').length,
    pair: pairOf({
      policy,
      context: values,
      rows: flatten(policy),
      leads: Array.from({ length: leadsEach }, () => drawPairLead(dice, policy, values)),
    }),
  };
}

/** From 3 to 60 of a hundred, by a hash of every third fact: any rule does that a card can find something in. */
function chanceOf(facts: FactSheet, fieldCount: number): number {
  let chance = 20;
  for (let position = 0; position < fieldCount; position += 3) {
    const known = facts.texts[position] ?? facts.numbers[position] ?? null;
    if (known !== null) {
      chance += (createHash('sha256').update(`${position} ${known}`).digest()[0]! % 25) - 12;
    }
  }
  return Math.max(3, Math.min(60, chance));
}
