import { createHmac, hkdfSync } from 'node:crypto';
import { isSameText } from '../../handlers/signature/same-text.ts';

/** The state of one installation that was begun here, as it goes through HubSpot and comes back. */
export type InstallState =
  | { readonly isGood: true; readonly nonce: string; readonly expiresAt: number }
  | { readonly isGood: false; readonly reason: 'forged' | 'expired' };

/** Longer than it takes to read what is asked for and to choose an account. */
export const stateLifeMillis = 15 * 60_000;

/**
 * Signs the state of an installation: a name that nobody can guess and its end. All servers have the key; with several keys
 * the first signs and all are accepted, so that keys can be changed while somebody installs.
 */
export class InstallStates {
  readonly #keys: readonly Buffer[];

  constructor(tokenKeys: readonly Buffer[]) {
    this.#keys = tokenKeys.map((key) => Buffer.from(hkdfSync('sha256', key, '', 'signalbox install state', 32)));
  }

  /** @param nonce letters, digits and dashes that were never used before */
  write(nonce: string, now: number): string {
    const content = `${nonce}.${String(now + stateLifeMillis)}`;
    return `${content}.${signatureOf(content, this.#keys[0]!)}`;
  }

  read(state: string, now: number): InstallState {
    const [, nonce, end, signature] = /^([A-Za-z0-9-]{8,64})\.(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(state) ?? [];
    if (nonce === undefined || end === undefined || signature === undefined) return { isGood: false, reason: 'forged' };
    const isOurs = this.#keys.some((key) => isSameText(signature, signatureOf(`${nonce}.${end}`, key)));
    if (!isOurs) return { isGood: false, reason: 'forged' };
    return now > Number(end) ? { isGood: false, reason: 'expired' } : { isGood: true, nonce, expiresAt: Number(end) };
  }
}

function signatureOf(content: string, key: Buffer): string {
  return createHmac('sha256', key).update(content).digest('base64url');
}
