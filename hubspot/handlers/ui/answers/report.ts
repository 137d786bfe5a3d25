import { html } from '../../../../core/src/author/report/html.ts';
import { plainLine } from '../../effects/plain-line.ts';
import { decided } from '../../portal/property-names.ts';
import { answered, type UiAnswer, type UiCaller } from '../ui-answer.ts';
import type { UiRead } from '../ui-calls.ts';
import type { DoneForm } from '../ui-forms.ts';
import type { UiPortal } from './ui-portal.ts';

const subjects = {
  score: 'The score is wrong',
  owner: 'The owner is wrong',
  outcome: 'It came out otherwise than expected',
};

const mostCharacters = 2_000;

/** Notes on the contact's timeline what a rep says of a decision, with the decision's id. Nothing moves by it: ops read it. */
export async function reportDecision(
  { crm, now }: UiPortal,
  caller: UiCaller,
  { contactId, about, words }: UiRead<'report'>,
): Promise<UiAnswer<DoneForm>> {
  const [contact] = await crm.readObjects('contacts', [contactId], [decided.decisionId]);
  if (contact === undefined || contact.isArchived) {
    return { state: 'notFound', isOfAnotherPortal: false };
  }
  const who = caller.userEmail ?? 'somebody';
  const body = html`<p><strong>Signalbox: ${subjects[about]}</strong>, says ${who}.</p>
    <p>${plainLine(words, mostCharacters)}</p>
    <p>Decision ${contact.properties[decided.decisionId] ?? 'not known'}</p>`.markup;
  const [outcome] = await crm.createObjects('notes', [
    {
      properties: { hs_timestamp: new Date(now()).toISOString(), hs_note_body: body },
      associations: [{ toType: 'contacts', toId: contactId }],
    },
  ]);
  return outcome!.isWritten
    ? answered({ words: 'Noted on the timeline. Ops will read it.' })
    : { state: 'unavailable', retryAfterSeconds: 5 };
}
