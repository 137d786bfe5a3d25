import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Unsupported } from '../../run/apex-object.ts';
import { chargeParsedCharacters } from '../../run/meter.ts';
import { raise } from '../raise.ts';

export const initializationVectorBytes = 16;

const keyBytes: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };

function cipherOf(name: string, key: Uint8Array, vector: Uint8Array): string {
  const algorithm = name.toUpperCase();
  if (algorithm.endsWith('-GCM')) {
    throw new Unsupported(`The cipher ${name}`, 'Crypto');
  }
  const size = keyBytes[algorithm] ?? raise('System.InvalidParameterValueException', `Invalid algorithm: ${name}`);
  if (key.length !== size) {
    raise('System.InvalidParameterValueException', `Invalid private key. Must be ${size} bytes.`);
  }
  if (vector.length !== initializationVectorBytes) {
    raise(
      'System.InvalidParameterValueException',
      `Invalid initialization vector. Must be ${initializationVectorBytes} bytes.`,
    );
  }
  return `aes-${size * 8}-cbc`;
}

/** AES in blocks that are chained, the last one filled up as PKCS #7 says. */
export function encryptBytes(name: string, key: Uint8Array, vector: Uint8Array, clear: Uint8Array): Uint8Array {
  const cipher = createCipheriv(cipherOf(name, key, vector), key, vector);
  chargeParsedCharacters(clear.length);
  return Buffer.concat([cipher.update(clear), cipher.final()]);
}

/** The reverse of encryptBytes; throws System.SecurityException where key or bytes do not fit. */
export function decryptBytes(name: string, key: Uint8Array, vector: Uint8Array, given: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(cipherOf(name, key, vector), key, vector);
  chargeParsedCharacters(given.length);
  if (given.length % 16 !== 0) {
    raise('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  }
  try {
    return Buffer.concat([decipher.update(given), decipher.final()]);
  } catch {
    return raise(
      'System.SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    );
  }
}
