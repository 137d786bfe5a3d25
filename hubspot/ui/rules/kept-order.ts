/**
 * Which of some things were moved, where the others keep their order: the fewest that explain it.
 *
 * movedOf([1, 2, 3, 4], [4, 1, 2, 3]) → 4.
 *
 * @param before the things in their order; `after` holds the same ones
 */
export function movedOf<Thing>(before: readonly Thing[], after: readonly Thing[]): Set<Thing> {
  const places = new Map(before.map((thing, place) => [thing, place]));
  const order = after.map((thing) => places.get(thing) ?? -1);
  const kept = longestRising(order);
  return new Set(after.filter((_, place) => !kept.has(place)));
}

/** The places of a longest run of rising numbers: patience sorting with a way back. */
function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [place, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : tails[low - 1]!);
    tails[low] = place;
  }
  const kept = new Set<number>();
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place]!) {
    kept.add(place);
  }
  return kept;
}
