/** How webhooks are delivered. Shares are of all events, from 0 to 1. */
export type WebhookOptions = {
  /** How long events are gathered before they are sent together. */
  readonly collectMillis: number;
  /** How long HubSpot waits for an answer. */
  readonly timeoutMillis: number;
  /** Attempts after the first one. */
  readonly retries: number;
  /** What the waits between attempts, which come to 17 hours, are multiplied with. */
  readonly retryScale: number;
  /** Events that are sent twice, the second time up to `lateMillis` later. */
  readonly duplicateShare: number;
  /** Events that are held back for up to `lateMillis`, so that later ones pass them. */
  readonly disorderShare: number;
  readonly lateMillis: number;
  /** How late every event is; a range is drawn from. */
  readonly delayMillis: readonly [least: number, most: number];
  /** Calls that the app answered well and of whose answer HubSpot never learns. */
  readonly lostAcknowledgementShare: number;
  /** Nothing is sent while it holds; events wait. */
  readonly isHeld: boolean;
};

export const usualWebhookOptions: WebhookOptions = {
  collectMillis: 50,
  timeoutMillis: 5000,
  retries: 10,
  retryScale: 1,
  duplicateShare: 0,
  disorderShare: 0,
  lateMillis: 500,
  delayMillis: [0, 0],
  lostAcknowledgementShare: 0,
  isHeld: false,
};
