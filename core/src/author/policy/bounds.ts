/**
 * The most a policy may hold. Every number is bounded so that no whole-number expression of the engine leaves 32 bits and
 * no instant or amount reaches 2^53. The sums that come nearest:
 *
 * - an engagement signal: points 1,000 × 100 occurrences × 1,000 per mille = 10^8
 * - coverage: 64 attributes × a range of 2,000 points × 100 = 1.3 × 10^7
 * - a trained card's spread: 64 bins × variance 1,000,000 × 2 = 1.3 × 10^8
 * - a round of turns: 120 members × weight 1,000 × 100 per cent = 1.2 × 10^7
 */
export const most = {
  points: 1_000,
  attributes: 64,
  bins: 100,
  evidence: 10_000_000,
  varianceHundredths: 1_000_000,
  tableStart: 70_000,
  tableEntries: 2_001,
  signals: 200,
  halfLifeDays: 3_650,
  phraseLists: 300,
  phrasesOfList: 500,
  phrasePoints: 10,
  fields: 100,
  conditions: 20,
  rules: 150,
  tiers: 20,
  territories: 60,
  destinations: 100,
  pools: 60,
  membersOfPool: 60,
  members: 3_600,
  weight: 1_000,
  cap: 10_000,
  skills: 20,
  rampSteps: 12,
  slas: 60,
  escalations: 400,
  minutes: 525_600,
  days: 3_650,
  questions: 40,
  experiments: 20,
  /** Fifteen digits: what rows can carry, and below 2^53. */
  whole: 999_999_999_999_999,
  money: 999_999_999_999,
  /** The end of the year 2199, in UTC milliseconds. */
  instant: 7_258_118_399_999,
  texts: 500,
  textLength: 120,
  labelLength: 120,
  questionLength: 300,
  logicLength: 300,
} as const;
