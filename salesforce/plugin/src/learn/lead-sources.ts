import type { DescribedField, Org } from '../org/org.ts';
import { textOrNull } from '../org/read-values.ts';

/** Where a field of the policy is read from in a lead: of these fields the first that is filled. As the package's SbxSource. */
export type LeadSource = {
  readonly target: string;
  readonly fields: readonly DescribedField[];
  /** Whether it is one of the submission's own fields; others are extras. */
  readonly isOwn: boolean;
};

/** What an admin maps by custom metadata (Signalbox Field Map). */
export type FieldMap = {
  readonly objectName: 'lead' | 'opportunity';
  readonly target: string;
  readonly source: string;
};

/** The name under which a lead or an opportunity says why it was closed. */
const reasonTarget = 'closeReason';

/** The package's own, in its order. A test holds them against SbxSource. */
export const ownSources: readonly (readonly [target: string, ...fields: string[]])[] = [
  ['firstName', 'FirstName'],
  ['lastName', 'LastName'],
  ['email', 'Email'],
  ['phone', 'Phone', 'MobilePhone'],
  ['company', 'Company'],
  ['jobTitle', 'Title'],
  ['website', 'Website'],
  ['country', 'Country'],
  ['region', 'State'],
  ['postcode', 'PostalCode'],
  ['city', 'City'],
  ['industry', 'Industry'],
  ['language', 'SbxLanguage__c'],
  ['leadSource', 'LeadSource'],
  ['campaign', 'SbxCampaign__c'],
  ['entryPage', 'SbxEntryPage__c'],
  ['lastPage', 'SbxLastPage__c'],
  ['productInterest', 'SbxProductInterest__c'],
  ['currentTool', 'SbxCurrentTool__c'],
  ['timeline', 'SbxTimeline__c'],
  ['budget', 'SbxBudget__c'],
  ['buyingGroup', 'SbxBuyingGroup__c'],
  ['subject', 'SbxSubject__c'],
  ['message', 'SbxMessage__c', 'Description'],
  ['employees', 'NumberOfEmployees'],
  ['annualRevenue', 'AnnualRevenue'],
  ['teamSize', 'SbxTeamSize__c'],
  ['expectedValue', 'SbxExpectedValue__c'],
  ['optedOut', 'HasOptedOutOfEmail'],
];

/** The channel is no source that an admin may replace, but it is read as of then like all others. */
const channelSource = ['channel', 'SbxChannel__c'] as const;

/** The admin's maps, by their names, as the package takes them. */
export async function readFieldMaps(org: Org): Promise<FieldMap[]> {
  const records = await org.selectAll(
    'SbxFieldMap__mdt',
    ['DeveloperName', 'ObjectName__c', 'SourceField__c', 'TargetField__c'],
    'ORDER BY DeveloperName',
  );
  return records.flatMap((record) => {
    const target = textOrNull(record, 'TargetField__c');
    const source = textOrNull(record, 'SourceField__c');
    const objectName = textOrNull(record, 'ObjectName__c')?.toLowerCase();
    const isKnown = objectName === 'lead' || objectName === 'opportunity';
    return isKnown && target !== null && source !== null ? [{ objectName, target, source }] : [];
  });
}

/** The field that an admin mapped for the reason; null where there is none that the user may read. */
export function mappedReason(
  maps: readonly FieldMap[],
  objectName: FieldMap['objectName'],
  described: readonly DescribedField[],
): string | null {
  const mapped = maps.findLast((map) => map.objectName === objectName && map.target === reasonTarget);
  const field = described.find(({ name }) => name.toLowerCase() === mapped?.source.toLowerCase());
  return field?.name ?? null;
}

/**
 * All sources of a lead. A field that the org does not show to this user is left out, and so is a source without fields.
 *
 * @param inOrg a name of the package as the org has it
 */
export function leadSources(
  maps: readonly FieldMap[],
  described: readonly DescribedField[],
  inOrg: (name: string) => string,
): LeadSource[] {
  const byName = new Map(described.map((field) => [field.name.toLowerCase(), field]));
  const find = (name: string): DescribedField[] => {
    const field = byName.get(name.toLowerCase()) ?? byName.get(inOrg(name).toLowerCase());
    return field === undefined ? [] : [field];
  };
  const sources = new Map<string, LeadSource>();
  for (const [target, ...names] of [channelSource, ...ownSources]) {
    sources.set(target, { target, fields: names.flatMap(find), isOwn: true });
  }
  for (const { objectName, target, source } of maps) {
    const fields = objectName === 'lead' ? find(source) : [];
    if (fields.length > 0 && target !== 'channel' && target !== reasonTarget) {
      sources.set(target, { target, fields, isOwn: sources.get(target)?.isOwn ?? false });
    }
  }
  return [...sources.values()].filter(({ fields }) => fields.length > 0);
}

const ofWords = ['inquiryType', 'isUrgent', 'isSensitive', 'messageWords', 'buyingHints', 'authorityHints'];

/** Facts that say something even of an empty field. As the package's SbxPastFacts. */
const factsOfNothing: Readonly<Record<string, readonly string[]>> = {
  channel: ['channel'],
  phone: ['hasPhone'],
  website: ['hasWebsite'],
  email: ['emailKind', 'hasWebsite', 'isNamedAccount'],
  optedOut: ['isOptedOut'],
  subject: ofWords,
  message: ofWords,
};

/** Facts that are taken back where nobody knows what a field held: "no phone number" and "nobody knows" differ. */
export function factsNotKnown(unknown: ReadonlySet<string>): Set<string> {
  return new Set([...unknown].flatMap((target) => factsOfNothing[target] ?? []));
}

/** Which facts come of a field that arrives; the others are called as what they come from. */
const factsOfTarget: Readonly<Record<string, readonly string[]>> = {
  jobTitle: ['seniority', 'jobFunction'],
  email: ['emailKind'],
  phone: ['hasPhone'],
  website: ['hasWebsite'],
  message: ['messageWords', 'buyingHints', 'inquiryType'],
  subject: ['inquiryType'],
};

/** The facts that a change of a field changes. Example: `factsOf('jobTitle')` is seniority and job function. */
export function factsOf(target: string): readonly string[] {
  return factsOfTarget[target] ?? [target];
}
