/** One change of one field, by their places; `rest` are the changes of later fields. */
type Chosen = { field: number; option: number; rest: Chosen | null };

/** The place of a field and of the option that it takes. */
export type TakenOption = { field: number; option: number };

/** More changes at once are no longer a small change. */
const mostChanges = 3;

/**
 * The fewest fields whose change carries a sum across, and among those the smallest sum: one field first, then two, then three.
 *
 * @param differences by field and option; only those in the wanted direction can help, so the others are not tried
 * @param isAcross whether so many points more (or less) are enough; more of the wanted direction is never worse
 * @returns in the order of fields, or null when no three are enough. Of equal sums the fields that come first are taken.
 *
 * differences [[5, 12], [8]] and at least 10 more → the second option of the first field; at least 15 → that and [8].
 */
export function smallestChanges(
  differences: readonly (readonly number[])[],
  direction: 'up' | 'down',
  isAcross: (sum: number) => boolean,
): TakenOption[] | null {
  const sign = direction === 'up' ? 1 : -1;
  const helpful = differences.map((options) => firstOfEach(options.map((amount) => amount * sign)));
  for (let count = 1; count <= mostChanges; count += 1) {
    const sums = sumsOf(helpful, count);
    const smallest = [...sums.keys()].sort((one, other) => one - other).find((sum) => isAcross(sum * sign));
    if (smallest !== undefined) {
      return listOf(sums.get(smallest)!);
    }
  }
  return null;
}

/** The options that help, each amount once: of options that do the same the first is taken. */
function firstOfEach(amounts: readonly number[]): { option: number; amount: number }[] {
  const seen = new Set<number>();
  return amounts.flatMap((amount, option) => {
    if (amount <= 0 || seen.has(amount)) {
      return [];
    }
    seen.add(amount);
    return [{ option, amount }];
  });
}

/** All sums of exactly so many fields' changes, each with the first way to it. Fields are added from the last to the first. */
function sumsOf(fields: readonly { option: number; amount: number }[][], count: number): Map<number, Chosen> {
  const none: Chosen = { field: -1, option: -1, rest: null };
  const byCount = [new Map<number, Chosen>([[0, none]])];
  for (let size = 1; size <= count; size += 1) {
    byCount.push(new Map());
  }
  for (let field = fields.length - 1; field >= 0; field -= 1) {
    // From many to few, so that no field is taken twice.
    for (let size = count; size >= 1; size -= 1) {
      for (const { option, amount } of fields[field]!) {
        for (const [sum, rest] of byCount[size - 1]!) {
          const chosen: Chosen = { field, option, rest: size === 1 ? null : rest };
          const known = byCount[size]!.get(sum + amount);
          if (known === undefined || isBefore(chosen, known)) {
            byCount[size]!.set(sum + amount, chosen);
          }
        }
      }
    }
  }
  return byCount[count]!;
}

/** By the order of fields; with the same fields, by that of options. */
function isBefore(one: Chosen, other: Chosen): boolean {
  return (compareBy('field', one, other) || compareBy('option', one, other)) < 0;
}

function compareBy(place: 'field' | 'option', one: Chosen, other: Chosen): number {
  let here: Chosen | null = one;
  let there: Chosen | null = other;
  while (here !== null && there !== null) {
    if (here[place] !== there[place]) {
      return here[place] - there[place];
    }
    here = here.rest;
    there = there.rest;
  }
  return 0;
}

function listOf(chosen: Chosen): TakenOption[] {
  const taken: TakenOption[] = [];
  for (let next: Chosen | null = chosen; next !== null; next = next.rest) {
    taken.push({ field: next.field, option: next.option });
  }
  return taken;
}
