import type { FieldDefinition } from './condition.ts';
import type { Int, Long } from './number.ts';

/**
 * All that is known of a lead, by position: the standard fields in the order of `standardFields`, then the policy's own.
 * A text fact stands in `texts`, in lower case; a number in `numbers`; a flag is the text "yes" or "no". Null is "not known".
 */
export type FactSheet = { texts: (string | null)[]; numbers: (Long | null)[] };

function textField(fieldKey: string, fieldName: string): FieldDefinition {
  return { fieldKey: fieldKey, label: fieldName, fieldType: 'text', isPersonal: false };
}

function personalField(fieldKey: string, fieldName: string): FieldDefinition {
  return { fieldKey: fieldKey, label: fieldName, fieldType: 'text', isPersonal: true };
}

function numberField(fieldKey: string, fieldName: string): FieldDefinition {
  return { fieldKey: fieldKey, label: fieldName, fieldType: 'number', isPersonal: false };
}

function flagField(fieldKey: string, fieldName: string): FieldDefinition {
  return { fieldKey: fieldKey, label: fieldName, fieldType: 'flag', isPersonal: false };
}

/** The facts that every policy can use, in the order in which lay-facts lays them. */
export function standardFields(): FieldDefinition[] {
  return [
    textField('channel', 'channel'),
    personalField('leadSource', 'lead source'),
    personalField('campaign', 'campaign'),
    textField('entryPage', 'entry page'),
    textField('lastPage', 'last page'),
    textField('country', 'country'),
    textField('region', 'region'),
    personalField('postcode', 'postcode'),
    personalField('city', 'city'),
    textField('industry', 'industry'),
    textField('language', 'language'),
    textField('seniority', 'seniority'),
    textField('jobFunction', 'job function'),
    textField('emailKind', 'email kind'),
    personalField('emailDomain', 'email domain'),
    personalField('company', 'company'),
    personalField('productInterest', 'product interest'),
    personalField('currentTool', 'current tool'),
    textField('timeline', 'timeline'),
    textField('budget', 'budget'),
    personalField('buyingGroup', 'buying group'),
    textField('inquiryType', 'inquiry type'),
    flagField('isUrgent', 'is urgent'),
    flagField('isSensitive', 'is sensitive'),
    flagField('isCustomer', 'is a customer'),
    flagField('isNamedAccount', 'is a named account'),
    flagField('isReactivated', 'is reactivated'),
    flagField('isDuplicate', 'is a duplicate'),
    flagField('isOptedOut', 'is opted out'),
    flagField('hasPhone', 'has a phone number'),
    flagField('hasWebsite', 'has a website'),
    numberField('employees', 'employees'),
    numberField('annualRevenue', 'annual revenue'),
    numberField('teamSize', 'team size'),
    numberField('expectedValue', 'expected value'),
    numberField('messageWords', 'words in the message'),
    numberField('buyingHints', 'buying hints'),
    numberField('authorityHints', 'authority hints'),
    numberField('fitScore', 'fit score'),
    numberField('engagementScore', 'engagement score'),
    numberField('intentScore', 'intent score'),
    numberField('capacityScore', 'capacity score'),
    numberField('confidence', 'confidence'),
    textField('tier', 'tier'),
    textField('territory', 'territory'),
  ];
}

/** Positions of the facts that later stages add. */
export const fitScorePosition: Int = 38;
export const engagementScorePosition: Int = 39;
export const intentScorePosition: Int = 40;
export const capacityScorePosition: Int = 41;
export const confidencePosition: Int = 42;
export const tierPosition: Int = 43;
export const territoryPosition: Int = 44;
/** The policy's own fields follow. */
export const firstOwnFieldPosition: Int = 45;
