import { fill, labels } from './labels';

const buckets = {
  warm: { label: labels.bucketWarm, badgeClass: 'slds-theme_success' },
  lukewarm: { label: labels.bucketLukewarm, badgeClass: '' },
  cool: { label: labels.bucketCool, badgeClass: '' },
  cold: { label: labels.bucketCold, badgeClass: 'slds-badge_inverse' },
};

const flags = {
  ownerDiffers: labels.flagOwnerDiffers,
  saidWrongOwner: labels.flagWrongOwner,
  saidWrongScore: labels.flagWrongScore,
  olderPolicy: labels.flagOlderPolicy,
  unreadable: labels.flagUnreadable,
};

/** The label of the matrix cell and its look; null where there is none. */
export function bucketOf(card) {
  return buckets[card.bucket] ?? null;
}

/** Each flag as a sentence. */
export function flagsOf(card) {
  return card.flags.map(({ code, about }) => ({ code, text: fill(flags[code] ?? code, about ?? '') }));
}

/** The lines of a section, each with a key; null where the story has no such section. */
export function linesOf(card, code) {
  const section = card.sections.find((each) => each.code === code);
  return section ? section.lines.map((line, place) => ({ ...line, key: `${code}-${place}` })) : null;
}

/** The story, section by section, besides what the card shows whole. */
export function sectionsBesides(card, codes) {
  return card.sections
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, title }) => ({ code, title, lines: linesOf(card, code) }));
}

/** What decided, first the guard, rule, cell or fallback, then whose turn it was; what did not decide stands in the story. */
const choiceCodes = ['guard', 'rule', 'matrix', 'fallback'];
const remarkCodes = ['overflow', 'held', 'territory', 'stale'];
const ownerCodes = ['kept', 'existingOwner', 'territoryOwner', 'holder', 'turn'];
const mostRemarks = 1;

/** At most three lines: the choice, one remark about it, and how the owner was found; null without a story. */
export function decidingLinesOf(card) {
  const lines = linesOf(card, 'reason');
  if (lines === null) return null;
  const among = (codes) => lines.filter(({ code }) => codes.includes(code));
  return [...among(choiceCodes), ...among(remarkCodes).slice(0, mostRemarks), ...among(ownerCodes)];
}

const mostPoints = 6;

/** What moved fit most, the strongest first; what every lead starts with moved nothing. Null without a story. */
export function strongestPointsOf(card) {
  const lines = linesOf(card, 'fit')?.filter(({ code, points }) => points && code !== 'base');
  return lines?.length ? lines.slice(0, mostPoints) : null;
}

/** The beginning of a text in whole words: excerptOf('one two three', 9) → 'one two…'. */
export function excerptOf(text, length) {
  const start = text.slice(0, length);
  const end = start.lastIndexOf(' ');
  return `${(end > 0 ? start.slice(0, end) : start).trimEnd()}…`;
}
