/**
 * Items by a key, both in the order in which they came; as Map.groupBy, which Node 20 does not have.
 *
 * groupByKey(['a', 'bb', 'c'], (text) => text.length) → 1: a, c; 2: bb
 */
export function groupByKey<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}
