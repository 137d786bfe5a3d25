import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { rights, type Right } from '../ui/right.ts';

/** Who may do what, by e-mail address in small letters. */
export type Grant = { readonly email: string; readonly rights: readonly Right[] };

export type AccessList = {
  readonly grants: readonly Grant[];
  /** The text is there and was not written by us, or for another portal: it grants nothing. */
  readonly isTampered: boolean;
};

/** Keys that the list is signed with; the first signs, each is believed. */
export type AccessKeys = readonly Buffer[];

const version = 'v1';

const grantsSchema = z.array(z.object({ email: z.string(), rights: z.array(z.enum(rights)) }));

/**
 * Writes grants as a text that stands in the portal, like the rules, and that nobody but Signalbox can write: with its
 * signature over grants and portal. Who may edit records of the portal could otherwise give themselves every right.
 *
 * `v1.<grants in base64url>.<HMAC-SHA256 in base64url>`
 */
export function writeAccessList(grants: readonly Grant[], portalId: number, keys: AccessKeys): string {
  const body = Buffer.from(JSON.stringify(inOrder(grants))).toString('base64url');
  return [version, body, signatureOf(body, portalId, keys[0]!).toString('base64url')].join('.');
}

/** Reads what stands in the portal; null and an empty text grant nothing. */
export function readAccessList(text: string | null, portalId: number, keys: AccessKeys): AccessList {
  if (text === null || text === '') {
    return { grants: [], isTampered: false };
  }
  const [found, body, signature] = text.split('.');
  const isOurs =
    found === version &&
    body !== undefined &&
    signature !== undefined &&
    keys.some((key) => isSame(Buffer.from(signature, 'base64url'), signatureOf(body, portalId, key)));
  if (!isOurs) {
    return { grants: [], isTampered: true };
  }
  const read = grantsSchema.safeParse(jsonOf(Buffer.from(body, 'base64url').toString('utf8')));
  return read.success ? { grants: read.data, isTampered: false } : { grants: [], isTampered: true };
}

/** One entry a person, without those who may do nothing, in the order of their addresses. */
function inOrder(grants: readonly Grant[]): Grant[] {
  const byEmail = new Map<string, Set<Right>>();
  for (const grant of grants) {
    const email = addressOf(grant.email);
    byEmail.set(email, new Set([...(byEmail.get(email) ?? []), ...grant.rights]));
  }
  return [...byEmail]
    .filter(([email, granted]) => email !== '' && granted.size > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([email, granted]) => ({ email, rights: rights.filter((right) => granted.has(right)) }));
}

/** What somebody may do. Admins may do everything, whatever is granted. */
export function rightsOf(email: string | null, list: AccessList, admins: readonly string[]): readonly Right[] {
  if (isAdmin(email, admins)) {
    return rights;
  }
  const address = addressOf(email ?? '');
  return list.grants.find((grant) => grant.email === address)?.rights ?? [];
}

/** Whether somebody is one of those who may do everything. Nobody is who has no address. */
export function isAdmin(email: string | null, admins: readonly string[]): boolean {
  const address = addressOf(email ?? '');
  return address !== '' && admins.some((admin) => addressOf(admin) === address);
}

/** Addresses as they are compared: addressOf(' Ana@X.com ') → 'ana@x.com'. */
export function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

/** A key for each purpose: what is signed here opens nothing elsewhere. */
function signatureOf(body: string, portalId: number, key: Buffer): Buffer {
  const own = createHmac('sha256', key).update('signalbox access list').digest();
  return createHmac('sha256', own)
    .update(`${version}.${String(portalId)}.${body}`)
    .digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
