import type { PortalForm } from '../../../sandbox/hubspot/hub/forms/portal-form.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';

/**
 * Leads that a rep must call, each a person and a company of their own: they end with everything that Signalbox writes, which is
 * owner, properties, note, task, lead record and a running clock.
 */

const answers = {
  sbx_channel: 'demoRequest',
  sbx_timeline: 'this month',
  sbx_team_size: '340',
  sbx_product_interest: 'Northlight Plan',
  sbx_current_tool: 'Opsgrid',
  sbx_budget: 'approved',
  jobtitle: 'VP Operations',
  country: 'Germany',
  city: 'Bremen',
  industry: 'Logistics',
  numemployees: '500-1000',
} as const;

const fields = ['email', 'firstname', 'lastname', 'phone', 'company', 'website', 'message', ...Object.keys(answers)];

/** The form through which they come in. */
export function addSalesForm(hubSpot: StandInHubSpot, portal: HubPortal): PortalForm {
  return hubSpot.addForm(portal.portalId, { name: 'Ask for a demo', fields });
}

/** What the nth person types into it. */
export function salesLead(place: number): Readonly<Record<string, string>> {
  const domain = `freight-${place}.example`;
  return {
    ...answers,
    email: `jo.parker@${domain}`,
    firstname: 'Jo',
    lastname: `Parker ${place}`,
    phone: `+4942130${String(100_000 + place)}`,
    company: `Freight ${place} GmbH`,
    website: `https://www.${domain}`,
    message: 'Please show us a demo. We replace our planning tool this month, the budget is approved, 340 dispatchers.',
  };
}

/** What does not stand on a lead's record yet; nothing when it is whole. */
export function missingOf(portal: HubPortal, contactId: string): string[] {
  const contact = portal.records.findRecord('0-1', contactId);
  if (contact === null) {
    return ['contact'];
  }
  const has = (type: string): boolean => portal.records.associationsOf('0-1', contactId, type).length > 0;
  return [
    ...(contact.has('sbx_decision_id') && contact.has('sbx_decision_record') ? [] : ['decision']),
    ...(contact.has('hubspot_owner_id') ? [] : ['owner']),
    ...(contact.value('sbx_sla_state') === 'running' && contact.has('sbx_sla_due_at') ? [] : ['clock']),
    ...(has('notes') ? [] : ['note']),
    ...(has('tasks') ? [] : ['task']),
    ...(has('leads') ? [] : ['lead record']),
  ];
}

/** Waits until something is so; what it was about is told where it takes longer than it may. */
export async function until(what: string, isSo: () => boolean, mostMillis = 60_000, everyMillis = 5): Promise<void> {
  const end = Date.now() + mostMillis;
  while (!isSo()) {
    if (Date.now() > end) {
      throw new Error(`After ${mostMillis} ms it is not so: ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMillis));
  }
}
