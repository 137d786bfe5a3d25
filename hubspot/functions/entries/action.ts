import * as z from 'zod';
import { accessOfCaller } from '../../handlers/ui/answers/grants-answers.ts';
import { mayCall } from '../../handlers/ui/right.ts';
import { idText } from '../../handlers/ui/ui-calls.ts';
import { refusalOf, type UiRefusal } from '../../handlers/ui/ui-refusals.ts';
import { decideWithTime } from '../deciding/decide-with-time.ts';
import { tellContact, type ToldContact } from '../deciding/decided-values.ts';
import { unpackLists } from '../lists/packed-lists.ts';
import { readView } from '../portal/deciding-view.ts';
import { openPortal } from '../portal/open-portal.ts';
import { readSession } from '../sign-in/session.ts';
import { sharedPortal } from '../ui/shared-portal.ts';
import { unreadable } from '../ui/unreadable.ts';
import { adminsOf, keysOf } from './environment.ts';
import { refusalOfFailure } from './failure.ts';
import { FunctionCrm } from './function-crm.ts';
import { beginInvocation } from './invocation.ts';

const parametersSchema = z.object({
  contactIds: z.array(idText).min(1).max(100),
  session: z.string().max(4_000).nullish(),
});

export type ActionFunctionAnswer =
  | { readonly isAnswered: true; readonly content: { readonly contacts: readonly ToldContact[] } }
  | { readonly isAnswered: false; readonly refusal: UiRefusal };

/**
 * Decides the contacts that somebody chose in a list or on a card: ten within eight seconds. The rest is answered `waiting`; whoever
 * calls asks again for these.
 */
export async function main(context: { readonly parameters?: unknown }): Promise<ActionFunctionAnswer> {
  const { moment, deadline } = beginInvocation();
  try {
    const given = { keys: keysOf(process.env, 'SIGNALBOX_KEY'), admins: adminsOf(process.env) };
    const read = parametersSchema.safeParse(context.parameters);
    if (!read.success) {
      return { isAnswered: false, refusal: unreadable };
    }
    const portal = await openPortal(new FunctionCrm(process.env), unpackLists(), moment);
    const session = readSession(read.data.session ?? null, portal.portalId, given.keys, moment.now());
    if (session === null) {
      return { isAnswered: false, refusal: refusalOf({ state: 'signInNeeded' }) };
    }
    const view = await readView(portal);
    const caller = { portalId: portal.portalId, userId: session.userId, userEmail: session.email };
    if (!mayCall('worker', await accessOfCaller(sharedPortal(portal, view), caller, given))) {
      return { isAnswered: false, refusal: refusalOf({ state: 'notAllowed' }) };
    }
    const asks = read.data.contactIds.map((contactId) => ({ contactId, reason: 'asked' as const, call: null }));
    const answers = await decideWithTime(portal, view, asks, deadline);
    return {
      isAnswered: true,
      content: { contacts: answers.map((answer) => tellContact(answer, view.team)) },
    };
  } catch (error) {
    return { isAnswered: false, refusal: refusalOfFailure(error) };
  }
}
