/**
 * What a run costs, as far as it can be counted here: a proxy for the platform's CPU and heap limits, not their measure.
 *
 * Emitted code counts statements by itself (one counter for each, which is also the coverage). The library charges what
 * depends on the size of its input: a builtin that looks at 100,000 characters costs more than one that looks at ten.
 */
export type Meter = {
  /** Statement equivalents charged by builtins. */
  builtinUnits: number;
  /** Bytes of all strings made by concatenation and by builtins. */
  textBytes: number;
  /** Objects, collections and boxes made. */
  objects: number;
  /** An estimate of all bytes ever allocated, by the sizes below. */
  allocatedBytes: number;
};

/** Estimated sizes, in bytes: a reference or a primitive field, the head of an object, one character of a string. */
export const slotBytes = 4;
export const headBytes = 12;
export const characterBytes = 2;

export const meter: Meter = { builtinUnits: 0, textBytes: 0, objects: 0, allocatedBytes: 0 };

export function resetMeter(): void {
  meter.builtinUnits = 0;
  meter.textBytes = 0;
  meter.objects = 0;
  meter.allocatedBytes = 0;
}

/*
 * The call itself is part of the statement that makes it. What is charged is what grows with the input. A statement of Apex
 * takes about a microsecond of an org's processor; looking at a character natively takes well below a hundredth of that, and
 * interpreting one a few hundredths. The charges are several times dearer, so that the proxy errs on the careful side.
 */

/** For a builtin that walks `count` characters natively (indexOf, substring, replace, join): 128 cost one statement. */
export function chargeCharacters(count: number): void {
  meter.builtinUnits += count >> 7;
}

/** For one that interprets them (regular expressions, JSON, digests): 16 cost one statement. */
export function chargeParsedCharacters(count: number): void {
  meter.builtinUnits += count >> 4;
}

/** For one that walks `count` elements (addAll, clone, contains of a list, sort counts n log n): 8 cost one statement. */
export function chargeElements(count: number): void {
  meter.builtinUnits += count >> 3;
}

/** Counts a string that was made; returns it. */
export function madeText(text: string): string {
  const bytes = text.length * characterBytes;
  meter.textBytes += bytes;
  meter.allocatedBytes += bytes + headBytes;
  return text;
}

/** Counts an object or collection with room for `slots` references. */
export function madeObject(slots: number): void {
  meter.objects += 1;
  meter.allocatedBytes += headBytes + slots * slotBytes;
}
