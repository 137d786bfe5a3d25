import { unpackLists } from '../lists/packed-lists.ts';
import { NotPreparedError, openPortal } from '../portal/open-portal.ts';
import { NoLogError, preparePrivatePortal } from '../portal/prepare-private-portal.ts';
import type { Moment, PrivatePortal } from '../portal/private-portal.ts';
import { answerCall, type UiFunctionAnswer } from '../ui/answer-call.ts';
import { adminsOf, keysOf } from './environment.ts';
import { refusalOfFailure } from './failure.ts';
import { FunctionCrm } from './function-crm.ts';
import { beginInvocation } from './invocation.ts';

/** What HubSpot hands to a function. */
export type FunctionContext = { readonly parameters?: unknown };

/** Everything that cards, pages and settings ask for. */
export async function main(context: FunctionContext): Promise<UiFunctionAnswer> {
  const { moment, deadline } = beginInvocation();
  try {
    const given = { keys: keysOf(process.env, 'SIGNALBOX_KEY'), admins: adminsOf(process.env) };
    const portal = await openOrPrepare(moment);
    return await answerCall(portal, context.parameters, given, deadline);
  } catch (error) {
    if (error instanceof NoLogError) {
      const { code, message, nextStep } = error;
      return { isAnswered: false, refusal: { code, message, nextStep } };
    }
    return { isAnswered: false, refusal: refusalOfFailure(error) };
  }
}

/** The first call of all prepares the portal. */
async function openOrPrepare(moment: Moment): Promise<PrivatePortal> {
  const crm = new FunctionCrm(process.env);
  const lists = unpackLists();
  try {
    return await openPortal(crm, lists, moment);
  } catch (error) {
    if (!(error instanceof NotPreparedError)) {
      throw error;
    }
  }
  await preparePrivatePortal(crm, moment);
  return openPortal(crm, lists, moment);
}
