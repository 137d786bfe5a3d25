import { readAccessList, rightsOf, writeAccessList, type Grant } from '../../access/access-list.ts';
import { findPerson } from '../../access/find-person.ts';
import type { CallerAccess } from '../answer-ui-call.ts';
import { answered, type UiAnswer, type UiCaller } from '../ui-answer.ts';
import type { GrantForm, GrantsForm } from '../ui-forms.ts';
import type { AccessGiven, UiPortal } from './ui-portal.ts';

/** What a caller may do. Nobody but HubSpot says who they are: without an address they may see cards, and no more. */
export async function accessOfCaller(
  portal: UiPortal,
  caller: UiCaller,
  given: AccessGiven,
): Promise<Omit<CallerAccess, 'isSignInNeeded'>> {
  const { configuration } = await portal.people();
  const list = readAccessList(configuration.settings.access, portal.portalId, given.keys);
  return {
    rights: rightsOf(caller.userEmail, list, given.admins),
    isWorker: findPerson(configuration.people, caller.userEmail) !== null,
  };
}

export async function answerGrants({ store, portalId }: UiPortal, given: AccessGiven): Promise<UiAnswer<GrantsForm>> {
  const { configuration } = await store.readDraft();
  const list = readAccessList(configuration.settings.access, portalId, given.keys);
  return answered({ grants: list.grants.map(copyOf), admins: [...given.admins], isTampered: list.isTampered });
}

/** Replaces all grants. What stands beside them in the portal stays as it is. */
export async function setGrants(
  portal: UiPortal,
  grants: readonly GrantForm[],
  given: AccessGiven,
): Promise<UiAnswer<GrantsForm>> {
  const { rows, configuration } = await portal.store.readDraft();
  const access = writeAccessList(grants, portal.portalId, given.keys);
  await portal.store.writeDraft(rows, { ...configuration, settings: { ...configuration.settings, access } });
  await portal.rulesChanged();
  return answerGrants(portal, given);
}

function copyOf({ email, rights }: Grant): GrantForm {
  return { email, rights: [...rights] };
}
