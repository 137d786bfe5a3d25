import type { Bin, Scorecard } from '../../../core/src/decide/model/scorecard.ts';
import type { Condition } from '../../../core/src/decide/model/condition.ts';
import type { Band, Destination, MatrixCell, Policy } from '../../../core/src/decide/model/policy.ts';

/** The smallest policy that decides, with one of everything that messages name. */
export function smallPolicy(): Policy {
  return {
    format: 1,
    name: 'Small',
    mode: 'observe',
    currencyCode: 'USD',
    launchedAt: null,
    auditDays: 60,
    auditDestinationKey: 'review',
    fallbackDestinationKey: 'review',
    reviewOverflowDestinationKey: 'east',
    thresholds: {
      fitHigh: 60,
      engagementHigh: 40,
      intentHigh: 50,
      capacityHigh: 50,
      lowConfidence: 40,
      highValue: 100000,
      minimumCoverage: 30,
      inquiryPoints: 5,
      inquiryMargin: 2,
      reactivatedAfterDays: 90,
      reviewSharePercent: 25,
    },
    retention: { recordDays: 365, personalDays: 90 },
    fields: [{ fieldKey: 'depots', label: 'depots', fieldType: 'number', isPersonal: false }],
    scorecards: [card('fit'), card('engagement'), card('intent'), card('capacity')],
    signals: [
      {
        signalKey: 'pricingPageView',
        label: 'Pricing',
        points: 8,
        halfLifeDays: 14,
        capPoints: 24,
        isProductUsage: false,
      },
    ],
    decayTable: [1000, 500],
    phraseLists: [{ listKey: 'sales-en-5', hintsAt: 'sales', points: 5, phrases: ['price list'] }],
    tiers: [{ tierKey: 'enterprise', label: 'Enterprise', conditions: [atLeast('employees', 1000)], logic: '' }],
    guards: [{ guardKey: 'lowConfidence', isActive: true, destinationKey: 'review' }],
    inquiryRoutes: [{ inquiryType: 'support', destinationKey: 'review' }],
    territories: [
      {
        territoryKey: 'us',
        label: 'US',
        conditions: [oneOf('country', 'us')],
        logic: '',
        poolKey: 'east',
        ownerKey: null,
      },
    ],
    rules: [
      {
        ruleKey: 'enterprise-east',
        label: 'Enterprise in the East',
        isActive: true,
        conditions: [oneOf('country', 'us', 'ca'), atLeast('employees', 200)],
        logic: '1 AND 2',
        destinationKey: 'east',
        slaKey: null,
      },
    ],
    cells: cells(),
    destinations: [destination('east', 'pool', 'east'), destination('review', 'review', null)],
    pools: [
      {
        poolKey: 'east',
        label: 'East enterprise pool',
        calendarKey: 'business',
        hoursRule: 'mustBeOpen',
        overflowPoolKey: null,
        requiredSkills: ['enterprise'],
        skillFieldKey: null,
        isLanguageMatched: false,
        isOwnerMatchCounted: false,
        rampSteps: [{ afterDays: 0, weightPercent: 25 }],
      },
    ],
    members: [
      { poolKey: 'east', memberKey: 'ana', weight: 1, dailyCap: 8, weeklyCap: null, openWorkCap: null, joinedAt: null },
    ],
    slas: [
      {
        slaKey: 'fast',
        label: 'Fast',
        measure: 'minutes',
        targetMinutes: 5,
        calendarKey: 'business',
        ownerKey: 'mara',
      },
    ],
    escalations: [{ slaKey: 'fast', afterDueMinutes: 0, action: 'alert', recipientKey: 'mara' }],
    questions: [{ fieldKey: 'employees', question: 'How many people work with you?' }],
    experiments: [{ experimentKey: 'soft', label: 'Soft launch', isActive: false, controlPercent: 50 }],
  };
}

function atLeast(fieldKey: string, low: number): Condition {
  return { fieldKey: fieldKey, operator: 'atLeast', texts: [], low: low, high: null };
}

function oneOf(fieldKey: string, ...texts: string[]): Condition {
  return { fieldKey: fieldKey, operator: 'isOneOf', texts: texts, low: null, high: null };
}

function card(axis: Scorecard['axis']): Scorecard {
  const large: Bin = { low: 200, high: null, texts: [], points: 40, evidence: 0, varianceHundredths: 0 };
  return {
    axis: axis,
    basis: 'expert',
    basePoints: 30,
    attributes: [
      { attributeKey: 'size', label: 'Size', fieldKey: 'employees', bins: [large], otherPoints: 0, missingPoints: 0 },
    ],
    tableStart: 0,
    scoreTable: [],
    agreementTable: [],
    isCalibrated: true,
    trainedOn: 0,
  };
}

function cells(): MatrixCell[] {
  const bands: Band[] = ['high', 'low'];
  return bands.flatMap((fit) =>
    bands.flatMap((engagement) =>
      bands.map((confidence) => ({
        fit: fit,
        engagement: engagement,
        confidence: confidence,
        destinationKey: confidence === 'high' ? 'east' : 'review',
        bucket: 'warm' as const,
      })),
    ),
  );
}

function destination(destinationKey: string, kind: Destination['kind'], poolKey: string | null): Destination {
  return {
    destinationKey: destinationKey,
    label: destinationKey,
    kind: kind,
    poolKey: poolKey,
    isByTerritory: false,
    isOwnerFirst: false,
    holderKey: 'mara',
    slaKey: 'fast',
    campaignKey: null,
    replyKey: null,
    taskLabel: null,
    isAlerted: false,
  };
}
