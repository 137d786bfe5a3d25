import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Something sealed that cannot be opened. */
export class SealError extends Error {
  readonly code: 'HSI001' | 'HSI002';

  constructor(code: 'HSI001' | 'HSI002', message: string) {
    super(message);
    this.name = 'SealError';
    this.code = code;
  }
}

/** What is sealed belongs to one portal and one purpose, and opens for no other. */
export type SealedFor = { readonly portalId: number; readonly purpose: 'access' | 'refresh' };

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals tokens for keeping: AES-256-GCM under the first key, with a random nonce each time. The text names its key, so that
 * keys can be changed: put a new one before the old, and take the old one away when nothing is sealed by it any longer (each
 * refresh seals anew, so that is after half an hour for every portal that is in use).
 */
export class TokenSeal {
  readonly #keyById: ReadonlyMap<string, Buffer>;
  readonly #sealingId: string;
  readonly #random: (bytes: number) => Buffer;

  /** @param keys of 32 bytes, at least one */
  constructor(keys: readonly Buffer[], random: (bytes: number) => Buffer = randomBytes) {
    this.#keyById = new Map(keys.map((key) => [idOf(key), key]));
    this.#sealingId = idOf(keys[0]!);
    this.#random = random;
  }

  /** `v1.<key>.<nonce>.<sealed text and tag>`, all of it printable. */
  seal(text: string, sealedFor: SealedFor): string {
    const nonce = this.#random(nonceBytes);
    const cipher = createCipheriv(cipherName, this.#keyById.get(this.#sealingId)!, nonce);
    cipher.setAAD(dataOf(sealedFor));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return ['v1', this.#sealingId, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws SealError HSI001 if the key is not among the keys, HSI002 if the text is damaged or belongs elsewhere */
  open(sealed: string, sealedFor: SealedFor): string {
    const [version, keyId, nonce, content] = sealed.split('.');
    if (version !== 'v1' || keyId === undefined || nonce === undefined || content === undefined)
      throw damaged(sealedFor);
    const key = this.#keyById.get(keyId);
    if (key === undefined) {
      throw new SealError(
        'HSI001',
        `A token of portal ${String(sealedFor.portalId)} is sealed by a key that is not in TOKEN_KEY (${keyId}). ` +
          'Next: add the key again behind the first one, or install the app anew in this portal. Nothing was erased.',
      );
    }
    const bytes = Buffer.from(content, 'base64url');
    const nonceRead = Buffer.from(nonce, 'base64url');
    if (bytes.length < tagBytes || nonceRead.length !== nonceBytes) throw damaged(sealedFor);
    const decipher = createDecipheriv(cipherName, key, nonceRead, { authTagLength: tagBytes });
    decipher.setAAD(dataOf(sealedFor));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
    } catch {
      throw damaged(sealedFor);
    }
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update('signalbox token key').update(key).digest('hex').slice(0, 12);
}

function dataOf({ portalId, purpose }: SealedFor): Buffer {
  return Buffer.from(`signalbox ${purpose} token of portal ${String(portalId)}`);
}

function damaged({ portalId, purpose }: SealedFor): SealError {
  return new SealError(
    'HSI002',
    `The ${purpose} token of portal ${String(portalId)} was changed after it was sealed, or belongs to another portal. ` +
      'Next: install the app anew in this portal. Its rules and decisions are in HubSpot and stay.',
  );
}
