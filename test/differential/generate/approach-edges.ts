import type { Condition } from '../../../core/src/decide/model/condition.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { ScoreAttribute } from '../../../core/src/decide/model/scorecard.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import type { Dice } from '../../property/generators/dice.ts';
import type { ContextValues, LeadValues } from '../pair.ts';
import { inquiryTypes } from '../../../core/src/decide/model/choices.ts';
import { peopleKeys } from './draw-pools.ts';
import { drawEdgeLedgers, drawFading } from './edges-of-time.ts';
import { fillRecord } from './fill-record.ts';
import { matchRivals, ownRecord } from './match-crm.ts';
import { fieldOf, meetCondition, sayingOf, setAmount, setText } from './set-facts.ts';
import { approachGuard, fillReview } from './trip-guards.ts';
import { typedTexts } from './typed-texts.ts';
import { drawUnsoundText, nearTexts } from './wordings.ts';

/** Bounds of the intake, of Int and of Long as the engine counts it, and one more or less. */
const extremeAmounts = [
  null,
  -9_007_199_254_740_991,
  -2_147_483_649,
  -2_147_483_648,
  -1,
  0,
  1,
  2_147_483_647,
  2_147_483_648,
  999_999_999_999,
  1_000_000_000_000,
  1_000_000_000_001,
  9_007_199_254_740_991,
];

/** Owners as a CRM may name them: on the roster or not, by another case, longer than a key may be, or half a character. */
export const ownerKeys: readonly string[] = [...peopleKeys, 'somebody-else', 'ANA', '', 'k'.repeat(61), 'é\ud800'];

/** Changes one thing about a lead, mostly to where the policy's answer is about to change. */
export function approachEdge(dice: Dice, lead: LeadValues, policy: Policy, context: ContextValues): void {
  const { input } = lead;
  switch (dice.pick(kinds)) {
    case 'condition':
      approachCondition(dice, lead, policy);
      return;
    case 'bin':
      approachBin(dice, lead, policy);
      return;
    case 'guard':
      if (policy.guards.length > 0) {
        approachGuard(dice, lead, policy, dice.pick(policy.guards).guardKey, ownerKeys);
      }
      return;
    case 'fading':
      drawFading(dice, lead, policy);
      return;
    case 'ledgers':
      lead.ledgers = drawEdgeLedgers(dice, policy, context, input.now);
      return;
    case 'rivals':
      matchRivals(dice, lead, ownerKeys);
      return;
    case 'owner':
      ownRecord(dice, lead, ownerKeys);
      return;
    case 'review':
      fillReview(dice, lead, policy);
      return;
    case 'extreme':
      setText(
        dice,
        lead,
        policy,
        dice.pick(['company', 'city', 'timeline', 'budget', 'emailDomain']),
        drawUnsoundText(dice),
      );
      setAmount(dice, lead, policy, drawCounted(dice, policy), dice.pick(extremeAmounts));
      return;
    case 'text':
      setUnsoundText(dice, input.submission);
      return;
    case 'typed':
      typeTexts(dice, input.submission);
      return;
    case 'saying':
      input.submission.message = sayingOf(dice, policy, dice.pick(inquiryTypes));
      return;
    case 'full':
      fillRecord(dice, lead, policy);
      return;
    case 'unknown':
      input.submission[dice.pick(textFields)] = null;
      return;
  }
}

const kinds = [
  'condition',
  'condition',
  'condition',
  'bin',
  'bin',
  'guard',
  'guard',
  'fading',
  'ledgers',
  'rivals',
  'owner',
  'review',
  'extreme',
  'text',
  'typed',
  'typed',
  'saying',
  'saying',
  'full',
  'unknown',
] as const;

const textFields = ['email', 'phone', 'company', 'jobTitle', 'country', 'industry', 'language', 'message'] as const;
const writtenFields = [...textFields, 'firstName', 'lastName', 'website', 'subject', 'submissionKey'] as const;

/** In every other field a text that is typed there in some case. */
function typeTexts(dice: Dice, submission: Submission): void {
  for (const [field, texts] of typedTexts) {
    if (dice.chance(50)) {
      submission[field] = dice.pick(texts);
    }
  }
}

function setUnsoundText(dice: Dice, submission: Submission): void {
  submission[dice.pick(writtenFields)] = drawUnsoundText(dice);
}

function drawCounted(dice: Dice, policy: Policy): string {
  const own = policy.fields.filter((field) => field.fieldType === 'number').map((field) => field.fieldKey);
  return dice.pick(['employees', 'annualRevenue', 'teamSize', 'expectedValue', ...own]);
}

/** Every condition that the policy asks anywhere. */
function conditionsOf(policy: Policy): Condition[] {
  return [...policy.rules, ...policy.tiers, ...policy.territories].flatMap((asked) => asked.conditions);
}

function approachCondition(dice: Dice, lead: LeadValues, policy: Policy): void {
  const conditions = conditionsOf(policy);
  if (conditions.length === 0) {
    return;
  }
  const condition = dice.pick(conditions);
  const ends = [condition.low, condition.high].filter((end) => end !== null);
  approachValue(dice, lead, policy, condition.fieldKey, condition.texts, ends);
}

function approachBin(dice: Dice, lead: LeadValues, policy: Policy): void {
  const attributes: ScoreAttribute[] = policy.scorecards.flatMap((card) => card.attributes);
  if (attributes.length === 0) {
    return;
  }
  const { fieldKey, bins } = dice.pick(attributes);
  const bin = bins.length === 0 ? null : dice.pick(bins);
  const ends = bin === null ? [] : [bin.low, bin.high].filter((end) => end !== null);
  approachValue(dice, lead, policy, fieldKey, bin === null ? [] : bin.texts, ends);
}

/** At a number, one below or one above it; a text, or one that only some ways of comparing call the same; or nothing. */
function approachValue(
  dice: Dice,
  lead: LeadValues,
  policy: Policy,
  fieldKey: string,
  texts: readonly string[],
  ends: readonly number[],
): void {
  const isNumber = fieldOf(policy, fieldKey).fieldType === 'number';
  if (dice.chance(10)) {
    const clear = isNumber ? setAmount : setText;
    clear(dice, lead, policy, fieldKey, null);
  } else if (isNumber) {
    setAmount(dice, lead, policy, fieldKey, (ends.length === 0 ? 100 : dice.pick(ends)) + dice.between(-1, 1));
  } else {
    const text = texts.length === 0 ? dice.pick(['yes', 'no', 'TRUE', '0', 'maybe']) : dice.pick(texts);
    setText(dice, lead, policy, fieldKey, dice.chance(30) ? text : dice.pick(nearTexts(text)));
  }
}

/** Makes a whole rule, tier or territory likely to hold. */
export function meetTest(dice: Dice, lead: LeadValues, policy: Policy): void {
  const tests = [...policy.rules, ...policy.tiers, ...policy.territories];
  if (tests.length > 0) {
    for (const condition of dice.pick(tests).conditions) {
      meetCondition(dice, lead, policy, condition);
    }
  }
}
