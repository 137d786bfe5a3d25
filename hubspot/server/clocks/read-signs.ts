import { touchProperties, type TouchSigns } from '../../handlers/clock/first-touch-of.ts';
import type { CrmRecord } from '../../handlers/crm/crm.ts';
import type { PortalSession } from '../portals/portal-session.ts';

const ownerProperty = 'hubspot_owner_id';

/** What tells whether somebody touched contacts, and who owns them; a hundred contacts take a handful of calls. */
export async function readSigns(
  session: PortalSession,
  contactIds: readonly string[],
  now: number,
): Promise<Map<string, TouchSigns>> {
  const { crm } = session;
  const noAssociations = new Map<string, string[]>();
  const contactProperties = [...touchProperties.contacts, ownerProperty];
  const [contacts, leadIdsOf, taskIdsOf] = await Promise.all([
    crm.readObjects('contacts', contactIds, contactProperties, contactProperties),
    session.hasLeads ? crm.readAssociations('contacts', 'leads', contactIds) : noAssociations,
    crm.readAssociations('contacts', 'tasks', contactIds),
  ]);
  const [leads, tasks] = await Promise.all([
    readAll(session, 'leads', leadIdsOf, touchProperties.leads),
    readAll(session, 'tasks', taskIdsOf, touchProperties.tasks),
  ]);
  return new Map(
    contacts.map((contact) => [
      contact.id,
      {
        contact,
        leads: of(leads, leadIdsOf.get(contact.id)),
        tasks: of(tasks, taskIdsOf.get(contact.id)),
        appId: session.appId,
        now,
      },
    ]),
  );
}

async function readAll(
  session: PortalSession,
  objectType: 'leads' | 'tasks',
  idsOf: ReadonlyMap<string, readonly string[]>,
  properties: readonly string[],
): Promise<Map<string, CrmRecord>> {
  const ids = [...new Set([...idsOf.values()].flat())].sort();
  const records = ids.length === 0 ? [] : await session.crm.readObjects(objectType, ids, properties, properties);
  return new Map(records.map((record) => [record.id, record]));
}

function of(records: ReadonlyMap<string, CrmRecord>, ids: readonly string[] = []): CrmRecord[] {
  return ids.map((id) => records.get(id)).filter((record) => record !== undefined);
}
