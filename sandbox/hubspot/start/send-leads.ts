import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import type { Channel, Submission } from '../../../core/src/decide/model/submission.ts';
import type { Edition } from '../edition/start-edition.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { ChangeSource } from '../records/record-change.ts';
import { addressOf, contextOf, fieldsOf, formFields } from './form-of-lead.ts';
import type { SampleLead } from './sample-leads.ts';

/** How the leads got into the portal. */
export type SentLeads = { byForm: number; otherwise: number };

/**
 * Sends leads in at a steady pace: by the website's form, which insists on an address. Whoever gave none, or one that every form
 * refuses, gets into HubSpot as such leads do: typed in by somebody, imported, or written by another system.
 */
export async function sendLeads(
  { hubSpot, portal }: Edition,
  leads: readonly SampleLead[],
  perSecond: number,
  { onSent, isStopped }: { readonly onSent: (count: number) => void; readonly isStopped: () => boolean },
): Promise<SentLeads> {
  const { formGuid } = hubSpot.addForm(portal.portalId, { name: 'Contact us', fields: formFields });
  const sent: SentLeads = { byForm: 0, otherwise: 0 };
  const startedAt = performance.now();
  for (const [place, lead] of leads.entries()) {
    const dueIn = startedAt + (place * 1_000) / perSecond - performance.now();
    if (dueIn > 0) await new Promise((resolve) => setTimeout(resolve, dueIn));
    if (isStopped()) return sent;
    const fields = fieldsOf(lead, portal.records.now);
    if (addressOf(lead.submission) === null) {
      const typed = { ...fields, email: typedAddress(portal, lead.submission) };
      portal.records.createRecord('0-1', typed, sourceWithoutForm(portal, lead.submission.channel));
      sent.otherwise += 1;
    } else {
      const context = contextOf(lead.submission);
      hubSpot.submitForm(portal.portalId, formGuid, fields, context === undefined ? {} : { context });
      sent.byForm += 1;
    }
    onSent(place + 1);
  }
  return sent;
}

/** People mend what is no address yet ("<ann@example.com>"). One that a contact has already HubSpot gives to nobody else. */
function typedAddress({ records }: HubPortal, { email }: Submission): string | null {
  const address = readEmail(email)?.address ?? null;
  return address === null || records.findRecord('0-1', address, 'email') !== null ? null : address;
}

function sourceWithoutForm(portal: HubPortal, channel: Channel): ChangeSource {
  switch (channel) {
    case 'listImport':
    case 'migration':
      return { sourceType: 'IMPORT', sourceId: '2', userId: null };
    case 'integration':
      return { sourceType: 'INTEGRATION', sourceId: '1', userId: null };
    case 'webForm':
    case 'demoRequest':
    case 'contactEmail':
    case 'linkedIn':
    case 'supportTicket':
    case 'forwardedIntro':
    case 'chat':
    case 'interactiveDemo':
    case 'manual':
    case 'unknown': {
      const { userId } = portal.users[0]!;
      return { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
    }
  }
}
