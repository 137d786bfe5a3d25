import type { Condition, FieldDefinition } from '../../../core/src/decide/model/condition.ts';
import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import type { PhraseHint, Policy } from '../../../core/src/decide/model/policy.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { channels } from '../../property/generators/submissions.ts';
import type { LeadValues } from '../pair.ts';
import { matchAccount } from './match-crm.ts';

/** The fields of a submission that become a fact of the same name. */
const typedFields = [
  'leadSource',
  'campaign',
  'entryPage',
  'lastPage',
  'country',
  'region',
  'postcode',
  'city',
  'industry',
  'language',
  'company',
  'productInterest',
  'currentTool',
  'timeline',
  'budget',
  'buyingGroup',
] as const;

const countedFields = ['employees', 'annualRevenue', 'teamSize', 'expectedValue'] as const;

/** What people type for a rank or a department that conditions name in one word. */
const titleWords: Readonly<Record<string, string>> = {
  chief: 'CEO',
  vicepresident: 'VP',
  student: 'intern',
  sales: 'Vertrieb',
  it: 'Informatik',
  hr: 'People',
};

function isTyped(fieldKey: string): fieldKey is (typeof typedFields)[number] {
  return (typedFields as readonly string[]).includes(fieldKey);
}

function isCounted(fieldKey: string): fieldKey is (typeof countedFields)[number] {
  return (countedFields as readonly string[]).includes(fieldKey);
}

/** Changes a lead so that a text fact is likely to be this one; null makes it unknown. A flag is "yes" or "no". */
export function setText(dice: Dice, lead: LeadValues, policy: Policy, fieldKey: string, text: string | null): void {
  const { submission, answers, crm } = lead.input;
  if (isTyped(fieldKey)) {
    submission[fieldKey] = text;
    return;
  }
  switch (fieldKey) {
    case 'channel':
      submission.channel = channels.find((channel) => channel.toLowerCase() === text?.toLowerCase()) ?? 'unknown';
      return;
    case 'seniority':
    case 'jobFunction':
      submission.jobTitle = text === null ? null : (titleWords[text] ?? text);
      return;
    case 'emailDomain':
      submission.email = text === null ? null : `ana@${text}`;
      return;
    case 'emailKind':
      setEmailKind(lead, text);
      return;
    case 'inquiryType':
      submission.message = text === null ? null : sayingOf(dice, policy, text);
      return;
    case 'isUrgent':
    case 'isSensitive':
      submission.message =
        text === 'yes' ? sayingOf(dice, policy, fieldKey === 'isUrgent' ? 'urgent' : 'sensitive') : '';
      return;
    case 'isCustomer':
      matchAccount(lead, { isCustomer: text === 'yes' });
      return;
    case 'isNamedAccount':
      answers.isNamedAccount = text === null ? null : text === 'yes';
      return;
    case 'isReactivated':
      matchAccount(lead, { lostAt: text === 'yes' ? 0 : null });
      return;
    case 'isDuplicate':
      crm.earlierSubmissionKey = text === 'yes' ? 'lead-before' : null;
      return;
    case 'isOptedOut':
      submission.optedOut = text === null ? null : text === 'yes';
      return;
    case 'hasPhone':
      submission.phone = text === 'yes' ? '+49 30 123456' : '030 1234';
      return;
    case 'hasWebsite':
      submission.website = text === 'yes' ? 'https://www.corp.co.uk/x' : null;
      return;
    default:
      setOwnField(submission, fieldKey, text, null);
  }
}

/** As setText, for a fact that is a number. What the engine works out itself, such as a score, cannot be set. */
export function setAmount(dice: Dice, lead: LeadValues, policy: Policy, fieldKey: string, amount: number | null): void {
  const { submission } = lead.input;
  if (isCounted(fieldKey)) {
    submission[fieldKey] = amount;
  } else if (fieldKey === 'messageWords') {
    submission.subject = null;
    submission.message = amount === null ? null : 'word '.repeat(Math.max(0, Math.min(amount, 600)));
  } else if (fieldKey === 'buyingHints' || fieldKey === 'authorityHints') {
    submission.message = sayingOf(dice, policy, fieldKey === 'buyingHints' ? 'buying' : 'authority');
  } else if (policy.fields.some((field) => field.fieldKey === fieldKey)) {
    setOwnField(submission, fieldKey, null, amount);
  }
}

function setOwnField(submission: Submission, fieldKey: string, text: string | null, whole: number | null): void {
  submission.extras = submission.extras.filter((extra) => extra.fieldKey !== fieldKey).slice(0, 11);
  submission.extras.push({ fieldKey, text, whole });
}

function setEmailKind({ input }: LeadValues, text: string | null): void {
  const { submission, answers } = input;
  submission.email = text === null ? null : text === 'role' ? 'info@corp.co.uk' : 'ana@corp.co.uk';
  answers.isDisposableMail = text === 'disposable';
  answers.isFreeMail = text === 'freemail';
}

/** A message with one or more of the policy's own phrases that hint at something, in any case. */
export function sayingOf(dice: Dice, policy: Policy, hintsAt: string): string {
  const phrases = policy.phraseLists
    .filter((list) => list.hintsAt === (hintsAt as PhraseHint))
    .flatMap((list) => list.phrases)
    .filter((phrase) => !phrase.startsWith('#'));
  if (phrases.length === 0) {
    return 'hello';
  }
  const said = Array.from({ length: dice.between(1, 4) }, () => dice.pick(phrases)).join(dice.pick([' ', ', ', '\n']));
  return dice.chance(20) ? said.toUpperCase() : said;
}

const standard = standardFields();

/** The definition of a field that a policy's condition names. */
export function fieldOf(policy: Policy, fieldKey: string): FieldDefinition {
  return [...standard, ...policy.fields].find((field) => field.fieldKey === fieldKey)!;
}

/** Changes a lead so that a condition is likely to be met. */
export function meetCondition(dice: Dice, lead: LeadValues, policy: Policy, condition: Condition): void {
  const { fieldKey, operator } = condition;
  if (fieldOf(policy, fieldKey).fieldType === 'number') {
    const met = condition.low ?? condition.high ?? 100;
    setAmount(dice, lead, policy, fieldKey, operator === 'isUnknown' ? null : met);
    return;
  }
  switch (operator) {
    case 'isUnknown':
      setText(dice, lead, policy, fieldKey, null);
      return;
    case 'isYes':
      setText(dice, lead, policy, fieldKey, 'yes');
      return;
    case 'isNo':
      setText(dice, lead, policy, fieldKey, 'no');
      return;
    case 'isNoneOf':
      setText(dice, lead, policy, fieldKey, 'something else');
      return;
    default:
      setText(dice, lead, policy, fieldKey, condition.texts.length === 0 ? 'anything' : dice.pick(condition.texts));
  }
}
