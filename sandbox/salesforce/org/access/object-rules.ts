import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';

/** What decides who may do something with the records of an object. */
export type ObjectRule =
  /** Object permissions of profile and permission sets. */
  | { readonly kind: 'permissions' }
  /** Those of another object: whoever may read that one may read it, whoever may edit that one may change it. */
  | { readonly kind: 'follows'; readonly object: string }
  /** Every user may read it; changes need a permission of the user. */
  | { readonly kind: 'activity'; readonly permission: string }
  /** Custom metadata and settings: access to the type, or the permission to customize the org. */
  | { readonly kind: 'type' }
  /** What setup is about: every user but guests may read it, and who manages users may change it. */
  | { readonly kind: 'setup' }
  /** What only users who may look into setup may read. */
  | { readonly kind: 'permission'; readonly permission: string }
  /** Whoever works in the org may use it, within what sharing lets them see. */
  | { readonly kind: 'open' };

/** Standard objects with object permissions of their own. */
const permissionable = new Set(
  'Account Asset Campaign Case Contact Contract Individual Lead Opportunity Order Pricebook2 Product2 Solution'.split(
    ' ',
  ),
);

const followed: Readonly<Record<string, string>> = {
  AccountContactRelation: 'Account',
  AccountContactRole: 'Account',
  AccountTeamMember: 'Account',
  CampaignMember: 'Campaign',
  CampaignMemberStatus: 'Campaign',
  CaseComment: 'Case',
  OpportunityContactRole: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Pricebook2',
};

const activities: Readonly<Record<string, string>> = { Event: 'EditEvent', Task: 'EditTask' };

const permitted: Readonly<Record<string, string>> = {
  DuplicateRule: 'ViewSetup',
  FlowDefinitionView: 'ViewSetup',
  FlowVersionView: 'ViewSetup',
};

const open = new Set(
  'Attachment ContentDocument ContentDocumentLink ContentVersion EmailMessage EventRelation FeedComment FeedItem Name Note TaskRelation UserRecordAccess'.split(
    ' ',
  ),
);

/** ruleOf(schema.demand('CampaignMember'), schema) → { kind: 'follows', object: 'Campaign' }. */
export function ruleOf(object: ObjectSchema, schema: OrgSchema): ObjectRule {
  const { kind, name } = object;
  if (kind === 'metadata' || kind === 'list setting' || kind === 'hierarchy setting') {
    return { kind: 'type' };
  }
  const companion = /^(\w+?)(?:History|Share|__History|__Share)$/.exec(name)?.[1];
  const leader = companion === undefined ? null : (schema.find(companion) ?? schema.find(`${companion}__c`));
  if (leader !== null && ruleOf(leader, schema).kind === 'permissions') {
    return { kind: 'follows', object: leader.name };
  }
  const follows = followed[name];
  const activity = activities[name];
  const permission = permitted[name];
  if (kind !== 'standard' || permissionable.has(name)) {
    return { kind: 'permissions' };
  }
  if (follows !== undefined) {
    return { kind: 'follows', object: follows };
  }
  if (permission !== undefined) {
    return { kind: 'permission', permission };
  }
  return activity === undefined
    ? { kind: open.has(name) ? 'open' : 'setup' }
    : { kind: 'activity', permission: activity };
}
