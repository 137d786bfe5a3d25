import type { ActionAnswer } from '../../handlers/actions/action-answer.ts';
import type { ActionCall } from '../../handlers/actions/action-call.ts';
import type { PortalEvent } from '../../handlers/events/portal-event.ts';
import type { OAuthClient } from '../installing/oauth-client.ts';
import type { CredentialStore } from '../installing/storing/credential-store.ts';
import type { Metrics } from '../observing/create-metrics.ts';
import type { OnceMemory } from './once/once-memory.ts';
import type { CallerAccess } from '../../handlers/ui/answer-ui-call.ts';
import type { UiAnswer, UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { UiPorts } from '../../handlers/ui/ui-ports.ts';

/** What became of events that were taken in. */
export type AcceptedEvents = {
  /** How many had never been delivered before. */
  readonly fresh: number;
  /** How often each kind of consequence followed. */
  readonly counts: ReadonlyMap<string, number>;
};

/** Whether the server can do its work, part by part. */
export type Health = {
  readonly isReady: boolean;
  readonly parts: readonly { readonly name: string; readonly isGood: boolean; readonly found: string }[];
};

/** Everything behind the HTTP edge. */
export interface HttpPorts {
  readonly now: () => number;
  /** Ids that nobody can guess: letters, digits and dashes, at least 128 bits. */
  readonly newId: () => string;
  readonly metrics: Metrics;
  readonly store: CredentialStore;
  readonly oauth: Pick<OAuthClient, 'exchangeCode' | 'introspect'>;
  readonly once: OnceMemory;
  /** When it resolves, the events are as durable as the database. It may be given the same events again. */
  readonly acceptEvents: (events: readonly PortalEvent[]) => Promise<AcceptedEvents>;
  /** The portal of the call has the app installed. */
  readonly answerAction: (call: ActionCall) => Promise<ActionAnswer>;
  /** The app was installed, or installed again, and the portal's tokens are stored. */
  readonly installed: (portalId: number) => Promise<void>;
  readonly ui: UiPorts;
  /** What somebody may do in their portal. */
  readonly accessOf: (caller: UiCaller) => Promise<UiAnswer<CallerAccess>>;
  readonly health: () => Promise<Health>;
}
