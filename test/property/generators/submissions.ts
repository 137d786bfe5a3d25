import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Activity, Channel, ExtraValue, Submission } from '../../../core/src/decide/model/submission.ts';
import type { Dice } from './dice.ts';
import { hostileKeys, hostileText } from './texts.ts';
import { amounts, strangeAmounts, typedValues } from './values.ts';

export const channels: readonly Channel[] = [
  'webForm',
  'demoRequest',
  'contactEmail',
  'linkedIn',
  'supportTicket',
  'forwardedIntro',
  'chat',
  'interactiveDemo',
  'manual',
  'unknown',
  'listImport',
  'migration',
  'integration',
];

export const importChannels: readonly Channel[] = ['listImport', 'migration', 'integration'];

const dayMillis = 86_400_000;

/** A submission past the edge: types are right, values are anything. */
export function drawSubmission(dice: Dice, policy: Policy, now: number): Submission {
  const text = (field: keyof typeof typedValues): string | null => {
    const kind = dice.roll(20);
    if (kind < 8) {
      return null;
    }
    return kind < 18 ? dice.pick(typedValues[field]) : hostileText(dice);
  };
  return {
    submissionKey: dice.chance(95) ? `lead-${dice.roll(1_000_000)}` : dice.pick(hostileKeys),
    channel: dice.pick(channels),
    receivedAt: now,
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    phone: text('phone'),
    company: text('company'),
    jobTitle: text('jobTitle'),
    website: text('website'),
    country: text('country'),
    region: text('region'),
    postcode: text('postcode'),
    city: text('city'),
    industry: text('industry'),
    language: text('language'),
    leadSource: text('leadSource'),
    campaign: text('campaign'),
    entryPage: text('entryPage'),
    lastPage: text('lastPage'),
    productInterest: text('productInterest'),
    currentTool: text('currentTool'),
    timeline: text('timeline'),
    budget: text('budget'),
    buyingGroup: text('buyingGroup'),
    subject: text('subject'),
    message: text('message'),
    employees: drawAmount(dice),
    annualRevenue: drawAmount(dice),
    teamSize: drawAmount(dice),
    expectedValue: drawAmount(dice),
    optedOut: dice.pick([null, false, false, true]),
    extras: dice.several(dice.chance(5) ? 30 : 3, () => drawExtra(dice, policy)),
    activities: dice.several(dice.chance(5) ? 40 : 4, () => drawActivity(dice, policy, now)),
    problems: dice.several(dice.chance(5) ? 20 : 1, () => ({
      code: 'EDG003',
      about: dice.chance(90) ? 'employees' : hostileText(dice),
      found: dice.chance(90) ? 'no number; taken as not known' : hostileText(dice),
    })),
  };
}

export function drawAmount(dice: Dice): number | null {
  const kind = dice.roll(20);
  if (kind < 9) {
    return null;
  }
  return kind < 18 ? dice.pick(amounts) : dice.pick(strangeAmounts);
}

function drawExtra(dice: Dice, policy: Policy): ExtraValue {
  const own = policy.fields.map((field) => field.fieldKey);
  return {
    fieldKey: dice.chance(20) ? dice.pick(hostileKeys) : dice.pick([...own, 'employees', 'emailDomain', 'nowhere']),
    text: dice.orNull(30, () => (dice.chance(20) ? hostileText(dice) : dice.pick(['yes', 'no', 'gold', '7']))),
    whole: drawAmount(dice),
  };
}

const farAway = [0, 8_640_000_000_000_000, -8_640_000_000_000_000];

function drawActivity(dice: Dice, policy: Policy, now: number): Activity {
  const known = policy.signals.map((signal) => signal.signalKey);
  const age = dice.between(-5, 400) * dayMillis + dice.roll(dayMillis);
  return {
    signalKey: dice.chance(20) || known.length === 0 ? dice.pick(hostileKeys) : dice.pick(known),
    occurredAt: dice.chance(5) ? dice.pick(farAway) : now - age,
    occurrences: dice.chance(5) ? dice.pick([-1, 0, 2_147_483_647]) : dice.between(1, 120),
  };
}
