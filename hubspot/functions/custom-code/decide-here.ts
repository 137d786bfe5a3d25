import { idText } from '../../handlers/ui/ui-calls.ts';
import { decideWithTime } from '../deciding/decide-with-time.ts';
import { tellContact } from '../deciding/decided-values.ts';
import { beginInvocation } from '../entries/invocation.ts';
import { FunctionCrm } from '../entries/function-crm.ts';
import { unpackLists } from '../lists/packed-lists.ts';
import { readView } from '../portal/deciding-view.ts';
import { openPortal } from '../portal/open-portal.ts';
import { noteTrigger } from '../triggers/seen-triggers.ts';

/** What HubSpot hands to a custom code step. */
type StepEvent = {
  readonly callbackId?: string;
  readonly object?: { readonly objectId?: number | string };
};

type StepAnswer = { readonly outputFields: Readonly<Record<string, string>> };

/**
 * Decides the contact that is enrolled, here, with the app's token as a secret of the step, and gives its values to the steps that
 * follow. A step that fails is tried again by HubSpot, and its call is the same: it is decided once.
 */
export async function main(event: StepEvent, callback: (answer: StepAnswer) => void): Promise<void> {
  const { moment, deadline } = beginInvocation();
  const contactId = idText.parse(String(event.object?.objectId ?? ''));
  const portal = await openPortal(new FunctionCrm(process.env), unpackLists(), moment);
  await noteTrigger(portal.log, 'customCode', moment.now());
  const view = await readView(portal);
  const ask = { contactId, reason: 'asked' as const, call: event.callbackId ?? null };
  const [answer] = await decideWithTime(portal, view, [ask], deadline);
  if (answer === undefined || answer.state === 'waiting') {
    throw new Error('It is not decided yet. HubSpot tries this step again.');
  }
  callback({ outputFields: tellContact(answer, view.team).values });
}
