import type { DecideOutcome } from '../../handlers/actions/action-ports.ts';
import { findPerson } from '../../handlers/access/find-person.ts';
import { answered, type UiAnswer, type UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { DecidedForm } from '../../handlers/ui/ui-forms.ts';
import { decideNow } from '../actions/decide-now.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { markHandedBack } from '../waiting/mark-subjects.ts';

/** So long a card waits for the decision that it asked for; what comes later stands on the record. */
const mostWaitMillis = 9_000;

/** Decides a contact again with what is known now, because somebody pressed the button. */
export async function decideForUi(
  desk: Desk,
  session: PortalSession,
  caller: UiCaller,
  contactId: string,
): Promise<UiAnswer<DecidedForm>> {
  const now = desk.now();
  return tell(
    await decideNow(desk, session, {
      contactId,
      leadId: null,
      reason: 'changed',
      key: `ui ${caller.userId ?? ''} ${contactId} ${String(now)}`,
      deadline: now + mostWaitMillis,
    }),
  );
}

/** Takes a contact from the rep who has it, so that the next one gets it. Only they themselves can hand it back. */
export async function handBackForUi(
  desk: Desk,
  session: PortalSession,
  caller: UiCaller,
  contactId: string,
): Promise<UiAnswer<DecidedForm>> {
  const { portalId } = session;
  const { configuration } = await session.people(desk.now());
  const person = findPerson(configuration.people, caller.userEmail);
  const [row] = await desk.database.query<{ given_to: string }>(
    'select given_to from decision where portal_id = $1 and contact_id = $2 and is_current',
    [portalId, contactId],
  );
  if (row === undefined) {
    return { state: 'notFound', isOfAnotherPortal: false };
  }
  if (person === null || row.given_to !== person.repKey) {
    return { state: 'notAllowed' };
  }
  await desk.database.transaction((transaction) =>
    markHandedBack(transaction, portalId, contactId, person.repKey, desk.now()),
  );
  return decideForUi(desk, session, caller, contactId);
}

function tell(outcome: DecideOutcome): UiAnswer<DecidedForm> {
  switch (outcome.state) {
    case 'decided':
    case 'repeated':
      return answered({ state: outcome.state, headline: outcome.decision.reason });
    case 'waiting':
      return answered({ state: 'waiting', headline: '' });
    case 'noContact':
      return { state: 'notFound', isOfAnotherPortal: false };
    case 'notPublished':
      return refused(
        'HSV001',
        'No revision of the rules is published.',
        'Publish the draft in the settings of Signalbox.',
      );
    case 'failed':
      return refused('HSV010', outcome.cause, 'Try again; if it happens again, tell whoever runs Signalbox.');
  }
}

function refused(code: string, found: string, next: string): UiAnswer<DecidedForm> {
  return { state: 'refused', problems: [{ code, about: 'decision', found, next }] };
}
