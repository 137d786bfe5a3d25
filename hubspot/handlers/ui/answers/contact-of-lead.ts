import type { Crm } from '../../crm/crm.ts';

/** The contact that a lead record is of; null where the lead or its contact is gone. */
export async function contactOfLead(crm: Pick<Crm, 'readAssociations'>, leadId: string): Promise<string | null> {
  return (await crm.readAssociations('leads', 'contacts', [leadId])).get(leadId)?.[0] ?? null;
}
