import { raise } from '../raise.ts';

/** A value of type Id: always the 18 characters. */
export class ApexId {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  toString(): string {
    return this.value;
  }
}

const suffixDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const plainId = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** The three characters that make an id of 15 characters readable without case: idSuffix('001D000000IRFma') → "IAO". */
export function idSuffix(fifteen: string): string {
  let suffix = '';
  for (let group = 0; group < 3; group++) {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      const unit = fifteen.charCodeAt(group * 5 + index);
      if (unit >= 65 && unit <= 90) {
        bits |= 1 << index;
      }
    }
    suffix += suffixDigits.charAt(bits);
  }
  return suffix;
}

/** The 18 characters of an id of 15 or 18; null where the text is no id: readId('001D000000IRFma') → "001D000000IRFmaIAO". */
export function readId(text: string): string | null {
  if (!plainId.test(text)) {
    return null;
  }
  const suffix = idSuffix(text);
  return text.length === 18 && text.slice(15).toUpperCase() !== suffix ? null : text.slice(0, 15) + suffix;
}

/**
 * Gives an id of 18 characters the case that its suffix says: restoreIdCase('001d000000irfmaiao') → "001D000000IRFmaIAO".
 * Null where suffix and letters do not fit.
 */
export function restoreIdCase(text: string): string | null {
  if (text.length !== 18 || !plainId.test(text)) {
    return null;
  }
  let restored = '';
  for (let group = 0; group < 3; group++) {
    const bits = suffixDigits.indexOf(text.charAt(15 + group).toUpperCase());
    for (let index = 0; index < 5; index++) {
      const character = text.charAt(group * 5 + index);
      restored += (bits >> index) & 1 ? character.toUpperCase() : character.toLowerCase();
    }
  }
  return readId(restored + text.slice(15));
}

/** What an assignment of a String to an Id does; null stays null. Throws System.StringException for anything else. */
export function idFromText(text: string | null): ApexId | null {
  return text === null ? null : new ApexId(readId(text) ?? raise('System.StringException', `Invalid id: ${text}`));
}
