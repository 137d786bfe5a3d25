/** One event as an app is sent it, without the number of the attempt. */
export type WebhookEvent = {
  /** HubSpot does not promise that it is unique. */
  readonly eventId: number;
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

/** What is sent. */
export type SentEvent = WebhookEvent & { readonly attemptNumber: number };
