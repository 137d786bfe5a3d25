/** A turn that was looked for, and what was found under its number. */
export type FoundTurn<Entry> = { readonly name: string; readonly sequence: number; readonly entry: Entry };

type AskedTurn = { readonly name: string; readonly sequence: number };

/** Numbers that are asked for at once: those that follow, which is nearly always enough, and then ever further ones. */
const following = 16;
const leaps = [5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28].map((power) => 2 ** power);

/**
 * The newest turn of each chain, found from any older one. Numbers follow each other without a gap, so that where one of those
 * that follow is missing, the one before it is the newest.
 *
 * @param from for each chain a number that was taken, or 0
 * @param read gives what is there of some turns, in one call where they are at most 100
 * @returns the newest of each; chains in which nothing was taken are missing
 */
export async function findNewest<Entry>(
  from: ReadonlyMap<string, number>,
  read: (asked: readonly AskedTurn[]) => Promise<readonly FoundTurn<Entry>[]>,
): Promise<Map<string, FoundTurn<Entry>>> {
  const newest = new Map<string, FoundTurn<Entry>>();
  let open = new Map(from);
  while (open.size > 0) {
    const asked = [...open].flatMap(([name, start]) =>
      [...Array.from({ length: following }, (_, place) => place), ...leaps]
        .map((step) => ({ name, sequence: start + step }))
        .filter(({ sequence }) => sequence > 0),
    );
    const further = new Map<string, number>();
    const before = open;
    for (const found of await read(asked)) {
      const known = newest.get(found.name);
      if (known === undefined || found.sequence > known.sequence) {
        newest.set(found.name, found);
      }
    }
    for (const [name, start] of before) {
      const best = newest.get(name)?.sequence ?? 0;
      if (best >= start + following - 1) {
        further.set(name, best);
      }
    }
    open = further;
  }
  return newest;
}
