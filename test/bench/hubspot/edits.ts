import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { Reporter } from '../reporter.ts';
import { benchHeldRules } from './edits-held.ts';
import { benchPublishedBytes } from './edits-published.ts';
import { benchSeenEdits } from './edits-seen.ts';
import { benchUninstalled } from './edits-uninstalled.ts';
import { addSalesForm, missingOf, salesLead, until } from './sales-leads.ts';

export type EditsOptions = { readonly edits?: number; readonly policies?: number };

const apiMillis = 100;
const refillMillis = 12_000;

/** Rules that live in the portal: how soon an edit is checked, what is published, what may decide, and what an uninstallation leaves. */
export async function benchEdits(reporter: Reporter, { edits = 24, policies = 50 }: EditsOptions = {}): Promise<void> {
  const edition = await startEdition();
  try {
    await installEdition(edition);
    edition.hubSpot.faults.set({ latencyMillis: apiMillis });
    // The installation has just used up HubSpot's ten seconds of calls.
    await new Promise((resolve) => setTimeout(resolve, refillMillis));
    await benchSeenEdits(reporter, edition, edits);
    edition.hubSpot.faults.set({ latencyMillis: 0 });
    await benchHeldRules(reporter, edition);
    const form = addSalesForm(edition.hubSpot, edition.portal);
    const contactId = edition.hubSpot.submitForm(edition.portal.portalId, form.formGuid, salesLead(900));
    await until('the last lead is whole', () => missingOf(edition.portal, contactId).length === 0);
    await benchUninstalled(reporter, edition, contactId);
  } finally {
    await edition.close();
  }
  await benchPublishedBytes(reporter, policies);
}
