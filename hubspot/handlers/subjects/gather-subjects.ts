import { askLists, type LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import type { ReviewLoad } from '../../../core/src/decide/model/crm-context.ts';
import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import type { Crm, CrmRecord } from '../crm/crm.ts';
import type { Team } from '../people/team.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { MergedContact } from './find-merged.ts';
import { knownPeople, type Recognising } from './known-people.ts';
import { listsOf } from './mail-lists.ts';
import { openLeads } from './open-leads.ts';
import { presentOwner } from './present-owner.ts';
import { readKnown } from './read-known.ts';
import { submissionOf } from './submission-of.ts';
import type { EarlierDecision, GatheredSubject, WaitingSubject } from './subject.ts';

/** What is known outside of the portal, or of it already. */
export type GatherGiven = {
  readonly settings: PortalSettings;
  /** The lists that come with Signalbox; a portal's own domains come from its settings. */
  readonly lists: LookupLists;
  readonly team: Team;
  /** The decision that counts for a contact now. */
  readonly earlierOf: (contactId: string) => EarlierDecision | null;
  /** A submission of the same person that was decided before this one. */
  readonly earlierOfPerson?: (contactId: string) => EarlierDecision | null;
  readonly reviewLoad: ReviewLoad;
  /** The app's own id: an owner whom it set was chosen by nobody. */
  readonly appId: number;
  readonly hasLeads: boolean;
  readonly now: number;
};

/** In the order in which they were given. Contacts that are not there any more stand apart, and so do those that were merged. */
export type Gathering = {
  readonly gathered: GatheredSubject[];
  readonly goneIds: string[];
  /** The portal has them under another id: what is kept of them has to move there, and is decided then. */
  readonly merged: readonly MergedContact[];
};

/**
 * Reads everything that the decisions of some contacts need: a hundred take about as many calls as one.
 *
 * @throws CrmError where the portal does not answer; nothing is gathered then
 */
export async function gatherSubjects(
  crm: Crm,
  waiting: readonly WaitingSubject[],
  given: GatherGiven,
): Promise<Gathering> {
  if (waiting.length === 0) {
    return { gathered: [], goneIds: [], merged: [] };
  }
  const lists = listsOf(given.lists, given.settings);
  const known = await readKnown(crm, waiting, given.settings, lists, given.hasLeads);
  const recognising: Recognising = { known, team: given.team, settings: given.settings, lists };
  const gathered: GatheredSubject[] = [];
  const goneIds: string[] = [];
  const mergedIds = new Set(known.merged.map(({ fromId }) => fromId));
  for (const one of waiting) {
    const contact = known.contacts.get(one.contactId);
    if (contact !== undefined) {
      gathered.push(gatherOne(one, contact, recognising, given));
    } else if (!mergedIds.has(one.contactId)) {
      goneIds.push(one.contactId);
    }
  }
  return { gathered, goneIds, merged: known.merged };
}

function gatherOne(
  waiting: WaitingSubject,
  contact: CrmRecord,
  recognising: Recognising,
  given: GatherGiven,
): GatheredSubject {
  const { known, team, settings, lists } = recognising;
  const mainCompanyId = known.companyIdsOf.get(contact.id)?.[0] ?? null;
  const company = mainCompanyId === null ? null : (known.companies.get(mainCompanyId) ?? null);
  const submission = submissionOf({ waiting, contact, company, settings });
  const earlier = given.earlierOf(contact.id);
  const ofPerson = given.earlierOfPerson?.(contact.id) ?? null;
  const people = knownPeople(contact, submission, recognising);
  const ownerId = contact.properties['hubspot_owner_id'] ?? '';
  return {
    waiting,
    contact,
    input: {
      submission,
      crm: {
        ...presentOwner(contact, team, given.appId, earlier !== null),
        contacts: people.contacts,
        accounts: people.accounts,
        earlierSubmissionKey: ofPerson?.submissionKey ?? null,
        earlierOwnerKey: ofPerson !== null && team.ownerIdOf.has(ofPerson.givenToKey) ? ofPerson.givenToKey : null,
        earlierDecidedAt: ofPerson?.decidedAt ?? null,
        handedBackKeys: [...waiting.handedBackKeys],
      },
      answers: askLists(lists, readEmail(submission.email)?.domain ?? null),
      reviewLoad: given.reviewLoad,
      now: given.now,
    },
    ownerId: ownerId === '' ? null : ownerId,
    openLeads: openLeads(known.leadsOf.get(contact.id) ?? []),
    earlier,
  };
}
