import type { MergedContact } from '../../handlers/subjects/find-merged.ts';
import { gatherSubjects, type Gathering } from '../../handlers/subjects/gather-subjects.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { Desk } from '../desk.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import type { ClaimedSubject } from '../waiting/claim-subjects.ts';
import { earlierDecisionsOf, reviewLoadAt } from './read-decisions.ts';

/** Everything that the decisions of a batch are made of. */
export async function readBatch(
  desk: Desk,
  session: PortalSession,
  claimed: readonly ClaimedSubject[],
  now: number,
): Promise<{
  readonly view: DecidingView;
  readonly areHeld: boolean;
  readonly gathered: readonly GatheredSubject[];
  readonly goneIds: readonly string[];
  readonly merged: readonly MergedContact[];
}> {
  const view = await session.view(now);
  // The portal's word on its rules is asked for while the leads are read, so that it costs no time.
  const [areHeld, read] = await Promise.all([session.confirm(view, now), gather(desk, session, view, claimed, now)]);
  return { view, areHeld, ...read };
}

/** Reads contacts from the portal and what is kept of them. */
export async function gather(
  desk: Desk,
  session: PortalSession,
  view: DecidingView,
  claimed: readonly ClaimedSubject[],
  now: number,
): Promise<Gathering> {
  const [earlier, reviewLoad] = await Promise.all([
    earlierDecisionsOf(desk.database, session.portalId, claimed),
    reviewLoadAt(desk.database, session.portalId, now),
  ]);
  return gatherSubjects(session.crm, claimed, {
    settings: view.configuration.settings,
    lists: desk.lists,
    team: view.team,
    earlierOf: (contactId) => earlier.current.get(contactId) ?? null,
    earlierOfPerson: (contactId) => earlier.ofPerson.get(contactId) ?? null,
    reviewLoad,
    appId: session.appId,
    hasLeads: session.hasLeads,
    now,
  });
}
