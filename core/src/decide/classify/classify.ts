import type { Int } from '../model/number.ts';
import type { InquiryType, PhraseHint } from '../model/policy.ts';
import type { PreparedPhrase, PreparedPolicy } from '../model/prepared-policy.ts';
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

const inquiryTypes: InquiryType[] = [
  'sales',
  'support',
  'partner',
  'careers',
  'press',
  'investor',
  'student',
  'vendor',
  'spam',
];

type Tally = { points: Int[]; classification: Classification };

/**
 * Tells what kind of inquiry it is from the policy's phrases, the channel and the title, by adding points. It abstains
 * when the best type has too few points or too small a lead over the next: ops see both numbers and can change either.
 *
 * "we need a quote for 40 seats" → sales; "hello" → unknown.
 */
export function classify(inbound: InboundLead, prepared: PreparedPolicy): Classification {
  const tally = emptyTally();
  countWord(tally, prepared, [`#${lowerPlain(inbound.submission.channel)}`], 0);
  if (inbound.seniority !== null) {
    countWord(tally, prepared, [`#${lowerPlain(inbound.seniority)}`], 0);
  }
  for (let place: Int = 0; place < inbound.words.length; place += 1) {
    countWord(tally, prepared, inbound.words, place);
  }
  return settle(tally, prepared);
}

function emptyTally(): Tally {
  return {
    points: [0, 0, 0, 0, 0, 0, 0, 0, 0],
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

function countWord(tally: Tally, prepared: PreparedPolicy, words: string[], place: Int): void {
  const candidates = prepared.phrasesByWord.get(words[place]!) ?? null;
  if (candidates === null) {
    return;
  }
  for (const position of candidates) {
    const phrase = prepared.phrases[position]!;
    if (standsAt(phrase, words, place) && !hasPosition(tally.classification.phrasePositions, position)) {
      tally.classification.phrasePositions.push(position);
      countHint(tally, phrase.hintsAt, phrase.points);
    }
  }
}

/** Whether what follows a phrase's first word stands behind the place; most phrases are one word. */
function standsAt(phrase: PreparedPhrase, words: string[], place: Int): boolean {
  if (phrase.otherWords === null) {
    return true;
  }
  // Most candidates fail at their second word, so the rest is only cut into words behind a first look.
  if (place + 1 >= words.length || !phrase.otherWords.startsWith(words[place + 1]!)) {
    return false;
  }
  let behind: Int = place;
  for (const word of splitText(phrase.otherWords, ' ')) {
    behind += 1;
    if (behind >= words.length || words[behind]! !== word) {
      return false;
    }
  }
  return true;
}

function hasPosition(positions: Int[], position: Int): boolean {
  for (const known of positions) {
    if (known === position) {
      return true;
    }
  }
  return false;
}

function countHint(tally: Tally, hintsAt: PhraseHint, points: Int): void {
  switch (hintsAt) {
    case 'urgent':
      tally.classification.isUrgent = true;
      return;
    case 'sensitive':
      tally.classification.isSensitive = true;
      return;
    case 'vague':
      tally.classification.isVague = true;
      return;
    case 'buying':
      tally.classification.buyingHints += points;
      return;
    case 'authority':
      tally.classification.authorityHints += points;
      return;
    default:
      countInquiry(tally, hintsAt, points);
      return;
  }
}

function countInquiry(tally: Tally, hintsAt: PhraseHint, points: Int): void {
  for (let place: Int = 0; place < inquiryTypes.length; place += 1) {
    if (inquiryTypes[place]! === hintsAt) {
      tally.points[place] = tally.points[place]! + points;
    }
  }
}

/** Equal points abstain, so the order of the types never decides. */
function settle(tally: Tally, prepared: PreparedPolicy): Classification {
  const classification = tally.classification;
  const thresholds = prepared.policy.thresholds;
  let best: InquiryType = 'unknown';
  for (let place: Int = 0; place < inquiryTypes.length; place += 1) {
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
