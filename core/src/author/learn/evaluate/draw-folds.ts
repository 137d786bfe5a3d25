/**
 * Deals rows into folds by chance, won and other rows apart, so that each fold has its share of both. The same seed deals the same.
 *
 * Source of the generator: Marsaglia 2003, xorshift of 32 bits.
 */
export function drawFolds(labels: Uint8Array, folds: number, seed: number): Uint8Array {
  const draw = chance(seed);
  const order = Int32Array.from(labels, (_, place) => place);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor(draw() * (place + 1));
    const held = order[place]!;
    order[place] = order[other]!;
    order[other] = held;
  }
  const fold = new Uint8Array(labels.length);
  const dealt = [0, 0];
  for (const place of order) {
    const label = labels[place]!;
    fold[place] = dealt[label]! % folds;
    dealt[label]! += 1;
  }
  return fold;
}

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  for (let warm = 0; warm < 16; warm += 1) {
    next();
  }
  return next;
}
