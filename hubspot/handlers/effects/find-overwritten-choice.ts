import { decided } from '../portal/property-names.ts';
import type { Crm, CrmRecord } from '../crm/crm.ts';
import { isByPerson, isOurs } from './changed-by.ts';
import { readInstant } from './read-instant.ts';

/** A person chose an owner while our decision was on its way, and our write came a moment later. */
export type OverwrittenChoice = {
  readonly contactId: string;
  /** Whom the person chose: to be written again. */
  readonly ownerId: string;
  readonly chosenAt: number;
  /** Whom we wrote over it. */
  readonly overwrittenBy: string;
};

const ownerProperty = 'hubspot_owner_id';

/**
 * The longest that lies between looking whether somebody chose an owner and writing ours. What we write later than that over a
 * person's choice somebody asked us to: a claim, a workflow.
 */
const longestRaceMillis = 60_000;

/**
 * Looks after the fact whether ours was written over a person's choice that was made after we decided. HubSpot has no write that
 * fails when something changed, so that this is the only way to notice. To be asked when a webhook tells of an owner.
 *
 * @param appId the app as which we write
 */
export async function findOverwrittenChoice(
  crm: Crm,
  contactIds: readonly string[],
  appId: number,
): Promise<OverwrittenChoice[]> {
  if (contactIds.length === 0) {
    return [];
  }
  const contacts = await crm.readObjects('contacts', contactIds, [decided.decidedAt, ownerProperty], [ownerProperty]);
  return contacts.flatMap((contact) => overwrittenOn(contact, appId));
}

function overwrittenOn(contact: CrmRecord, appId: number): OverwrittenChoice[] {
  const [ours, before] = contact.history[ownerProperty] ?? [];
  const decidedAt = readInstant(contact.properties[decided.decidedAt]);
  if (ours === undefined || before === undefined || decidedAt === null) {
    return [];
  }
  const isRace =
    isOurs(ours, appId) &&
    isByPerson(before, appId) &&
    before.changedAt > decidedAt &&
    ours.changedAt - before.changedAt <= longestRaceMillis;
  if (!isRace || before.value === '' || before.value === ours.value) {
    return [];
  }
  return [{ contactId: contact.id, ownerId: before.value, chosenAt: before.changedAt, overwrittenBy: ours.value }];
}
