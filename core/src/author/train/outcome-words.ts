/** What a word of a CRM means. `unreadable` is neither; hygiene lists it. */
export type OutcomeReading = 'won' | 'lost' | 'open' | 'unreadable';

const words: Readonly<Record<Exclude<OutcomeReading, 'unreadable'>, readonly string[]>> = {
  won: ['won', 'closed won', 'closedwon', 'yes', 'true', '1', 'customer', 'win', 'gewonnen'],
  lost: [
    'lost',
    'closed lost',
    'closedlost',
    'no',
    'false',
    '0',
    'disqualified',
    'unqualified',
    'loss',
    'verloren',
    'bad fit',
  ],
  open: ['', 'open', 'new', 'working', 'nurture', 'qualified', 'in progress', 'pending', 'contacted'],
};

const readings = new Map(
  Object.entries(words).flatMap(([reading, list]) => list.map((word) => [word, reading as OutcomeReading])),
);

/** readOutcome("Closed Won") → won; "Negotiation" → unreadable. */
export function readOutcome(typed: string | null): OutcomeReading {
  const word = (typed ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return readings.get(word) ?? 'unreadable';
}
