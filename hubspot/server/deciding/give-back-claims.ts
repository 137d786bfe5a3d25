import type { Desk } from '../desk.ts';
import { forgetSubject } from '../inbox/change-identity.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { releaseSubjects, type ClaimedSubject } from '../waiting/claim-subjects.ts';

/** So often a contact may fail before it is put aside, and so often one that is not there is looked for. */
export const mostTries = 3;
/** A contact that HubSpot announced and does not show yet. */
const notThereYetMillis = 2_000;

/** Claimed contacts wait again, and somebody looks at them when it is time. */
export async function giveBackClaims(
  desk: Desk,
  session: PortalSession,
  contactIds: readonly string[],
  afterMillis: number,
  isTryCounted: boolean,
  problem: string | null,
): Promise<void> {
  if (contactIds.length === 0) {
    return;
  }
  const notBefore = desk.now() + afterMillis;
  await releaseSubjects(desk.database, session.portalId, desk.worker, contactIds, { notBefore, isTryCounted, problem });
  await desk.jobs.ask('decide', { portalId: session.portalId }, { startAt: notBefore });
}

/** Who is not there is looked for again some times before it counts as deleted: what was just created may not show yet. */
export async function forgetGone(
  desk: Desk,
  session: PortalSession,
  gone: readonly ClaimedSubject[],
  readAt: number,
): Promise<void> {
  const maybeLater = gone.filter((one) => one.attempts < mostTries);
  await giveBackClaims(
    desk,
    session,
    maybeLater.map((one) => one.contactId),
    notThereYetMillis,
    true,
    null,
  );
  for (const { contactId } of gone.filter((one) => one.attempts >= mostTries)) {
    await desk.database.transaction((transaction) =>
      forgetSubject(transaction, session.portalId, contactId, false, readAt, desk.now()),
    );
  }
}
