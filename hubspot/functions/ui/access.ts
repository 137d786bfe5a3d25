import { isAdmin } from '../../handlers/access/access-list.ts';
import type { CallerAccess } from '../../handlers/ui/answer-ui-call.ts';
import { accessOfCaller } from '../../handlers/ui/answers/grants-answers.ts';
import type { AccessGiven, UiPortal } from '../../handlers/ui/answers/ui-portal.ts';
import { answered, type UiAnswer, type UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { AccessForm } from '../../handlers/ui/ui-forms.ts';

/** What a caller may do. Without a session nobody knows who they are, and they may do what everybody may. */
export async function accessOf(
  portal: UiPortal,
  caller: UiCaller,
  given: AccessGiven,
): Promise<UiAnswer<CallerAccess>> {
  if (caller.userEmail === null) {
    return answered({ rights: [], isWorker: false, isSignInNeeded: true });
  }
  return answered({ ...(await accessOfCaller(portal, caller, given)), isSignInNeeded: false });
}

export async function answerAccess(
  portal: UiPortal,
  caller: UiCaller,
  given: AccessGiven,
): Promise<UiAnswer<AccessForm>> {
  const access = await accessOf(portal, caller, given);
  if (access.state !== 'answered') {
    return access;
  }
  const { rights, isWorker, isSignInNeeded } = access.content;
  return answered({
    edition: 'private',
    email: caller.userEmail,
    rights: [...rights],
    isWorker,
    isAdmin: isAdmin(caller.userEmail, given.admins),
    isSignInNeeded,
  });
}
