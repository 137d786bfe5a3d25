/** What the words of a stage or an outcome say by themselves. */
export type ClosingMeaning = 'won' | 'lost' | 'closed' | 'nothing';

const sayWon = ['won', 'converted', 'customer', 'signed', 'sold'];
const sayLost = ['lost', 'disqualified', 'unqualified', 'rejected', 'dead', 'junk', 'unresponsive', 'abandoned'];
const sayClosed = ['closed', 'archived', 'finished', 'inactive'];
const sayOtherwise = ['not', 'never', 'non', 'potential', 'future', 'prospective', 'former', 'reopened'];

/**
 * "Closed Won" → won; "closed-lost" → lost; "Closed" → closed; "Not won" and "Potential customer" → nothing, since the words around turn
 * it.
 */
export function meaningOf(words: string): ClosingMeaning {
  const said = wordsOf(words);
  if (said.some((word) => sayOtherwise.includes(word))) {
    return 'nothing';
  }
  const isWon = said.some((word) => sayWon.includes(word));
  const isLost = said.some((word) => sayLost.includes(word));
  if (isWon || isLost) {
    return isWon && isLost ? 'closed' : isWon ? 'won' : 'lost';
  }
  return said.some((word) => sayClosed.includes(word)) ? 'closed' : 'nothing';
}

const saysNothing = new Set(
  [
    '',
    'other',
    'others',
    'misc',
    'na',
    'n a',
    'none',
    'null',
    'no',
    'unknown',
    'not known',
    'not specified',
    'not set',
  ].concat(
    [
      'no reason',
      'reason',
      'tbd',
      'todo',
      'test',
      'x',
      'xx',
      'xxx',
      'see notes',
      'closed',
      'lost',
      'won',
      'closed lost',
    ],
    ['closed won', 'sonstiges', 'autre', 'otro', 'altro'],
  ),
);

/** Whether a reason is only there because the field had to be filled. "-", "N/A" and "Other" say nothing. */
export function isEmptyReason(reason: string): boolean {
  return saysNothing.has(wordsOf(reason).join(' '));
}

/** Words in lower case, parted at everything that is no letter or digit, and inside "closedWon". */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
}
