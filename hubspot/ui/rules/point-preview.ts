import { fold } from '../../../core/src/decide/model/fold.ts';
import { readLong } from '../../../core/src/decide/model/number.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Axis } from '../../../core/src/decide/model/scorecard.ts';
import { prepare } from '../../../core/src/decide/policy/prepare.ts';
import { missingBin, otherBin, scoreAttributes } from '../../../core/src/decide/score/score-attributes.ts';
import { scoreSignals } from '../../../core/src/decide/score/score-engagement.ts';

/** What a value of an attribute is worth, and which bin says so. */
export type PointPreview = {
  readonly points: number;
  readonly why: 'bin' | 'other' | 'missing';
  /** The place of the bin, from 0; null where none counts. */
  readonly bin: number | null;
};

/**
 * What the engine gives for a value as somebody would type it: the same code that decides. Null where the policy has no such
 * attribute.
 *
 * @param policy without problems
 * @param typed empty for a value that is not known
 */
export function previewPoints(policy: Policy, axis: Axis, attributeKey: string, typed: string): PointPreview | null {
  const prepared = prepare(policy);
  const card = prepared.scorecards.find((each) => each.card.axis === axis);
  const place = card?.card.attributes.findIndex((attribute) => attribute.attributeKey === attributeKey) ?? -1;
  if (card === undefined || place < 0) return null;
  const attribute = card.attributes[place]!;
  const facts = {
    texts: prepared.fields.map((): string | null => null),
    numbers: prepared.fields.map((): number | null => null),
  };
  if (attribute.isNumber) facts.numbers[attribute.fieldPosition] = typed.trim() === '' ? null : readLong(typed.trim());
  else facts.texts[attribute.fieldPosition] = fold(typed) === '' ? null : fold(typed);
  const found = scoreAttributes(card, facts).binPositions[place]!;
  if (found === missingBin) return { points: attribute.missingPoints, why: 'missing', bin: null };
  if (found === otherBin) return { points: attribute.otherPoints, why: 'other', bin: null };
  return { points: attribute.bins[found]!.points, why: 'bin', bin: found };
}

const dayMillis = 86_400_000;

/** What one deed of a signal still counts after so many days, by the engine's own fading. */
export function previewFading(policy: Policy, signalKey: string, days: readonly number[]): number[] {
  const prepared = prepare(policy);
  const now = 400_000 * dayMillis;
  return days.map((ago) => {
    const activity = { signalKey, occurredAt: now - ago * dayMillis, occurrences: 1 };
    const { pointsBySignal } = scoreSignals([activity], prepared, now);
    const place = policy.signals.findIndex((signal) => signal.signalKey === signalKey);
    return place < 0 ? 0 : pointsBySignal[place]!;
  });
}

/** The least and the most that the attributes of a score can add up to, with its base. */
export function pointRange(policy: Policy, axis: Axis): { readonly least: number; readonly most: number } {
  const card = policy.scorecards.find((each) => each.axis === axis);
  if (card === undefined) return { least: 0, most: 0 };
  const range = { least: card.basePoints as number, most: card.basePoints as number };
  for (const { bins, otherPoints, missingPoints } of card.attributes) {
    const all: number[] = [...bins.map(({ points }) => points), otherPoints, missingPoints];
    range.least += Math.min(...all);
    range.most += Math.max(...all);
  }
  return range;
}
