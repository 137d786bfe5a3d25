import { performAssociation, planAssociation } from './associate-records.ts';
import { performCreation, planCreation } from './create-record.ts';
import type { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { ChangeSource } from './record-change.ts';
import { freeMailDomains } from './standard/free-mail-domains.ts';

const setting: ChangeSource = { sourceType: 'CRM_SETTING', sourceId: 'company-association', userId: null };

/**
 * Associates a contact that has no company with the one that has the domain of its address, and makes it where there is none.
 * Portals do so unless somebody switched it off.
 */
export function associateCompany(state: PortalState, contact: PortalRecord): void {
  if (!state.isCompanyAssociated || contact.objectTypeId !== '0-1') return;
  const domain = contact.value('hs_email_domain') ?? '';
  if (domain === '' || freeMailDomains.has(domain)) return;
  if (state.associations.list('0-1', contact.id, '0-2').length > 0) return;
  const company = shelfOf(state, '0-2').findByValue('domain', domain) ?? createCompany(state, domain);
  const type = state.schema.type('0-1');
  performAssociation(state, contact, planAssociation(state, type, { toTypeId: '0-2', toId: company.id }), setting);
}

function createCompany(state: PortalState, domain: string): PortalRecord {
  const type = state.schema.type('0-2');
  return performCreation(state, planCreation(state, type, { properties: { domain, name: domain } }, setting), setting);
}
