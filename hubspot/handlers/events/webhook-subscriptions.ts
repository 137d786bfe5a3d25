import { watchedProperties } from './watched-properties.ts';

/** A subscription as the metadata of an app's webhooks names it. */
export type WebhookSubscription = {
  readonly subscriptionType: string;
  readonly objectType?: 'contact' | 'company';
  readonly propertyName?: string;
  readonly active: true;
};

export type WebhookSubscriptions = {
  readonly crmObjects: readonly WebhookSubscription[];
  /** Events that HubSpot has only in its older form. */
  readonly hubEvents: readonly WebhookSubscription[];
};

const ofContacts = ['creation', 'deletion', 'merge', 'restore', 'associationChange'];

/** Everything that the app must be told of, in the order of its metadata; a test holds the two together. */
export function webhookSubscriptions(): WebhookSubscriptions {
  return {
    crmObjects: [
      ...ofContacts.map((word) => subscription(word, 'contact')),
      ...[...watchedProperties.contact.keys()].map((property) => subscription('propertyChange', 'contact', property)),
      ...[...watchedProperties.company].map((property) => subscription('propertyChange', 'company', property)),
    ],
    hubEvents: [{ subscriptionType: 'contact.privacyDeletion', active: true }],
  };
}

function subscription(word: string, objectType: 'contact' | 'company', property?: string): WebhookSubscription {
  return {
    subscriptionType: `object.${word}`,
    objectType: objectType,
    ...(property === undefined ? {} : { propertyName: property }),
    active: true,
  };
}
