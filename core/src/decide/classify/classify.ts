import type { Int } from '../model/number.ts';
import { inquiryTypes } from '../model/choices.ts';
import type { InquiryType, PhraseHint } from '../model/policy.ts';
import type { PhraseStart, PreparedPolicy } from '../model/prepared-policy.ts';
import { lowerPlain, splitText } from '../model/text.ts';
import type { InboundLead } from '../normalize/normalize.ts';

/** What the words say, with the phrases that say it. `unknown` is an honest answer, not a failure. */
export type Classification = {
  inquiryType: InquiryType;
  /** Points of the best type and of the next. */
  points: Int;
  nextPoints: Int;
  isUrgent: boolean;
  isSensitive: boolean;
  isVague: boolean;
  buyingHints: Int;
  authorityHints: Int;
  /** The policy's phrases that were found, by position, in the order of the text. */
  phrasePositions: Int[];
};

type Tally = { points: Int[]; counted: Map<Int, boolean>; classification: Classification };

/**
 * Tells what kind of inquiry it is from the policy's phrases, the channel and the title, by adding points. It abstains
 * when the best type has too few points or too small a lead over the next: ops see both numbers and can change either.
 *
 * "we need a quote for 40 seats" → sales; "hello" → unknown.
 */
export function classify(inbound: InboundLead, prepared: PreparedPolicy): Classification {
  const tally = emptyTally();
  countWords(tally, prepared, [`#${lowerPlain(inbound.submission.channel)}`]);
  if (inbound.seniority !== null) {
    countWords(tally, prepared, [`#${lowerPlain(inbound.seniority)}`]);
  }
  countWords(tally, prepared, inbound.words);
  return settle(tally, prepared);
}

function emptyTally(): Tally {
  return {
    points: [0, 0, 0, 0, 0, 0, 0, 0, 0],
    counted: new Map<Int, boolean>(),
    classification: {
      inquiryType: 'unknown',
      points: 0,
      nextPoints: 0,
      isUrgent: false,
      isSensitive: false,
      isVague: false,
      buyingHints: 0,
      authorityHints: 0,
      phrasePositions: [],
    },
  };
}

function countWords(tally: Tally, prepared: PreparedPolicy, words: string[]): void {
  for (let place: Int = 0; place < words.length; place += 1) {
    if (prepared.phrasesByWord.has(words[place]!)) {
      countStart(tally, prepared, words, place);
    }
  }
}

function countStart(tally: Tally, prepared: PreparedPolicy, words: string[], place: Int): void {
  const start = prepared.phrasesByWord.get(words[place]!) ?? noPhrases;
  for (const position of start.alone) {
    countPhrase(tally, prepared, position);
  }
  if (start.bySecondWord !== null && place + 1 < words.length && start.bySecondWord.has(words[place + 1]!)) {
    const candidates = start.bySecondWord.get(words[place + 1]!) ?? noPositions;
    for (const position of candidates) {
      if (standsAt(prepared.phrases[position]!.laterWords, words, place + 2)) {
        countPhrase(tally, prepared, position);
      }
    }
  }
}

/** Nothing is ever added to these. */
const noPositions: Int[] = [];
const noPhrases: PhraseStart = { alone: [], bySecondWord: null };

/** Whether words follow from a place on. */
function standsAt(laterWords: string | null, words: string[], place: Int): boolean {
  if (laterWords === null) {
    return true;
  }
  let behind: Int = place;
  for (const word of splitText(laterWords, ' ')) {
    if (behind >= words.length || words[behind]! !== word) {
      return false;
    }
    behind += 1;
  }
  return true;
}

/** A phrase counts once, however often it is said. */
function countPhrase(tally: Tally, prepared: PreparedPolicy, position: Int): void {
  if (!tally.counted.has(position)) {
    const phrase = prepared.phrases[position]!;
    tally.counted.set(position, true);
    tally.classification.phrasePositions.push(position);
    if (phrase.typePosition >= 0) {
      tally.points[phrase.typePosition] = tally.points[phrase.typePosition]! + phrase.points;
    } else {
      countHint(tally.classification, phrase.hintsAt, phrase.points);
    }
  }
}

function countHint(classification: Classification, hintsAt: PhraseHint, points: Int): void {
  switch (hintsAt) {
    case 'urgent':
      classification.isUrgent = true;
      return;
    case 'sensitive':
      classification.isSensitive = true;
      return;
    case 'vague':
      classification.isVague = true;
      return;
    case 'buying':
      classification.buyingHints += points;
      return;
    case 'authority':
      classification.authorityHints += points;
      return;
    default:
      return;
  }
}

/** Equal points abstain, so the order of the types never decides. */
function settle(tally: Tally, prepared: PreparedPolicy): Classification {
  const classification = tally.classification;
  const thresholds = prepared.policy.thresholds;
  let best: InquiryType = 'unknown';
  for (let place: Int = 0; place < tally.points.length; place += 1) {
    const points: Int = tally.points[place]!;
    if (points > classification.points) {
      classification.nextPoints = classification.points;
      classification.points = points;
      best = inquiryTypes[place]!;
    } else if (points > classification.nextPoints) {
      classification.nextPoints = points;
    }
  }
  const margin: Int = classification.points - classification.nextPoints;
  if (classification.points >= thresholds.inquiryPoints && margin >= thresholds.inquiryMargin) {
    classification.inquiryType = best;
  }
  return classification;
}
