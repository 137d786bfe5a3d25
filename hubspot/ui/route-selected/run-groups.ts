import type { Backend, Refused } from '../backend/backend.ts';
import { reasonToStop, type Outcome } from './outcomes.ts';

/** HubSpot lets an app of a portal make 20 calls at once, and others are at work too. */
export const groupSize = 5;

export type Run = {
  readonly ids: readonly string[];
  readonly backend: Backend;
  /** Told of each contact as soon as its answer is there. */
  readonly told: (id: string, outcome: Outcome) => void;
  readonly isStopped: () => boolean;
};

/**
 * Decides contacts, a group at a time and each once. It ends where all are done, where somebody stops it after a group, or where
 * asking on makes no sense.
 *
 * @returns why it ended early by itself; null where it did not
 */
export async function runGroups({ ids, backend, told, isStopped }: Run): Promise<Refused | null> {
  const once = [...new Set(ids)];
  for (let from = 0; from < once.length && !isStopped(); from += groupSize) {
    const outcomes = await Promise.all(
      once.slice(from, from + groupSize).map(async (contactId) => {
        const result = await backend.call('decide', { contactId });
        const outcome: Outcome =
          result.state === 'answered' ? { state: result.content.state } : { state: 'refused', refused: result };
        told(contactId, outcome);
        return outcome;
      }),
    );
    const reason = reasonToStop(outcomes);
    if (reason !== null) return reason;
  }
  return null;
}
