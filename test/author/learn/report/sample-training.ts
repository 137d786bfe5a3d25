import type { EngagementSignal, Scorecard } from '../../../../core/src/decide/model/scorecard.ts';
import type { AttributeBins } from '../../../../core/src/author/learn/bins/attribute-bins.ts';
import { interval, type Tier } from '../../../../core/src/author/learn/evaluate/lift.ts';
import type { Measures } from '../../../../core/src/author/learn/evaluate/measures.ts';
import type { AttributePoints } from '../../../../core/src/author/learn/fit/additive-card.ts';
import type { HygieneLine, ReviewedDeal } from '../../../../core/src/author/learn/hygiene/hygiene-report.ts';
import type { Evaluation, LearnedCard, Training } from '../../../../core/src/author/learn/training.ts';

/** What somebody may have typed into a CRM. */
export const hostile = '<img src=x onerror="window.wasRun = true"> & "quotes"';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

function tier(name: Tier['name'], count: number, wonCount: number): Tier {
  return { name, count, wonCount, wonShare: wonCount / count, ...interval(wonCount, count) };
}

function attribute(
  bins: AttributeBins,
  codes: readonly (readonly [points: number, evidence: number])[],
): AttributePoints {
  return {
    bins,
    points: codes.map(([points]) => points),
    evidence: codes.map(([, evidence]) => evidence),
    varianceHundredths: codes.map(([, evidence]) => Math.round(80_000 / (evidence + 1))),
  };
}

function measures(areaUnderCurve: number, logLoss: number, calibrationError: number, count: number): Measures {
  const wonCount = Math.round(count * 0.14);
  return { count, wonCount, areaUnderCurve, logLoss, baseLogLoss: 0.405, brierScore: 0.108, calibrationError };
}

const employees: AttributeBins = {
  kind: 'number',
  fieldKey: 'employees',
  label: 'employees',
  lows: [1, 11, 50, 51, 200, 1000],
};
const industry: AttributeBins = {
  kind: 'text',
  fieldKey: 'industry',
  label: 'industry',
  groups: [
    ['logistics', 'transportation and warehousing'],
    ['manufacturing'],
    ['software', 'information technology and services', 'internet'],
    [hostile, 'retail'],
  ],
};
const seniority: AttributeBins = {
  kind: 'text',
  fieldKey: 'seniority',
  label: 'seniority',
  groups: [['owner'], ['executive', 'vp'], ['director'], ['manager'], ['staff', 'intern']],
};
const country: AttributeBins = {
  kind: 'text',
  fieldKey: 'country',
  label: 'country',
  groups: [
    ['us', 'ca'],
    ['gb', 'ie', 'de', 'fr', 'nl', 'be', 'at', 'ch', 'es', 'it', 'pt', 'dk', 'se', 'no'],
    ['in'],
    ['br', 'mx'],
  ],
};
const channel: AttributeBins = {
  kind: 'text',
  fieldKey: 'channel',
  label: 'channel',
  groups: [['demo'], ['contact'], ['chat'], ['content']],
};

const scorecard = (axis: LearnedCard['axis']): Scorecard => ({
  axis,
  basis: 'trained',
  basePoints: -52,
  attributes: [],
  tableStart: -100,
  scoreTable: [],
  agreementTable: [],
  isCalibrated: true,
  trainedOn: 2980,
});

const timeSplit: NonNullable<Evaluation['timeSplit']> = {
  cutAt: day('2025-11-03'),
  earlierCount: 1893,
  purgedCount: 193,
  frozen: measures(0.742, 0.371, 0.031, 894),
  rolling: { ...measures(0.745, 0.366, 0.019, 894), versions: 3 },
  groups: [0.021, 0.038, 0.052, 0.07, 0.091, 0.118, 0.149, 0.19, 0.262, 0.412].map((said, place) => ({
    count: 89 + (place === 9 ? 4 : 0),
    said,
    happened: [0.022, 0.011, 0.067, 0.067, 0.112, 0.101, 0.135, 0.236, 0.247, 0.387][place]!,
  })),
  tiers: [tier('top', 179, 60), tier('middle', 357, 49), tier('bottom', 358, 16)],
  isTopClearlyAhead: true,
  riskByCoverage: [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].map((coverage, place) => ({
    coverage,
    risk: [0.322, 0.311, 0.298, 0.279, 0.266, 0.25, 0.231, 0.218][place]!,
  })),
  present: {
    areaUnderCurve: 0.651,
    tiers: [tier('top', 179, 41), tier('middle', 357, 52), tier('bottom', 358, 32)],
    mayHaveSeen: false,
  },
  native: { count: 611, areaUnderCurve: 0.604, ownAreaUnderCurve: 0.738 },
};

const confidence = [
  { from: 0, count: 214, said: 0.55, was: 0.57 },
  { from: 60, count: 391, said: 0.65, was: 0.68 },
  { from: 70, count: 507, said: 0.75, was: 0.79 },
  { from: 80, count: 816, said: 0.855, was: 0.88 },
  { from: 90, count: 1102, said: 0.94, was: 0.95 },
  { from: 97, count: 2930, said: 0.992, was: 0.986 },
];

/** A fit card of a company with enough history. */
export const fitCard: LearnedCard = {
  kind: 'learned',
  axis: 'fit',
  isPriorDriven: false,
  labelled: { count: 2980, wonCount: 417 },
  card: {
    basePoints: -52,
    signals: [],
    attributes: [
      attribute(country, [
        [-4, 212],
        [-9, 22],
        [6, 1408],
        [3, 902],
        [-17, 311],
        [-11, 125],
      ]),
      attribute(employees, [
        [-8, 540],
        [0, 0],
        [-24, 611],
        [-7, 702],
        [2, 17],
        [9, 588],
        [21, 377],
        [14, 145],
      ]),
      attribute(industry, [
        [-3, 640],
        [-1, 410],
        [24, 389],
        [11, 501],
        [2, 833],
        [-14, 207],
      ]),
      attribute(seniority, [
        [-12, 320],
        [0, 0],
        [10, 240],
        [18, 410],
        [9, 520],
        [-1, 890],
        [-15, 600],
      ]),
    ],
  },
  calibration: { method: 'platt', version: 1, outcomes: 2980, knots: [{ points: 0, logOdds: -1.8 }] },
  evaluation: {
    crossValidation: { ...measures(0.751, 0.362, 0.012, 2980), meanAreaUnderCurve: 0.749, roundingLoss: 0.0004 },
    timeSplit,
    confidence,
  },
  segments: [
    {
      fieldKey: 'industry',
      text: 'logistics',
      earlierWonCount: 410,
      laterCount: 620,
      own: { areaUnderCurve: 0.76, logLoss: 0.38 },
      all: { areaUnderCurve: 0.71, logLoss: 0.4 },
      isOwnBetter: true,
    },
  ],
  scorecard: scorecard('fit'),
  signals: [],
  highFrom: 61,
  weaknesses: [],
};

const signal = (
  signalKey: string,
  label: string,
  points: number,
  halfLifeDays: number,
  capPoints: number,
): EngagementSignal => ({
  signalKey,
  label,
  points: points,
  halfLifeDays: halfLifeDays,
  capPoints: capPoints,
  isProductUsage: false,
});

/** An engagement card that leans on the present one, and does worse on later leads. */
export const engagementCard: LearnedCard = {
  ...fitCard,
  axis: 'engagement',
  isPriorDriven: true,
  labelled: { count: 2411, wonCount: 268 },
  card: {
    basePoints: -58,
    attributes: [
      attribute(channel, [
        [0, 0],
        [-6, 14],
        [19, 512],
        [8, 801],
        [3, 377],
        [-16, 707],
      ]),
    ],
    signals: [],
  },
  evaluation: {
    crossValidation: { ...measures(0.79, 0.33, 0.015, 2411), meanAreaUnderCurve: 0.788, roundingLoss: 0 },
    timeSplit: {
      ...timeSplit,
      frozen: measures(0.653, 0.412, 0.094, 724),
      rolling: { ...measures(0.641, 0.399, 0.052, 724), versions: 4 },
      tiers: [tier('top', 145, 27), tier('middle', 290, 41), tier('bottom', 289, 24)],
      isTopClearlyAhead: false,
      present: null,
      native: null,
    },
    confidence,
  },
  segments: [],
  scorecard: scorecard('engagement'),
  signals: [
    signal('pricing', 'looked at prices', 14, 14, 42),
    signal('demo', 'watched the demo', 11, 30, 22),
    signal('unsubscribed', 'unsubscribed', -20, 90, 20),
    signal('webinar', 'was at a webinar', 0, 30, 0),
  ],
  highFrom: 48,
  weaknesses: [
    'On later leads the top fifth is not clearly ahead of the middle.',
    'It does worse on later leads (0.65) than on leads drawn by chance (0.79): times are changing, and the first figure is the honest one.',
  ],
};

const line = (over: Partial<HygieneLine> & Pick<HygieneLine, 'code' | 'title' | 'found'>): HygieneLine => ({
  grade: 'inPlace',
  next: '',
  recordCount: 0,
  witnesses: [],
  isStopping: false,
  ...over,
});

const lines: HygieneLine[] = [
  line({
    code: 'LRN001',
    title: 'Enough wins',
    found: '417 wins and 2,563 other leads have an answer.',
    isStopping: true,
  }),
  line({
    code: 'LRN003',
    title: 'Every closed deal has a time',
    found: '2,991 of 3,000 closed deals say when they closed.',
  }),
  line({
    code: 'LRN004',
    title: 'Won and lost mean the same everywhere',
    grade: 'partial',
    found: 'Two words are used for won: “closed won” on 402 deals, “signed” on 15.',
    next: 'Choose one of them and correct the other 15.',
    recordCount: 15,
    witnesses: [
      { leadKey: '00Q-0417', seen: 'signed' },
      { leadKey: hostile, seen: hostile },
      { leadKey: '00Q-2203', seen: 'signed' },
    ],
  }),
  line({
    code: 'LRN007',
    title: 'Lost deals say why',
    grade: 'missing',
    found: '1,904 of 2,583 lost deals have no reason.',
    next: 'Make the close reason required when a deal is lost.',
    recordCount: 1904,
    witnesses: [{ leadKey: '00Q-1120', seen: 'stage “lost”, reason empty' }],
  }),
];

const recentDeals: ReviewedDeal[] = Array.from({ length: 20 }, (_, place) => ({
  leadKey: place === 3 ? hostile : `00Q-${4100 - place}`,
  outcome: place % 4 === 0 ? 'won' : 'lost',
  closedAt: place === 7 ? null : day('2026-06-28') - place * 86_400_000 * 1.5,
  stage: place === 5 ? hostile : place % 4 === 0 ? 'closed won' : 'closed lost',
  closeReason: place % 3 === 0 ? null : place % 4 === 0 ? 'best fit' : 'price',
  finalOwner: place === 11 ? null : ['Ana Ruiz', 'Ben Okafor', 'Chen Li'][place % 3]!,
  faults: [
    ...(place % 3 === 0 && place % 4 !== 0 ? ['no close reason'] : []),
    ...(place === 7 ? ['no close time'] : []),
    ...(place === 11 ? ['no owner'] : []),
  ],
}));

/** What a training of a company with three years of history finds. Two axes learned, one of them weakly. */
export function sampleTraining(over: Partial<Training> = {}): Training {
  return {
    format: 1,
    trainedAt: day('2026-07-02'),
    asOf: day('2026-07-01'),
    firstArrivalAt: day('2023-06-12'),
    lastArrivalAt: day('2026-06-30'),
    leadCount: 4318,
    horizon: {
      days: 90,
      reason: '78 % of all wins come within 90 days of arrival',
      daysToWin: [
        { share: 0.1, days: 9 },
        { share: 0.5, days: 41 },
        { share: 0.7, days: 72 },
        { share: 0.9, days: 163 },
      ],
    },
    landmarkDays: 7,
    seed: 1,
    labels: {
      count: 2980,
      wonCount: 417,
      censoredCount: 1301,
      censoredWonCount: 44,
      closedBeforeCount: 12,
      withoutTimeCount: 25,
    },
    hygiene: {
      lines,
      recentDeals,
      excludedFields: [
        {
          fieldKey: 'contractValue',
          code: 'LRN021',
          reason: 'It was set after the deal closed on 98 % of the won leads, so it knows the answer.',
        },
        { fieldKey: 'leadOwner', code: 'LRN022', reason: 'It says who worked the lead, not who the lead is.' },
      ],
      isStopped: false,
    },
    fit: fitCard,
    engagement: engagementCard,
    thresholds: { fitHigh: 61, engagementHigh: 48 },
    ...over,
  };
}

/** The same where the history stops training. */
export function stoppedTraining(): Training {
  const sample = sampleTraining();
  const stopping = line({
    code: 'LRN001',
    title: 'Enough wins',
    grade: 'missing',
    found: 'Only 11 wins have an answer.',
    next: 'Wait until there are 30, or connect the CRM in which deals are closed.',
    recordCount: 11,
    isStopping: true,
  });
  const refused = {
    kind: 'refused',
    code: 'LRN001',
    reason: stopping.found,
    next: `${stopping.next} The present card stays.`,
  } as const;
  return {
    ...sample,
    hygiene: { ...sample.hygiene, lines: [...lines.slice(1), stopping], isStopped: true },
    fit: { ...refused, axis: 'fit' },
    engagement: { ...refused, axis: 'engagement' },
  };
}
