import * as z from 'zod';
import { answerUiCall } from '../../handlers/ui/answer-ui-call.ts';
import type { AccessGiven } from '../../handlers/ui/answers/ui-portal.ts';
import { uiCalls, type UiCallName, type UiRead } from '../../handlers/ui/ui-calls.ts';
import { refusalOf, type UiRefusal } from '../../handlers/ui/ui-refusals.ts';
import { readSession } from '../sign-in/session.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { privateUi } from './private-ports.ts';
import { unreadable } from './unreadable.ts';

/** What the function of cards, pages and settings answers. */
export type UiFunctionAnswer =
  | { readonly isAnswered: true; readonly content: unknown }
  | { readonly isAnswered: false; readonly refusal: UiRefusal };

const parametersSchema = z.object({
  call: z.string().max(40),
  input: z.unknown(),
  session: z.string().max(4_000).nullish(),
});

/**
 * Answers one call of the UI. Who calls is what their session says and nothing else: HubSpot tells functions nothing of that.
 *
 * @param deadline UTC milliseconds after which nothing new is begun
 */
export async function answerCall(
  portal: PrivatePortal,
  parameters: unknown,
  given: AccessGiven,
  deadline: number,
): Promise<UiFunctionAnswer> {
  const read = parametersSchema.safeParse(parameters);
  const name = read.success ? nameOf(read.data.call) : null;
  if (!read.success || name === null) {
    return { isAnswered: false, refusal: unreadable };
  }
  const input = uiCalls[name].input.safeParse(read.data.input);
  if (!input.success) {
    return { isAnswered: false, refusal: unreadable };
  }
  const session = readSession(read.data.session ?? null, portal.portalId, given.keys, portal.now());
  const caller = {
    portalId: portal.portalId,
    userId: session?.userId ?? null,
    userEmail: session?.email ?? null,
  };
  const ui = privateUi(portal, given, deadline);
  const answer = await answerUiCall(name, caller, input.data as UiRead<typeof name>, ui);
  return answer.state === 'answered'
    ? { isAnswered: true, content: answer.content }
    : { isAnswered: false, refusal: refusalOf(answer) };
}

/** Null for what is no call, or none of this edition. */
function nameOf(call: string): UiCallName | null {
  const name = (Object.keys(uiCalls) as UiCallName[]).find((known) => known === call) ?? null;
  return name !== null && uiCalls[name].editions.includes('private') ? name : null;
}
