import type { Int } from '../../../decide/model/number.ts';
import { missingBin } from '../../../decide/score/score-attributes.ts';
import { cardOf, scoreAxis, type AskedScore } from './asked-score.ts';
import { binWords } from './bin-words.ts';
import { fieldOptionsOf, type FieldOptions } from './field-options.ts';
import { pointsToCut } from './points-at-cut.ts';

/** Below so many past leads a bin's points are a guess with a number. */
export const enoughEvidence = 30;

/** Something that would make the engine surer. */
export type ConfidenceHelp =
  | {
      kind: 'know';
      attributeKey: string;
      label: string;
      fieldKey: string;
      /** The most that knowing it could move the points towards the cut, against the distance to it, in per cent. */
      share: Int;
      /** Whether its best (or worst) value alone would carry the score across. */
      isDecisive: boolean;
      /** What knowing it adds to the coverage of the card, in per cent. */
      coverage: Int;
      /** What the policy asks for it; null when it has no question. */
      question: string | null;
    }
  | { kind: 'morePastLeads'; attributeKey: string; label: string; words: string; evidence: Int }
  /** The card failed its checks (drift/judge-calibration.ts): nothing about the lead helps before it is set right. */
  | { kind: 'calibrate' };

/**
 * What would raise the confidence in a score at a cut. First what stands in everything's way, then missing attributes, the one first whose
 * knowledge could decide most, then bins that too few past leads stand behind.
 *
 * Only what moves points towards the cut can turn the decision. Of attributes that reach as far, the one with more at stake comes first,
 * because coverage grows with it; then the card's order.
 */
export function raiseConfidence(asked: AskedScore, cut: Int): ConfidenceHelp[] {
  const card = cardOf(asked);
  const help: ConfidenceHelp[] = card.card.isCalibrated ? [] : [{ kind: 'calibrate' }];
  return [...help, ...missingKnowledge(asked, cut), ...thinBins(asked)];
}

function missingKnowledge(asked: AskedScore, cut: Int): ConfidenceHelp[] {
  const { prepared } = asked;
  const card = cardOf(asked);
  const { points, score, binPositions } = scoreAxis(asked);
  const distance = pointsToCut(card, points, cut);
  const sign = score >= cut ? -1 : 1;
  const known = fieldOptionsOf(asked, []).filter(({ places }) => binPositions[places[0]!] === missingBin);
  return known
    .map((field) => {
      const reach = reachOf(field, sign);
      const range = field.places.reduce((sum, place) => sum + card.attributes[place]!.pointRange, 0);
      return { field, reach, range };
    })
    .filter(({ reach, range }) => reach > 0 || range > 0)
    .sort((one, other) => other.reach - one.reach || other.range - one.range || placeOf(one) - placeOf(other))
    .map(({ field: { places, fieldKey }, reach, range }) => {
      const { attributeKey, label } = card.card.attributes[places[0]!]!;
      const question = prepared.questionPositions.get(fieldKey);
      return {
        kind: 'know',
        attributeKey,
        label,
        fieldKey,
        share: distance === null ? 0 : Math.round((100 * reach) / distance),
        isDecisive: distance !== null && reach >= distance,
        coverage: card.totalRange === 0 ? 0 : Math.round((100 * range) / card.totalRange),
        question: question === undefined ? null : prepared.policy.questions[question]!.question,
      };
    });
}

function placeOf({ field }: { field: FieldOptions }): number {
  return field.places[0]!;
}

/** The most that any value would move the points in a direction. */
function reachOf({ options }: FieldOptions, sign: number): number {
  return options.reduce((most, { difference }) => Math.max(most, difference * sign), 0);
}

/** Bins that counted although few past leads stand behind them, the fewest first. */
function thinBins(asked: AskedScore): ConfidenceHelp[] {
  const { card } = cardOf(asked);
  if (card.basis === 'expert') {
    return [];
  }
  return scoreAxis(asked)
    .binPositions.flatMap((binPosition, place) => {
      const attribute = card.attributes[place]!;
      const bin = attribute.bins[binPosition];
      return bin === undefined || bin.evidence >= enoughEvidence
        ? []
        : [{ place, attribute, words: binWords(attribute, binPosition), evidence: bin.evidence }];
    })
    .sort((one, other) => one.evidence - other.evidence || one.place - other.place)
    .map(({ attribute: { attributeKey, label }, words, evidence }) => ({
      kind: 'morePastLeads',
      attributeKey,
      label,
      words,
      evidence,
    }));
}

/** What would help, in one sentence for a reader. */
export function helpSentence(help: ConfidenceHelp): string {
  switch (help.kind) {
    case 'know':
      return `${help.label} is not known; it ${help.isDecisive ? 'could decide by itself' : `could bring ${help.share} % of what is missing to the other side`}.${help.question === null ? '' : ` Ask: ${help.question}`}`;
    case 'morePastLeads':
      return `${help.label} ${help.words} stands on ${help.evidence} past ${help.evidence === 1 ? 'lead' : 'leads'}; more leads like this, won or lost, would make its points surer.`;
    case 'calibrate':
      return 'The card failed its checks against recent leads; until it is calibrated or trained again, every lead of it goes to a person.';
  }
}
