import type { Dice } from '../../property/generators/dice.ts';
import { channels } from '../../property/generators/submissions.ts';
import { drawOddText } from './wordings.ts';

/** The values that the engine itself gives a text fact, by field: what it reads out of what was typed. */
const factValues: Readonly<Record<string, readonly string[]>> = {
  channel: channels.map((channel) => channel.toLowerCase()),
  country: ['de', 'us', 'gb', 'ch', 'fr', 'jp', 'tr'],
  industry: ['software', 'logistics', 'public', 'manufacturing', 'alchemy', 'maßanzüge'],
  language: ['de', 'en', 'fr', 'ja', 'tr'],
  seniority: ['owner', 'chief', 'vicepresident', 'head', 'director', 'manager', 'specialist', 'student'],
  jobFunction: ['sales', 'marketing', 'operations', 'it', 'finance', 'procurement', 'hr', 'general'],
  emailKind: ['corporate', 'freemail', 'disposable', 'role'],
  emailDomain: ['acme-freight.de', 'corp.co.uk', 'gmail.com', 'müller.example'],
  timeline: ['now', 'quarter', 'year', 'later'],
  budget: ['approved', 'planned', 'none'],
  inquiryType: ['sales', 'support', 'partner', 'careers', 'press', 'investor', 'student', 'vendor', 'spam'],
  entryPage: ['/pricing', '/demo', '/blog/2026'],
  lastPage: ['/pricing', '/demo', '/'],
  company: ['acme', 'mueller & soehne', 'müller & söhne'],
  region: ['bavaria', 'ca', 'île-de-france'],
};

/** Territories and tiers are named by the policy that asks for them. */
export type PolicyNames = { tierKeys: readonly string[]; territoryKeys: readonly string[] };

/** A value that a condition or a bin on this field may name, mostly one that a lead can have. */
export function drawFactValue(dice: Dice, fieldKey: string, names: PolicyNames): string {
  const known = valuesOf(fieldKey, names);
  const text = known.length === 0 || dice.chance(15) ? drawOddText(dice) : dice.pick(known);
  return dice.chance(10) ? text.toUpperCase() : text;
}

function valuesOf(fieldKey: string, names: PolicyNames): readonly string[] {
  if (fieldKey === 'tier') {
    return names.tierKeys;
  }
  return fieldKey === 'territory' ? names.territoryKeys : (factValues[fieldKey] ?? []);
}

/** A country is asked by its two letters, except by its beginning. */
export function drawCountry(dice: Dice): string {
  return dice.pick(factValues['country']!);
}

const smallAmounts = [0, 1, 2, 3, 5, 8, 10, 13, 20];
const scoreAmounts = [0, 1, 25, 40, 50, 59, 60, 61, 75, 99, 100, 101];
const largeAmounts = [0, 1, 9, 10, 49, 50, 99, 100, 199, 200, 4_999, 5_000, 100_000, 2_147_483_647, 2_147_483_648];
const extremes = [-1, 1_000_000_000_000, 999_999_999_999_999, -999_999_999_999_999];

/** A number that a condition or a bin on this field may name. */
export function drawFactAmount(dice: Dice, fieldKey: string): number {
  if (dice.chance(5)) {
    return dice.pick(extremes);
  }
  if (fieldKey.endsWith('Score') || fieldKey === 'confidence') {
    return dice.chance(50) ? dice.pick(scoreAmounts) : dice.roll(101);
  }
  const isCount = fieldKey === 'messageWords' || fieldKey.endsWith('Hints');
  return dice.pick(isCount ? smallAmounts : largeAmounts);
}
