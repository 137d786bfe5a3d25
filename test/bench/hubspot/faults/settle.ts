import { missingOf } from '../sales-leads.ts';
import type { FaultyEdition } from './faulty-edition.ts';
import { sleep, type Wave } from './waves.ts';

const lookEveryMillis = 500;
/** Something that was delivered late may ask for more; so long must nothing be open. */
const calmMillis = 2_000;

/**
 * Waits until nothing is to be done: no event on its way, no contact that waits, no effect that is due. The embedded database
 * cannot be asked from outside; of it the portal tells.
 *
 * @returns what is still open when that took too long; empty as a rule
 */
export async function settle(faulty: FaultyEdition, waves: readonly Wave[], mostMillis: number): Promise<string[]> {
  const end = Date.now() + mostMillis;
  let calmSince: number | null = null;
  for (;;) {
    await underway(faulty, end);
    const open = await openWork(faulty, waves);
    const now = Date.now();
    if (open.length > 0) {
      calmSince = null;
    } else {
      calmSince ??= now;
      if (now - calmSince >= calmMillis) {
        return [];
      }
    }
    if (now > end) {
      return open;
    }
    await sleep(lookEveryMillis);
  }
}

/** Deliveries and their retries. */
function underway({ edition }: FaultyEdition, end: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise((resolve) => {
    timer = setTimeout(resolve, Math.max(0, end - Date.now()));
  });
  return Promise.race([edition.hubSpot.settled(), isOver]).finally(() => clearTimeout(timer));
}

async function openWork({ database, edition }: FaultyEdition, waves: readonly Wave[]): Promise<string[]> {
  if (database === null) {
    return waves.flatMap(({ portalId, contactIds }) =>
      contactIds.flatMap((contactId) => {
        const missing = missingOf(edition.hubSpot.portal(portalId), contactId);
        return missing.length === 0 ? [] : [`contact ${contactId} of portal ${portalId} lacks ${missing.join(', ')}`];
      }),
    );
  }
  const { rows } = await database.query<{ what: string }>(
    `select 'contact ' || contact_id || ' of portal ' || portal_id || ' waits' as what from subject where is_waiting
     union all
     select 'the ' || kind || ' of ' || decision_id || ' is due' from effect where state = 'due'`,
  );
  return rows.map((row) => row.what);
}
