import { hash, randomBytes } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function hashText(text: string): string {
  return hash('sha256', text, 'hex');
}

/** A salt of 128 bits, so that nobody finds a person again by hashing guesses. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** The hash under which a personal part stands; without its salt it says nothing. */
export function hashPersonal(salt: string, personalText: string): string {
  return hashText(`${salt}\n${personalText}`);
}
