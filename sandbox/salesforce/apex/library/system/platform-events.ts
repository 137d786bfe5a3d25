import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import type { ApexSObject } from '../record/apex-sobject.ts';
import type { OutcomeOfRecord } from './record-outcome.ts';

/** Who takes events from Apex and brings them to triggers: an org that has platform events. */
export interface PlatformEvents {
  publish(events: readonly ApexSObject[]): readonly OutcomeOfRecord[];
  /** Delivers what a test has published: what waits now, or also what the triggers publish then. */
  deliverInTest(which: 'waiting' | 'all'): void;
  /** What EventBus.TriggerContext tells of the running trigger; null where none of a platform event runs. */
  readonly running: RunningDelivery | null;
}

/** A delivery of events to a trigger, while that runs. */
export interface RunningDelivery {
  /** How often the trigger was run again with these events since it threw a RetryableException. */
  readonly retries: number;
  /** The message of that exception. */
  readonly lastError: string | null;
  /** The replay id behind which the rest is delivered once more; null where the trigger has set none. */
  readonly checkpoint: string | null;
  setCheckpoint(replayId: string): void;
}

/** The org's events; loud where the program runs on an org that has none. */
export function orgEvents(construct: string): PlatformEvents {
  const { events } = execution().org;
  if (events === undefined) {
    throw new Unsupported(construct, 'an org without data');
  }
  return events;
}
