/** Which of HubSpot's limits a call counts against. Search has one of its own. */
export type CallKind = 'general' | 'search';

/**
 * Keeps a portal's calls within HubSpot's limits: 110 in 10 seconds for an app of the marketplace, 5 searches a second.
 * Whoever wants to call asks first and waits as long as it is told.
 */
export interface CallBudget {
  /**
   * Resolves when the call may be made. Calls are let through in the order in which they asked. Who waits no longer aborts the
   * signal: then it rejects with the signal's reason, and nothing is taken.
   */
  take(kind: CallKind, signal?: AbortSignal): Promise<void>;
  /** HubSpot refused a call: nobody calls before so much time has passed. */
  pause(kind: CallKind, millis: number): void;
}
