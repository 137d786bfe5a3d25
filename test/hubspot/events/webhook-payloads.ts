/** Payloads as HubSpot's documentation shows them, with invented ids. */
const common = {
  eventId: 41,
  subscriptionId: 12,
  portalId: 62515,
  appId: 54,
  occurredAt: 1_700_000_000_000,
  attemptNumber: 0,
};

export type Payload = Readonly<Record<string, unknown>>;

export function payload(subscriptionType: string, more: Payload = {}): Payload {
  return {
    ...common,
    subscriptionType: subscriptionType,
    objectId: 1246965,
    changeSource: 'CRM_UI',
    sourceId: 'userId:7',
    ...more,
  };
}

export function propertyChange(propertyName: string, more: Payload = {}): Payload {
  return payload('object.propertyChange', {
    objectTypeId: '0-1',
    propertyName: propertyName,
    propertyValue: 'x',
    ...more,
  });
}

export function associationChange(more: Payload = {}): Payload {
  return {
    ...common,
    subscriptionType: 'object.associationChange',
    changeSource: 'USER',
    fromObjectId: 11,
    fromObjectTypeId: '0-1',
    toObjectId: 22,
    toObjectTypeId: '0-2',
    associationTypeId: 1,
    associationCategory: 'HUBSPOT_DEFINED',
    associationRemoved: false,
    isPrimaryAssociation: true,
    ...more,
  };
}
