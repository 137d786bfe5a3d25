import { wordsOf } from './closing-words.ts';

const words = new Set(
  [
    'duration',
    'closed',
    'close',
    'closing',
    'won',
    'win',
    'lost',
    'loss',
    'outcome',
    'result',
    'converted',
    'conversion',
  ].concat(
    ['amount', 'stage', 'opportunity', 'deal', 'contract', 'invoice', 'invoiced', 'paid', 'payment', 'signed', 'order'],
    [
      'probability',
      'forecast',
      'disqualified',
      'unqualified',
      'disposition',
      'rejection',
      'renewal',
      'churn',
      'churned',
    ],
    ['onboarding', 'quote', 'proposal'],
  ),
);

const phrases = [
  'call length',
  'call time',
  'talk time',
  'last contacted',
  'last activity',
  'last modified',
  'lead status',
  'lifecycle stage',
  'next step',
  'first touch',
  'first response',
  'follow up',
  'times contacted',
];

/** The word of a field's name that speaks of what comes after first contact, or null. "Call duration (s)" → "duration" */
export function wordOfAfterwards(fieldKey: string, label: string): string | null {
  for (const name of [fieldKey, label]) {
    const said = wordsOf(name);
    const word = said.find((each) => words.has(each));
    if (word !== undefined) {
      return word;
    }
    const joined = ` ${said.join(' ')} `;
    const phrase = phrases.find((each) => joined.includes(` ${each} `));
    if (phrase !== undefined) {
      return phrase;
    }
  }
  return null;
}
