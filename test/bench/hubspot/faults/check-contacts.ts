import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PortalRecord } from '../../../../sandbox/hubspot/records/portal-record.ts';
import { isMarked, noteMarker, taskMarker } from '../../../../hubspot/handlers/effects/marker.ts';
import type { Finding } from './finding.ts';

const contactType = '0-1';

/**
 * What is wrong with contacts that must all have been decided once, as the portal shows them: one owner, written once by the app
 * and by nobody else; one lead record, one note and one task, all of the same decision; a clock that runs.
 */
export function findWrongContacts(portal: HubPortal, appId: number, contactIds: readonly string[]): Finding[] {
  return contactIds.flatMap((contactId) =>
    wrongWith(portal, appId, contactId).map((what) => ({ portalId: portal.portalId, contactId, what })),
  );
}

function wrongWith(portal: HubPortal, appId: number, contactId: string): string[] {
  const contact = portal.records.findRecord(contactType, contactId);
  if (contact === null) {
    return ['is not there any more'];
  }
  const decisionId = contact.value('sbx_decision_id') ?? '';
  if (decisionId === '') {
    return ['was never decided'];
  }
  const ownerId = contact.value('hubspot_owner_id') ?? '';
  return [
    ...wrongOwner(contact, appId),
    ...(contact.value('sbx_sla_state') === 'running' && contact.has('sbx_sla_due_at') ? [] : ['has no running clock']),
    ...wrongLeads(linked(portal, contactId, 'leads'), decisionId, ownerId),
    ...wrongNotes(linked(portal, contactId, 'notes'), decisionId),
    ...wrongTasks(linked(portal, contactId, 'tasks'), decisionId, ownerId),
  ];
}

function linked(portal: HubPortal, contactId: string, type: string): PortalRecord[] {
  return portal.records
    .associationsOf(contactType, contactId, type)
    .map(({ toId }) => portal.records.findRecord(type, toId)!);
}

function wrongOwner(contact: PortalRecord, appId: number): string[] {
  const given = contact.history('hubspot_owner_id').toReversed();
  const decisions = new Set(contact.history('sbx_decision_id').map((version) => version.value));
  const isByUs = given.every(({ source }) => source.sourceType === 'INTEGRATION' && source.sourceId === String(appId));
  return [
    ...(given.length === 0 ? ['has no owner'] : []),
    ...(given.length > 1 ? [`was given to ${given.map((version) => version.value).join(', then ')}`] : []),
    ...(isByUs ? [] : ['has an owner that we did not write']),
    ...(decisions.size > 1 ? [`was decided as ${[...decisions].join(' and as ')}`] : []),
  ];
}

function wrongLeads(leads: readonly PortalRecord[], decisionId: string, ownerId: string): string[] {
  return [
    ...countIs(leads, 1, 'lead records'),
    ...leads.flatMap((lead) => [
      ...(lead.value('sbx_decision_id') === decisionId ? [] : ['has a lead record of another decision']),
      ...(lead.value('hubspot_owner_id') === ownerId ? [] : ['has a lead record of somebody else']),
    ]),
  ];
}

function wrongNotes(notes: readonly PortalRecord[], decisionId: string): string[] {
  const isOurs = (note: PortalRecord): boolean => isMarked(note.value('hs_note_body') ?? '', noteMarker(decisionId));
  return [...countIs(notes, 1, 'notes'), ...(notes.some(isOurs) ? [] : ['has no note of its decision'])];
}

/** One task: the alert that the destination raises makes the owner's own task urgent. */
function wrongTasks(tasks: readonly PortalRecord[], decisionId: string, ownerId: string): string[] {
  const marker = taskMarker(decisionId, 'owner');
  const isOwners = (task: PortalRecord): boolean =>
    isMarked(task.value('hs_task_body') ?? '', marker) && task.value('hubspot_owner_id') === ownerId;
  return [...countIs(tasks, 1, 'tasks'), ...(tasks.some(isOwners) ? [] : ['has no task for its owner'])];
}

function countIs(records: readonly PortalRecord[], expected: number, what: string): string[] {
  return records.length === expected ? [] : [`has ${records.length} ${what}`];
}
