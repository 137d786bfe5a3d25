import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { policyOfText, rosterOfText } from '../../../core/src/author/run/snapshot-texts.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';
import type { CardData } from '../../handlers/card/card-data.ts';
import { cardFromProperties } from '../../handlers/card/card-from-properties.ts';
import { cardOf } from '../../handlers/card/card-of.ts';
import { readRecord } from '../../handlers/card/read-record.ts';
import type { RunningClock } from '../../handlers/clock/running-clock.ts';
import type { PropertyValues } from '../../handlers/crm/crm.ts';
import { readInstant } from '../../handlers/effects/read-instant.ts';
import { decided, type SlaState } from '../../handlers/portal/property-names.ts';
import { answered, type UiAnswer } from '../../handlers/ui/ui-answer.ts';
import type { Entry } from '../log/entry.ts';
import { decisionEntryKey, snapshotKey } from '../log/keys.ts';
import { readPeople } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

const cardProperties = [...Object.values(decided), 'hubspot_owner_id'];
const slaStates: readonly SlaState[] = ['running', 'reminded', 'met', 'missed', 'closed'];

/**
 * The card of a contact: from its decision in the log, or from what stands on the contact where the log has none. Everybody who
 * sees the contact may see it, so that nothing of the personal part is read.
 */
export async function readCard(portal: PrivatePortal, contactId: string): Promise<UiAnswer<CardData>> {
  const [contact] = await portal.crm.readObjects('contacts', [contactId], cardProperties);
  if (contact === undefined || contact.isArchived) {
    return { state: 'notFound', isOfAnotherPortal: false };
  }
  const entry = await findDecision(portal, contact.properties[decided.decisionId] ?? '');
  if (entry === null) {
    return answered(cardFromProperties(contact.properties));
  }
  const recordText = entry.texts.body ?? '';
  const record = readRecord(recordText);
  const [policy, roster, { team }, live] = await Promise.all([
    record === null ? null : policyOf(portal, record.policy),
    record === null ? null : rosterOf(portal, record.roster),
    readPeople(portal),
    portal.store.findLive(),
  ]);
  return answered(
    cardOf({
      recordText,
      policy,
      roster: roster ?? team.roster,
      properties: contact.properties,
      keyOfOwner: team.keyOfOwner,
      clock: clockOf(contact.properties, entry, contactId),
      liveHash: live?.hash ?? null,
      now: portal.now(),
    }),
  );
}

async function findDecision(portal: PrivatePortal, decisionId: string): Promise<Entry | null> {
  const [contactId, arrival] = decisionId.split('/');
  if (contactId === undefined || arrival === undefined || !/^\d{1,9}$/.test(arrival)) {
    return null;
  }
  const entry = await portal.log.findByKey(decisionEntryKey(contactId, Number(arrival)), ['body']);
  return entry !== null && entry.kind === 'decision' && entry.columns.decisionId === decisionId ? entry : null;
}

async function policyOf(portal: PrivatePortal, hash: string): Promise<Policy | null> {
  const revision = await portal.store.readRevision(hash);
  return revision === null ? null : policyOfText(revision.text);
}

/** Null where the portal no longer holds it as it was. */
async function rosterOf(portal: PrivatePortal, hash: string): Promise<Roster | null> {
  const entry = await portal.log.findByKey(snapshotKey(hash), ['body']);
  const text = `${entry?.texts.body ?? ''}\n`;
  return hashText(text) === hash ? rosterOfText(text) : null;
}

/** The promise as it stands on the contact: workflows of the portal keep it there. */
function clockOf(properties: PropertyValues, entry: Entry, contactId: string): RunningClock | null {
  const state = slaStates.find((one) => one === properties[decided.slaState]);
  const dueAt = readInstant(properties[decided.slaDueAt]);
  if (state === undefined || dueAt === null) {
    return null;
  }
  return {
    decisionId: entry.columns.decisionId ?? '',
    contactId,
    slaKey: properties[decided.slaKey] ?? '',
    ownerKey: properties[decided.slaOwner] ?? '',
    givenToKey: properties[decided.givenTo] ?? '',
    startedAt: entry.at,
    dueAt,
    state,
    rungs: [],
    climbed: 0,
    isQuiet: false,
  };
}
