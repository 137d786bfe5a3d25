// What the code uses and the oldest engine that runs it may not have: Node 20 in functions, a browser of 2023 on cards.
if (Map.groupBy === undefined) {
  Map.groupBy = (items, keyOf) => {
    const groups = new Map();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index);
      index += 1;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  };
}
