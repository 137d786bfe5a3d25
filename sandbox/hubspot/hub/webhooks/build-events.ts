import type { RecordChange } from '../../records/record-change.ts';
import type { HubSpotApp, Subscription } from '../apps/hubspot-app.ts';
import { scopeToHear, standardTypeId } from './object-types.ts';
import type { ToldChange } from './webhook-event.ts';

/** Where a change happened, and to whom it is told. */
export type Audience = {
  readonly app: HubSpotApp;
  readonly portalId: number;
  readonly scopes: ReadonlySet<string>;
  /** The type id of a custom object by its name; null where the portal has none of that name. */
  readonly customTypeId: (name: string) => string | null;
  /** The type of the association from one type to another, as HubSpot numbers it. */
  readonly associationTypeId: (fromTypeId: string, toTypeId: string) => number | null;
};

/** What is told of a change: an event for each of the app's subscriptions that it meets. */
export function buildEvents(change: RecordChange, audience: Audience): ToldChange[] {
  const { app, portalId, scopes } = audience;
  if (app.webhooks === null || !scopes.has(scopeToHear(change.objectTypeId))) return [];
  return app.webhooks.subscriptions
    .filter((subscription) => isMeant(subscription, change, audience))
    .map(({ subscriptionId, subscriptionType }) => ({
      subscriptionId,
      portalId,
      appId: app.appId,
      occurredAt: change.at,
      subscriptionType,
      objectId: Number(change.objectId),
      objectTypeId: change.objectTypeId,
      changeSource: change.source.sourceType,
      sourceId: change.source.sourceId,
      ...particulars(change, audience),
    }));
}

function isMeant(subscription: Subscription, change: RecordChange, { customTypeId }: Audience): boolean {
  if (subscription.kind !== change.kind) return false;
  const { objectType, propertyName } = subscription;
  const typeId = standardTypeId(objectType) ?? customTypeId(objectType);
  if (typeId !== change.objectTypeId) return false;
  return change.kind !== 'propertyChange' || propertyName === change.property;
}

function particulars(change: RecordChange, { associationTypeId }: Audience): Record<string, unknown> {
  switch (change.kind) {
    case 'creation':
      return { changeFlag: 'CREATED' };
    case 'deletion':
      return { changeFlag: 'DELETED' };
    case 'restore':
    case 'privacyDeletion':
      return {};
    case 'propertyChange':
      return { propertyName: change.property, propertyValue: change.value, isSensitive: false };
    case 'merge':
      return {
        primaryObjectId: Number(change.objectId),
        mergedObjectIds: change.mergedIds.map(Number),
        newObjectId: Number(change.newId),
        numberOfPropertiesMoved: 0,
      };
    case 'associationChange':
      return {
        fromObjectId: Number(change.objectId),
        fromObjectTypeId: change.objectTypeId,
        toObjectId: Number(change.toId),
        toObjectTypeId: change.toTypeId,
        associationCategory: 'HUBSPOT_DEFINED',
        associationTypeId: associationTypeId(change.objectTypeId, change.toTypeId),
        associationRemoved: change.isRemoved,
        isPrimaryAssociation: false,
      };
  }
}
