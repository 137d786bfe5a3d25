import type { CrmRecord } from '../crm/crm.ts';
import { byId } from './search-values.ts';
import type { GatheredSubject } from './subject.ts';

/** The stages of the lead pipeline that every portal begins with in which nothing is done any more. */
const closedStages: ReadonlySet<string> = new Set(['qualified-stage-id', 'unqualified-stage-id']);

/**
 * The lead records of a contact that somebody still works on, the oldest first. HubSpot works out whether a lead is open by its
 * stage; where it does not say, the stages that it knows of every portal tell.
 */
export function openLeads(leads: readonly CrmRecord[]): GatheredSubject['openLeads'] {
  return leads
    .filter((lead) => isOpen(lead))
    .sort((one, other) => one.createdAt - other.createdAt || byId(one, other))
    .map((lead) => ({ id: lead.id, ownerId: ownerOf(lead) }));
}

function isOpen(lead: CrmRecord): boolean {
  const said = lead.properties['hs_lead_is_open'] ?? '';
  const isSaid = said === 'true' || said === 'false';
  return !lead.isArchived && (isSaid ? said === 'true' : !closedStages.has(lead.properties['hs_pipeline_stage'] ?? ''));
}

function ownerOf(record: CrmRecord): string | null {
  const ownerId = record.properties['hubspot_owner_id'] ?? '';
  return ownerId === '' ? null : ownerId;
}
