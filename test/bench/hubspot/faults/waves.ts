import { seeded } from '../../salesforce/seeded.ts';
import { missingOf, salesLead } from '../sales-leads.ts';
import type { BenchPortal, FaultyEdition } from './faulty-edition.ts';

/** A few leads that come in close together: one run. */
export type Wave = {
  readonly seed: number;
  readonly portalId: number;
  readonly contactIds: readonly string[];
};

const fewestLeads = 2;
const mostLeads = 8;
const mostGapMillis = 300;

/** Sends a few leads through the form of a portal, so many and so far from each other as the seed says. */
export async function sendWave(faulty: FaultyEdition, to: BenchPortal, seed: number): Promise<Wave> {
  const random = seeded(seed);
  const count = fewestLeads + random(mostLeads - fewestLeads + 1);
  const contactIds: string[] = [];
  for (let lead = 0; lead < count; lead += 1) {
    // Every other one comes in the same instant as the one before.
    if (random(2) === 0) {
      await sleep(random(mostGapMillis));
    }
    const { hubSpot } = faulty.edition;
    const contactId = hubSpot.submitForm(to.portal.portalId, to.formGuid, salesLead(to.contactIds.length + 1));
    to.contactIds.push(contactId);
    contactIds.push(contactId);
  }
  return { seed, portalId: to.portal.portalId, contactIds };
}

/** How many leads have come in and are not through: something of them is still to be written. */
export function leadsOnTheirWay({ portals }: FaultyEdition): number {
  const open = portals.map(
    ({ portal, contactIds }) => contactIds.filter((contactId) => missingOf(portal, contactId).length > 0).length,
  );
  return open.reduce((sum, count) => sum + count, 0);
}

export function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
