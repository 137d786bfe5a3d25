import type { LearnedForm, LearningForm } from '../../../../hubspot/handlers/learning/learning-forms.ts';

const day = 86_400_000;

/** What a portal with two years of history might learn: fit with its points, and engagement that is refused. */
export function learnedSample(now: number): LearnedForm {
  const measures = {
    count: 1_204,
    wonCount: 231,
    areaUnderCurve: 0.74,
    logLoss: 0.441,
    baseLogLoss: 0.489,
    brierScore: 0.139,
    calibrationError: 0.021,
  };
  const bin = { low: null, high: null, texts: [], points: 0, evidence: 0, varianceHundredths: 100 };
  return {
    trainedAt: now - 3_600_000,
    policyHash: 'a'.repeat(64),
    asOf: now - 3_700_000,
    firstArrivalAt: now - 720 * day,
    lastArrivalAt: now - day,
    leadCount: 4_812,
    horizonDays: 90,
    horizonReason: '90 of 100 wins come within that time',
    daysToWin: [
      { share: 0.5, days: 31 },
      { share: 0.9, days: 88 },
    ],
    labels: {
      count: 3_977,
      wonCount: 742,
      censoredCount: 835,
      censoredWonCount: 61,
      closedBeforeCount: 0,
      withoutTimeCount: 0,
    },
    hygiene: {
      lines: [
        {
          code: 'LRN001',
          title: 'Won and lost leads',
          grade: 'inPlace',
          found: '742 won and 3,235 not, of 3,977 with an answer.',
          next: '',
          recordCount: 0,
          witnesses: [],
          isStopping: true,
        },
        {
          code: 'LRN012',
          title: 'Close reasons',
          grade: 'partial',
          found: '31 % of the closed deals have no reason.',
          next: 'Make the reason a required field of the closing stages.',
          recordCount: 1_233,
          witnesses: [
            { leadKey: '501', seen: 'lost without a reason' },
            { leadKey: '502', seen: 'won without a reason' },
          ],
          isStopping: false,
        },
      ],
      recentDeals: [
        {
          leadKey: '503',
          outcome: 'won',
          closedAt: now - 2 * day,
          stage: 'closedwon',
          closeReason: 'Service',
          finalOwner: '11',
          faults: [],
        },
        {
          leadKey: '504',
          outcome: 'lost',
          closedAt: null,
          stage: 'closedlost',
          closeReason: null,
          finalOwner: null,
          faults: ['no reason', 'nobody knows when it was closed'],
        },
      ],
      excludedFields: [
        { fieldKey: 'annualRevenue', code: 'LRN030', reason: 'filled after the deal was won on 84 % of the won leads' },
      ],
      isStopped: false,
    },
    axes: [
      {
        kind: 'learned',
        axis: 'fit',
        isPriorDriven: false,
        isNoBetterThanToday: false,
        count: 3_977,
        wonCount: 742,
        calibration: 'platt',
        crossValidation: { ...measures, count: 3_977, wonCount: 742, areaUnderCurve: 0.77 },
        timeSplit: {
          cutAt: now - 300 * day,
          earlierCount: 2_513,
          purgedCount: 260,
          frozen: measures,
          rolling: measures,
          groups: [
            { count: 402, said: 0.06, happened: 0.05 },
            { count: 401, said: 0.16, happened: 0.18 },
            { count: 401, said: 0.36, happened: 0.35 },
          ],
          tiers: [
            { name: 'top', count: 241, wonCount: 98, wonShare: 0.407, low: 0.346, high: 0.47 },
            { name: 'middle', count: 481, wonCount: 91, wonShare: 0.189, low: 0.157, high: 0.227 },
            { name: 'bottom', count: 482, wonCount: 42, wonShare: 0.087, low: 0.065, high: 0.116 },
          ],
          isTopClearlyAhead: true,
          present: {
            areaUnderCurve: 0.63,
            tiers: [{ name: 'top', count: 241, wonCount: 70, wonShare: 0.29, low: 0.237, high: 0.351 }],
          },
          native: { count: 900, areaUnderCurve: 0.59, ownAreaUnderCurve: 0.73 },
        },
        scorecard: {
          axis: 'fit',
          basis: 'trained',
          basePoints: -31,
          attributes: [
            {
              attributeKey: 'employees',
              label: 'Employees',
              fieldKey: 'employees',
              bins: [
                { ...bin, high: 19, points: -14, evidence: 1_290 },
                { ...bin, low: 20, high: 199, points: 3, evidence: 1_704 },
                { ...bin, low: 200, points: 17, evidence: 611 },
              ],
              otherPoints: 0,
              missingPoints: -6,
            },
            {
              attributeKey: 'industry',
              label: 'Industry',
              fieldKey: 'industry',
              bins: [
                { ...bin, texts: ['computer_software', 'internet'], points: 12, evidence: 988 },
                { ...bin, texts: ['retail'], points: -9, evidence: 740 },
              ],
              otherPoints: -1,
              missingPoints: 0,
            },
          ],
          tableStart: -60,
          scoreTable: Array.from({ length: 61 }, (_, place) => Math.min(100, 10 + place)),
          agreementTable: Array.from({ length: 41 }, (_, place) => Math.min(100, 50 + place)),
          isCalibrated: true,
          trainedOn: 3_977,
        },
        signals: [],
        highFrom: 55,
        weaknesses: [
          'It does worse on later leads (0.74) than on leads drawn by chance (0.77): times are changing, and the first figure is the honest one.',
        ],
      },
      {
        kind: 'refused',
        axis: 'engagement',
        code: 'LRN050',
        reason: 'no field that may teach engagement has values in this history',
        next: 'map fields that say what leads did. The present card stays.',
      },
    ],
    thresholds: { fitHigh: 55, engagementHigh: 50 },
    notes: [],
  };
}

/** How a learning of the server stands. */
export function learningSample(now: number, change: Partial<LearningForm>): LearningForm {
  return {
    state: 'none',
    startedAt: now - 120_000,
    startedBy: 'rosa.lind@example.com',
    finishedAt: null,
    done: 0,
    all: 0,
    phase: '',
    problem: null,
    result: null,
    ...change,
  };
}
