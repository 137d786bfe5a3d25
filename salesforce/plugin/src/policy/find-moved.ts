/**
 * The names that changed their place among the others: the fewest whose move makes one order the other. Both lists hold the
 * same names.
 *
 * Example: `findMoved(['a', 'b', 'c'], ['c', 'a', 'b'])` is `Set { 'c' }`.
 */
export function findMoved(before: readonly string[], after: readonly string[]): Set<string> {
  const placeBefore = new Map(before.map((name, place) => [name, place]));
  const places = after.map((name) => placeBefore.get(name) ?? -1);
  const stays = longestRise(places);
  return new Set(after.filter((_, place) => !stays.has(place)));
}

/** The positions of a longest rising part of the numbers. */
function longestRise(numbers: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [place, number] of numbers.entries()) {
    let best = -1;
    for (let earlier = 0; earlier < place; earlier += 1) {
      if (numbers[earlier]! < number && (best === -1 || lengths[earlier]! > lengths[best]!)) best = earlier;
    }
    previous.push(best);
    lengths.push(best === -1 ? 1 : lengths[best]! + 1);
    if (last === -1 || lengths[place]! > lengths[last]!) last = place;
  }
  const rise = new Set<number>();
  for (let place = last; place !== -1; place = previous[place]!) rise.add(place);
  return rise;
}
