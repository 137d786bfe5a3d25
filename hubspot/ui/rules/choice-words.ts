import { wordsOfName } from '../../handlers/rules/row-properties.ts';

/** How choices read where their own names would not say enough. */
const words: { readonly [column: string]: { readonly [choice: string]: string } } = {
  operator: {
    isOneOf: 'is one of',
    isNoneOf: 'is none of',
    contains: 'contains one of',
    startsWith: 'starts with one of',
    between: 'is between',
    atLeast: 'is at least',
    atMost: 'is at most',
    isYes: 'is yes',
    isNo: 'is no',
    isKnown: 'is known',
    isUnknown: 'is not known',
  },
  fieldType: { text: 'Text', number: 'Whole number', flag: 'Yes or no' },
  basis: { expert: 'Our own judgement', trained: 'Trained on past leads' },
  guardKey: {
    imported: 'Came with an import, a migration or an integration',
    testOrEmployee: 'Test address or one of our own people',
    suppressed: 'Opted out, or a competitor',
    ownerSetByPerson: 'A person has set the owner',
    sensitive: 'Sensitive or legal words in the message',
    existingCustomer: 'The company is a customer already',
    outOfScope: 'Not a sales inquiry',
    namedAccount: 'On the list of named accounts',
    highValue: 'The expected value is high',
    reactivated: 'Lost before and back again',
    notEnoughInformation: 'Too little is known to judge it',
    lowConfidence: 'Confidence is too low to decide alone',
  },
  kind: {
    owner: 'Existing owner',
    pool: 'Pool',
    triage: 'Triage by a person',
    nurture: 'Nurture campaign',
    hold: 'Hold and ask a question',
    review: 'Review by a person',
    support: 'Support',
    partner: 'Partner team',
    press: 'Press',
    careers: 'Careers',
    closeOut: 'Close out',
    recordOnly: 'Record only, touch nothing',
  },
  hoursRule: { mustBeOpen: 'Only while their hours are open', ignore: 'At any hour' },
  measure: { minutes: 'Within so many minutes', endOfDay: 'By the end of the business day' },
  action: { remind: 'Remind', alert: 'Alert', reassign: 'Give the lead to' },
};

/** A choice as ops read it: choiceWords('operator', 'atLeast') → "is at least". */
export function choiceWords(column: string, choice: string): string {
  const known = words[column];
  if (known !== undefined && Object.hasOwn(known, choice)) return known[choice]!;
  const plain = wordsOfName(choice);
  return column === 'operator' ? plain : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}
