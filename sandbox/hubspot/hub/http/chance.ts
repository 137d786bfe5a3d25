/**
 * A number from 0 to below 1 that depends on nothing but the seed and the key. Requests that come at the same time draw by
 * their own keys, so that the order in which they arrive changes nothing.
 *
 * chanceOf(1, 'POST /x 3') is the same number in every run.
 */
export function chanceOf(seed: number, key: string): number {
  let hash = (2_166_136_261 ^ seed) >>> 0;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619) >>> 0;
  }
  return mix(hash);
}

/** Numbers from 0 to below 1, one after the other, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state);
  };
}

// The end of MurmurHash3: every bit of what goes in turns half of the bits that come out.
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
