import type { Int } from '../../../decide/model/number.ts';
import type { ScoreAttribute, Scorecard } from '../../../decide/model/scorecard.ts';
import { missingBin } from '../../../decide/score/score-attributes.ts';
import { interval } from '../evaluate/lift.ts';
import { binWords } from '../explain/bin-words.ts';
import { percentWords, type DriftAlarm } from './drift-alarm.ts';
import { actFrom, compareShares, lookFrom, type Stability } from './stability-index.ts';

/** One false alarm in a hundred looks at a card, shared by its attributes. */
const falseAlarms = 0.01;

/** So much more of the leads must lack a value before it is worth a word. */
const missingRise = 0.1;
const missingRiseToAct = 0.25;

/**
 * Whether recent leads still look like those of the training, attribute by attribute. What has to be done about comes first, then by
 * how far it moved, then in the card's order.
 *
 * The training's shares are the card's own evidence. It does not part leads without a value from those with a value that no bin
 * lists, so both are one group here; where more lack the value alone than both were together, the missing share has surely risen.
 *
 * @param recentBins by lead the bin of each attribute, as the engine found them or a record holds them
 * @returns nothing for expert points, which no history stands behind
 */
export function driftOfInputs(card: Scorecard, recentBins: readonly (readonly Int[])[]): DriftAlarm[] {
  if (card.basis === 'expert' || card.trainedOn === 0 || recentBins.length === 0) {
    return [];
  }
  const level = falseAlarms / card.attributes.length;
  return card.attributes
    .flatMap((attribute, place) => {
      const bins = recentBins.map((positions) => positions[place]!);
      const before = [...attribute.bins.map(({ evidence }) => evidence), restOf(card, attribute)];
      const now = countBins(bins, attribute.bins.length);
      const stability = compareShares(before, now, level);
      const missing = bins.reduce((count, bin) => count + (bin === missingBin ? 1 : 0), 0);
      return [
        ...alarmOfShares(attribute, stability, bins.length),
        ...alarmOfMissing(attribute, restOf(card, attribute) / card.trainedOn, missing, bins.length),
      ].map((alarm) => ({ alarm, index: stability.index, place }));
    })
    .sort(
      (one, other) =>
        rankOf(one.alarm) - rankOf(other.alarm) ||
        other.index - one.index ||
        one.place - other.place ||
        (one.alarm.code < other.alarm.code ? -1 : 1),
    )
    .map(({ alarm }) => alarm);
}

function rankOf({ level }: DriftAlarm): number {
  return level === 'act' ? 0 : 1;
}

/** Leads of the training that no bin counts. */
function restOf(card: Scorecard, attribute: ScoreAttribute): number {
  return Math.max(0, card.trainedOn - attribute.bins.reduce((sum, { evidence }) => sum + evidence, 0));
}

/** How many leads each bin has; the last group is of those that none has. */
function countBins(bins: readonly Int[], binCount: number): number[] {
  const counts = new Array<number>(binCount + 1).fill(0);
  for (const bin of bins) {
    counts[bin < 0 ? binCount : bin]! += 1;
  }
  return counts;
}

function alarmOfShares(attribute: ScoreAttribute, { index, noise, moved }: Stability, count: number): DriftAlarm[] {
  if (index < lookFrom || index <= noise) {
    return [];
  }
  const where =
    moved === null
      ? ''
      : ` Most moved: ${groupWords(attribute, moved.group)}, ${percentWords(moved.before)} of leads in training and ${percentWords(moved.now)} now.`;
  return [
    {
      code: 'LRD001',
      level: index >= actFrom ? 'act' : 'look',
      attributeKey: attribute.attributeKey,
      found: `${attribute.label} of ${count} recent leads is not spread as it was in training: index ${index.toFixed(2)}, where chance alone stays below ${noise.toFixed(2)}.${where}`,
      next:
        index >= actFrom
          ? 'Find out what changed: a campaign, a form, a market, a mapping. If it is here to stay, train again on leads since then.'
          : 'Look whether a campaign, a form or a mapping changed, and look again with more leads.',
    },
  ];
}

function groupWords(attribute: ScoreAttribute, group: number): string {
  return group === attribute.bins.length ? 'not known or not listed' : binWords(attribute, group);
}

function alarmOfMissing(
  attribute: ScoreAttribute,
  missingBefore: number,
  missing: number,
  count: number,
): DriftAlarm[] {
  const rise = interval(missing, count).low - missingBefore;
  if (rise < missingRise) {
    return [];
  }
  return [
    {
      code: 'LRD002',
      level: rise >= missingRiseToAct ? 'act' : 'look',
      attributeKey: attribute.attributeKey,
      found: `${attribute.label} is not known of ${missing} of ${count} recent leads (${percentWords(missing / count)}); in training at most ${percentWords(missingBefore)} lacked it.`,
      next: 'Look whether a form dropped the question, an enrichment stopped or a mapping lost its column.',
    },
  ];
}
