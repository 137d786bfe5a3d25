import type { PropertyValues } from '../crm/crm.ts';
import { isQuiet, performed, type DecidedSubject } from './deciding.ts';
import type { LeadEffect } from './effect.ts';
import { plainLine } from './plain-line.ts';

const mostNameCharacters = 200;

/** Whether a lead record is made: for a contact that goes to sales and has no open one. */
export function isLeadPlanned(told: DecidedSubject): boolean {
  const { destination, settings, subject } = told;
  const isForSales = destination.kind === 'owner' || destination.kind === 'pool';
  const isLive = performed(told.decision, 'startClock').length > 0;
  const isWanted = settings.isLeadCreated && told.hasLeads && subject.openLeads.length === 0;
  return !told.isRepeat && isLive && isForSales && isWanted && !isQuiet(destination);
}

/**
 * The lead record. It has an owner wherever owners are written otherwise: nobody chose one for it yet, and a lead without one is
 * on nobody's list.
 *
 * @param ownerId    the user who holds the lead now; null where it is nobody's
 * @param properties what stands on the contact as well
 */
export function planLead(told: DecidedSubject, ownerId: string | null, properties: PropertyValues): LeadEffect | null {
  if (!isLeadPlanned(told)) {
    return null;
  }
  return {
    kind: 'lead',
    contactId: told.subject.waiting.contactId,
    name: leadName(told),
    ownerId,
    properties,
  };
}

/** As people would call it: "Lena Vogt · Speditor GmbH". HubSpot takes no lead without a name. */
function leadName(told: DecidedSubject): string {
  const { firstName, lastName, company, email } = told.subject.input.submission;
  const person = plainLine(`${firstName ?? ''} ${lastName ?? ''}`, mostNameCharacters / 2);
  const named = [person === '' ? (email ?? '') : person, company ?? '']
    .map((part) => plainLine(part, mostNameCharacters / 2))
    .filter((part) => part !== '');
  return named.length === 0 ? `Contact ${told.subject.waiting.contactId}` : named.join(' · ');
}
