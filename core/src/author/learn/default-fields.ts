import type { Policy } from '../../decide/model/policy.ts';
import type { LearnedAxis, TrainingSettings } from './training.ts';

/** Who they are. */
const fitFields = [
  'country',
  'region',
  'city',
  'industry',
  'language',
  'seniority',
  'jobFunction',
  'emailKind',
  'currentTool',
  'isNamedAccount',
  'hasWebsite',
  'employees',
  'annualRevenue',
  'teamSize',
];

/** What they did and how they came. */
const engagementFields = [
  'channel',
  'leadSource',
  'campaign',
  'entryPage',
  'lastPage',
  'productInterest',
  'timeline',
  'hasPhone',
  'messageWords',
  'buyingHints',
];

/**
 * Which axis a field teaches while nobody says otherwise. A policy's own fields say who somebody is, so they teach fit. What later stages
 * find out, what says who somebody is by name, and what the customer's CRM already decided teach nothing.
 */
export function defaultFields(policy: Policy): TrainingSettings['fields'] {
  const of = (axis: LearnedAxis, fieldKeys: readonly string[]): TrainingSettings['fields'] =>
    fieldKeys.map((fieldKey) => ({ fieldKey, axis, direction: 'any' }));
  return [
    ...of('fit', fitFields),
    ...of(
      'fit',
      policy.fields.map(({ fieldKey }) => fieldKey),
    ),
    ...of('engagement', engagementFields),
  ];
}

/** What is taken while ops set nothing. */
export function defaultSettings(policy: Policy): TrainingSettings {
  return { horizonDays: null, landmarkDays: 0, fields: defaultFields(policy), seed: 1 };
}
