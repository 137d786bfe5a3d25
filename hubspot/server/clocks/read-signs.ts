import { touchProperties, type TouchSigns } from '../../handlers/clock/first-touch-of.ts';
import type { Crm, CrmRecord } from '../../handlers/crm/crm.ts';
import { unlessForbidden } from '../../handlers/crm/unless-forbidden.ts';
import { findMerged, mergedIdsProperty, type MergedContact } from '../../handlers/subjects/find-merged.ts';
import type { PortalSession } from '../portals/portal-session.ts';

const ownerProperty = 'hubspot_owner_id';

/** Whoever is in neither is gone. */
export type ReadSigns = {
  readonly signs: Map<string, TouchSigns>;
  /** They answered under the id of another, to whom their clocks belong now. */
  readonly merged: readonly MergedContact[];
};

/** What tells whether somebody touched contacts, and who owns them; a hundred contacts take a handful of calls. */
export async function readSigns(
  session: Pick<PortalSession, 'crm' | 'hasLeads' | 'appId'>,
  contactIds: readonly string[],
  now: number,
): Promise<ReadSigns> {
  const { crm } = session;
  // Leads belong to a plan and a scope that may be gone since the portal was prepared: promises run all the same.
  const noAssociations = new Map<string, string[]>();
  const contactProperties = [...touchProperties.contacts, ownerProperty];
  const [contacts, leadIdsOf, taskIdsOf] = await Promise.all([
    crm.readObjects('contacts', contactIds, [...contactProperties, mergedIdsProperty], contactProperties),
    session.hasLeads
      ? unlessForbidden(crm.readAssociations('contacts', 'leads', contactIds), noAssociations)
      : noAssociations,
    crm.readAssociations('contacts', 'tasks', contactIds),
  ]);
  const [leads, tasks] = await Promise.all([
    unlessForbidden(readAll(crm, 'leads', leadIdsOf, touchProperties.leads), new Map<string, CrmRecord>()),
    readAll(crm, 'tasks', taskIdsOf, touchProperties.tasks),
  ]);
  const asked = new Set(contactIds);
  const signs = contacts
    .filter((contact) => asked.has(contact.id))
    .map((contact): [string, TouchSigns] => [
      contact.id,
      {
        contact,
        leads: of(leads, leadIdsOf.get(contact.id)),
        tasks: of(tasks, taskIdsOf.get(contact.id)),
        appId: session.appId,
        now,
      },
    ]);
  return { signs: new Map(signs), merged: findMerged(contactIds, contacts) };
}

async function readAll(
  crm: Crm,
  objectType: 'leads' | 'tasks',
  idsOf: ReadonlyMap<string, readonly string[]>,
  properties: readonly string[],
): Promise<Map<string, CrmRecord>> {
  const ids = [...new Set([...idsOf.values()].flat())].sort();
  const records = ids.length === 0 ? [] : await crm.readObjects(objectType, ids, properties, properties);
  return new Map(records.map((record) => [record.id, record]));
}

function of(records: ReadonlyMap<string, CrmRecord>, ids: readonly string[] = []): CrmRecord[] {
  return ids.map((id) => records.get(id)).filter((record) => record !== undefined);
}
