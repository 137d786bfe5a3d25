import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { OrgSchema } from '../schema/org-schema.ts';

/** What users may do with each other's records of an object before anything is shared: as metadata names it. */
export const sharingModels = [
  'Private',
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
  'ControlledByParent',
] as const;
export type SharingModel = (typeof sharingModels)[number];

/** Those of a new org. Objects that are neither here nor custom have no owners: nobody is kept from their records. */
const standardModels: Readonly<Record<string, SharingModel>> = {
  Account: 'ReadWrite',
  Asset: 'ControlledByParent',
  Campaign: 'FullAccess',
  Case: 'ReadWriteTransfer',
  Contact: 'ControlledByParent',
  Contract: 'ControlledByParent',
  Event: 'Private',
  Lead: 'ReadWriteTransfer',
  Opportunity: 'ReadWrite',
  Order: 'ControlledByParent',
  Task: 'Private',
};

/** Details of standard objects, by the field that names what they belong to. */
export const standardDetails: Readonly<Record<string, string>> = {
  AccountContactRelation: 'AccountId',
  AccountContactRole: 'AccountId',
  AccountTeamMember: 'AccountId',
  Asset: 'AccountId',
  Attachment: 'ParentId',
  CampaignMember: 'CampaignId',
  CampaignMemberStatus: 'CampaignId',
  CaseComment: 'ParentId',
  Contact: 'AccountId',
  ContentDocumentLink: 'LinkedEntityId',
  Contract: 'AccountId',
  FeedItem: 'ParentId',
  Note: 'ParentId',
  OpportunityContactRole: 'OpportunityId',
  OpportunityLineItem: 'OpportunityId',
  OpportunityTeamMember: 'OpportunityId',
  Order: 'AccountId',
  OrderItem: 'OrderId',
};

/** By object; an org's own choices win over its metadata, and that over a new org's. */
export function readSharingModels(
  schema: OrgSchema,
  files: MetadataFiles,
  chosen: Readonly<Record<string, SharingModel>>,
): ReadonlyMap<string, SharingModel> {
  const models = new Map<string, SharingModel>(Object.entries(standardModels));
  for (const name of schema.names()) {
    const object = schema.demand(name);
    if (object.kind === 'custom') {
      models.set(
        name,
        [...object.fields.values()].some((each) => each.isMasterDetail) ? 'ControlledByParent' : 'ReadWrite',
      );
    }
  }
  for (const { match, file } of filesOf(files, /(?:^|\/)objects\/([^/]+)\/\1\.object-meta\.xml$/)) {
    const written = file.read('sharingModel');
    const object = schema.find(match[1] ?? '');
    if (written !== null && object !== null && (object.kind === 'custom' || object.kind === 'standard')) {
      models.set(object.name, readModel(written, file.place, models.get(object.name)));
    }
  }
  for (const [name, model] of Object.entries(chosen)) {
    models.set(schema.demand(name).name, model);
  }
  return models;
}

function readModel(written: string, place: string, usual: SharingModel | undefined): SharingModel {
  const model = sharingModels.find((each) => each === written);
  if (model === undefined) {
    throw new Error(`${place}: <sharingModel> is ${written}, which is none of ${sharingModels.join(', ')}.`);
  }
  if (usual === 'ControlledByParent' && model !== usual && place.includes('__c/')) {
    throw new Error(`${place}: <sharingModel> of a detail can only be ControlledByParent, and it is ${written}.`);
  }
  return model;
}
