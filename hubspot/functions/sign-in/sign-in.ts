import { randomInt } from 'node:crypto';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { addressOf, type AccessKeys } from '../../handlers/access/access-list.ts';
import type { PropertyVersion } from '../../handlers/crm/crm.ts';
import { ownerOfAddress, readUsers } from '../../handlers/people/users.ts';
import { answered, type UiAnswer } from '../../handlers/ui/ui-answer.ts';
import type { UiRead } from '../../handlers/ui/ui-calls.ts';
import type { SignInForm } from '../../handlers/ui/ui-forms.ts';
import { confirmationLabel, entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { openSession } from './session.ts';

/** So long a code may be written into the record. */
const confirmMillis = 300_000;

/** Without the signs that people read for others. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 10;

/**
 * Finds out who somebody is. HubSpot tells a function nothing of who calls it, but notes at every value of a record which user
 * wrote it: so whoever says to be a user writes a code into a record, by hand in HubSpot, and HubSpot says who that was. Nobody can
 * write in another's name there, and a code that somebody else wrote signs nobody in.
 */
export async function signIn(
  portal: PrivatePortal,
  { email, code }: UiRead<'signIn'>,
  keys: AccessKeys,
): Promise<UiAnswer<SignInForm>> {
  return code === null ? askForCode(portal, email) : confirm(portal, email, code, keys);
}

/** Tells nobody whether there is such a user: that is found out when the code comes back. */
async function askForCode(portal: PrivatePortal, email: string): Promise<UiAnswer<SignInForm>> {
  const code = Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]!).join('');
  const at = portal.now();
  const creation = await portal.log.create({
    key: requestKey(email, code),
    turnKey: null,
    kind: 'signIn',
    state: 'asked',
    contactId: null,
    at,
    columns: {},
    texts: {},
  });
  if (!creation.isCreated) {
    return { state: 'unavailable', retryAfterSeconds: 1 };
  }
  return answered({
    state: 'asked',
    code,
    recordPath: `/contacts/${portal.portalId}/record/${portal.log.typeId}/${creation.id}`,
    fieldLabel: confirmationLabel,
    until: at + confirmMillis,
  });
}

async function confirm(
  portal: PrivatePortal,
  email: string,
  code: string,
  keys: AccessKeys,
): Promise<UiAnswer<SignInForm>> {
  const key = requestKey(email, code);
  const [record, users] = await Promise.all([
    portal.log.findWithHistory(key, entryProperty.confirmation),
    readUsers(portal.crm),
  ]);
  const owner = ownerOfAddress(users, email);
  const userId = owner === null || owner.isArchived ? null : owner.userId;
  const [newest] = record?.history[entryProperty.confirmation] ?? [];
  if (record === null || userId === null || !isConfirmed(newest, code, userId, record.createdAt, portal.now())) {
    return { state: 'signInNeeded' };
  }
  // A code is good for one session, whoever else read it.
  const used = await portal.log.create({
    key: `${key}:used`,
    turnKey: null,
    kind: 'signIn',
    state: 'used',
    contactId: null,
    at: portal.now(),
    columns: {},
    texts: {},
  });
  if (!used.isCreated) {
    return { state: 'signInNeeded' };
  }
  const { session, until } = openSession(
    { portalId: portal.portalId, userId, email: addressOf(email) },
    keys,
    portal.now(),
  );
  return answered({ state: 'signedIn', session, until });
}

/** Whether this very user wrote the code by hand, after it was asked for and not long ago. */
function isConfirmed(
  version: PropertyVersion | undefined,
  code: string,
  userId: string,
  askedAt: number,
  now: number,
): boolean {
  return (
    version !== undefined &&
    version.value.trim() === code &&
    version.sourceType === 'CRM_UI' &&
    version.updatedByUserId !== null &&
    String(version.updatedByUserId) === userId &&
    version.changedAt >= askedAt &&
    now - askedAt <= confirmMillis
  );
}

function requestKey(email: string, code: string): string {
  return `signin:${hashText(`${addressOf(email)}\n${code}`).slice(0, 40)}`;
}
