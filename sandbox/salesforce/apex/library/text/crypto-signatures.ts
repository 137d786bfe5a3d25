import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { chargeParsedCharacters } from '../../run/meter.ts';
import { raise } from '../raise.ts';

const hashes: Readonly<Record<string, string>> = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
};

function hashOf(name: string): string {
  return hashes[name.toUpperCase()] ?? raise('System.InvalidParameterValueException', `Invalid algorithm: ${name}`);
}

function readKey(read: () => KeyObject, kind: string): KeyObject {
  try {
    return read();
  } catch {
    return raise('System.SecurityException', `Invalid ${kind} key`);
  }
}

/** Signs with a private key in PKCS #8 form: signBytes('RSA-SHA256', input, key). */
export function signBytes(name: string, input: Uint8Array, key: Uint8Array): Uint8Array {
  const hash = hashOf(name);
  chargeParsedCharacters(input.length);
  const read = readKey(() => createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }), 'private');
  return sign(hash, input, read);
}

/** Whether a signature fits, by a public key in X.509 form: verifyBytes('RSA-SHA256', input, signature, key). */
export function verifyBytes(name: string, input: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  const hash = hashOf(name);
  chargeParsedCharacters(input.length);
  const read = readKey(() => createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }), 'public');
  return verify(hash, input, read, signature);
}
