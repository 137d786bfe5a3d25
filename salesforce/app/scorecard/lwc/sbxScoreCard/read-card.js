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

/** The rest of the story. */
export function sectionsBesides(card, codes) {
  return card.sections
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, title }) => ({ code, title, lines: linesOf(card, code) }));
}

/** The beginning of a text in whole words: excerptOf('one two three', 9) → 'one two…'. */
export function excerptOf(text, length) {
  const start = text.slice(0, length);
  const end = start.lastIndexOf(' ');
  return `${(end > 0 ? start.slice(0, end) : start).trimEnd()}…`;
}
