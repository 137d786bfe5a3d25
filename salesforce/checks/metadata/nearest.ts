/** Whichever of the words is written most alike; the first of several. Example: `nearest('lable', ['label', 'type'])`. */
export function nearest(word: string, words: string[]): string {
  const distances = words.map((each) => ({ each, distance: countEdits(word.toLowerCase(), each.toLowerCase()) }));
  return distances.reduce((best, next) => (next.distance < best.distance ? next : best)).each;
}

function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = (row[column] ?? 0) + (other[column] === character ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
