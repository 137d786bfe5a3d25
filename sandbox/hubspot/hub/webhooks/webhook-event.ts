/** What an app is told of a change. */
export type ToldChange = {
  readonly subscriptionId: number;
  readonly portalId: number;
  readonly appId: number;
  readonly occurredAt: number;
  readonly subscriptionType: string;
  readonly objectId: number;
  readonly objectTypeId: string;
  readonly changeSource: string;
  readonly sourceId: string | null;
  readonly [more: string]: unknown;
};

/** One event as an app is sent it, without the number of the attempt. HubSpot does not promise that its id is unique. */
export type WebhookEvent = ToldChange & { readonly eventId: number };

/** What is sent. */
export type SentEvent = WebhookEvent & { readonly attemptNumber: number };
