import type { Edition } from '../edition/start-edition.ts';
import type { Arrivals } from './arrivals.ts';
import { readStatus } from './ask-server.ts';

const lookAgainMillis = 1_000;
/** So long may nothing happen before nobody waits any longer. */
const patienceMillis = 120_000;

/**
 * Waits until the server has nothing left to decide or to write. HubSpot tells of changes a moment later, so that it must be so
 * twice.
 *
 * @returns false where nothing happened for two minutes though leads wait
 */
export async function waitUntilDecided(
  edition: Edition,
  arrivals: Arrivals,
  isStopped: () => boolean,
): Promise<boolean> {
  let quietLooks = 0;
  let lastDecided = -1;
  let lastChangeAt = Date.now();
  while (!isStopped()) {
    const decided = arrivals.decided.length;
    if (decided !== lastDecided) {
      lastDecided = decided;
      lastChangeAt = Date.now();
    }
    await edition.hubSpot.settled();
    const { waitingLeads, dueEffects } = await readStatus(edition);
    quietLooks = waitingLeads === 0 && dueEffects === 0 ? quietLooks + 1 : 0;
    if (quietLooks === 2) return true;
    if (Date.now() - lastChangeAt > patienceMillis) return false;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMillis));
  }
  return false;
}
