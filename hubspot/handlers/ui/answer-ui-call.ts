import type { Right } from './right.ts';
import { mayCall } from './right.ts';
import type { UiAnswer, UiCaller } from './ui-answer.ts';
import { uiCalls, type UiCallName, type UiContent, type UiRead } from './ui-calls.ts';
import type { UiPorts } from './ui-ports.ts';

/** What the caller may do in the portal of the call, as the backend found out by itself. */
export type CallerAccess = {
  readonly rights: readonly Right[];
  /** Whether the rules can give them leads. */
  readonly isWorker: boolean;
  /** Whether nobody has confirmed yet who they are. */
  readonly isSignInNeeded: boolean;
};

/**
 * Answers a call if the caller may make it. Both backends come through here, so that no call is reached without its right.
 *
 * @param accessOf is asked only where the call needs more than seeing the app
 */
export async function answerUiCall<Name extends UiCallName>(
  name: Name,
  caller: UiCaller,
  input: UiRead<Name>,
  given: { readonly ports: UiPorts; readonly accessOf: (caller: UiCaller) => Promise<UiAnswer<CallerAccess>> },
): Promise<UiAnswer<UiContent<Name>>> {
  const { needs } = uiCalls[name];
  if (needs !== 'anybody') {
    const access = await given.accessOf(caller);
    if (access.state !== 'answered') {
      return access;
    }
    if (!mayCall(needs, access.content)) {
      return { state: access.content.isSignInNeeded ? 'signInNeeded' : 'notAllowed' };
    }
  }
  return given.ports[name](caller, input);
}
