/**
 * Hash codes as Java counts them, which is what String.hashCode and System.hashCode show.
 */

/** hashOfText('ab') → 3105. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The two halves of 64 bits, mixed: hashOfLong(4294967296n) → 1. */
export function hashOfLong(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
}

const view = new DataView(new ArrayBuffer(8));

/** hashOfDouble(1) → 1072693248. */
export function hashOfDouble(value: number): number {
  view.setFloat64(0, value);
  return view.getInt32(0) ^ view.getInt32(4);
}

/** hashOfBoolean(true) → 1231. */
export function hashOfBoolean(value: boolean): number {
  return value ? 1231 : 1237;
}

/** Of the hashes of a list's elements: hashOfSequence([1, 2]) → 994. */
export function hashOfSequence(hashes: readonly number[]): number {
  let hash = 1;
  for (const each of hashes) {
    hash = (Math.imul(31, hash) + each) | 0;
  }
  return hash;
}
