import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Dice } from './dice.ts';
import { drawInput, type Scenario } from './scenario.ts';
import { uniqueWord } from './texts.ts';

/** A lead whose name, addresses and words are so much its own that each would be known again anywhere. */
export function drawConfidential(dice: Dice, scenario: Scenario): DecisionInput {
  const input = drawInput(dice, scenario);
  const known = input.submission;
  const word = (): string => uniqueWord(dice, 8);
  input.submission = {
    ...known,
    submissionKey: word(),
    firstName: word(),
    lastName: word(),
    email: `${word()}@${word()}.example`,
    phone: `+49 ${dice.between(10_000_000, 99_999_999)}`,
    company: word(),
    website: `https://${word()}.example`,
    buyingGroup: word(),
    message: word(),
    subject: word(),
    extras: [{ fieldKey: 'nickname', text: word(), whole: null }],
    channel: known.channel,
  };
  return input;
}

/** The values that must not be found again. */
export function confidentialValues({ submission }: DecisionInput): string[] {
  const { submissionKey, firstName, lastName, email, phone, company, website, buyingGroup, message, subject } =
    submission;
  const texts = [submissionKey, firstName, lastName, email, phone, company, website, buyingGroup, message, subject];
  return [...texts, ...submission.extras.map((extra) => extra.text)].filter((text) => text !== null);
}
