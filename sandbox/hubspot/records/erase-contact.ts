import { uniqueValues } from './change-records.ts';
import type { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { ChangeSource } from './record-change.ts';

/**
 * Deletes a contact for ever, as privacy law asks, archived or not. Its addresses cannot be added again.
 */
export function eraseContact(state: PortalState, contact: PortalRecord, source: ChangeSource): void {
  const shelf = shelfOf(state, '0-1');
  for (const address of uniqueValues(contact, 'email')) {
    state.blockedEmails.add(address);
    shelf.forget('email', address, contact.id);
  }
  for (const property of state.schema.type('0-1').uniqueProperties) {
    if (contact.has(property)) shelf.forget(property, contact.value(property)!, contact.id);
  }
  for (const { toTypeId, toId, types } of state.associations.listAll('0-1', contact.id)) {
    for (const type of types) {
      state.associations.remove('0-1', contact.id, toId, type);
      state.associations.remove(toTypeId, toId, contact.id, state.schema.associationTypes.inverse(type));
    }
  }
  shelf.remove(contact.id);
  state.search.noteGone(contact);
  const at = state.now();
  state.announce({ kind: 'privacyDeletion', objectTypeId: '0-1', objectId: contact.id, source, at });
}
