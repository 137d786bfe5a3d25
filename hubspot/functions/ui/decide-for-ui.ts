import { findPerson } from '../../handlers/access/find-person.ts';
import { RulesNotHeldError } from '../../handlers/rules/live-rules.ts';
import { answered, type UiAnswer, type UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { DecidedForm } from '../../handlers/ui/ui-forms.ts';
import { readHistories } from '../deciding/contact-history.ts';
import { decideWithTime } from '../deciding/decide-with-time.ts';
import type { DecideAsk } from '../deciding/decide-ask.ts';
import { standingOf } from '../deciding/outcome-entry.ts';
import { readView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { BrokenTurnError } from '../turns/turn-text.ts';

/** Decides a contact again with what is known now, because somebody pressed the button. */
export async function decideForUi(
  portal: PrivatePortal,
  ask: DecideAsk,
  deadline: number,
): Promise<UiAnswer<DecidedForm>> {
  try {
    const [answer] = await decideWithTime(portal, await readView(portal), [ask], deadline);
    return tell(answer);
  } catch (error) {
    if (error instanceof RulesNotHeldError || error instanceof BrokenTurnError) {
      const { code, message, nextStep } = error;
      return { state: 'refused', problems: [{ code, about: 'decision', found: message, next: nextStep }] };
    }
    throw error;
  }
}

/** Takes a contact from the rep who has it, so that the next one gets it. Only they themselves can hand it back. */
export async function handBackForUi(
  portal: PrivatePortal,
  caller: UiCaller,
  contactId: string,
  deadline: number,
): Promise<UiAnswer<DecidedForm>> {
  const [{ configuration }, histories] = await Promise.all([
    portal.store.readDraft(),
    readHistories(portal.log, [contactId]),
  ]);
  const outcome = histories.get(contactId)!.arrivals.find((each) => each.outcome !== null)?.outcome ?? null;
  const standing = outcome === null ? null : standingOf(outcome);
  if (standing === null) {
    return { state: 'notFound', isOfAnotherPortal: false };
  }
  const person = findPerson(configuration.people, caller.userEmail);
  if (person === null || standing.givenToKey !== person.repKey) {
    return { state: 'notAllowed' };
  }
  const ask: DecideAsk = { contactId, reason: 'handedBack', handedBackKey: person.repKey, call: null };
  return decideForUi(portal, ask, deadline);
}

function tell(answer: Awaited<ReturnType<typeof decideWithTime>>[number] | undefined): UiAnswer<DecidedForm> {
  switch (answer?.state) {
    case 'decided':
    case 'repeated':
      return answered({ state: answer.state, headline: answer.entry.columns.headline ?? '' });
    case 'gone':
      return { state: 'notFound', isOfAnotherPortal: false };
    default:
      return answered({ state: 'waiting', headline: '' });
  }
}
