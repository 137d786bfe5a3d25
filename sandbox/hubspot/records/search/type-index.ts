import type { IndexedValues } from './search-request.ts';

/** The records of a type as searches know them. Properties that are looked up by value get an index when it is first needed. */
export class TypeIndex {
  readonly #records = new Map<string, IndexedValues>();
  readonly #byValue = new Map<string, Map<string, Set<string>>>();

  /** Null takes the record away. */
  put(id: string, values: IndexedValues | null): void {
    const before = this.#records.get(id);
    for (const [property, ids] of this.#byValue) {
      if (before !== undefined) for (const value of keysOf(before[property])) ids.get(value)?.delete(id);
      if (values !== null) for (const value of keysOf(values[property])) addTo(ids, value, id);
    }
    if (values === null) this.#records.delete(id);
    else this.#records.set(id, values);
  }

  find(id: string): IndexedValues | null {
    return this.#records.get(id) ?? null;
  }

  ids(): IterableIterator<string> {
    return this.#records.keys();
  }

  /** The ids of records that may have one of some values: a superset, for the index knows neither case nor order. */
  idsOf(property: string, values: readonly string[]): Set<string> {
    const byValue = this.#byValue.get(property) ?? this.#build(property);
    const ids = new Set<string>();
    for (const value of values) for (const id of byValue.get(value.toLowerCase()) ?? []) ids.add(id);
    return ids;
  }

  #build(property: string): Map<string, Set<string>> {
    const byValue = new Map<string, Set<string>>();
    for (const [id, values] of this.#records) for (const value of keysOf(values[property])) addTo(byValue, value, id);
    this.#byValue.set(property, byValue);
    return byValue;
  }
}

/** What a value is found under: itself, and each of several that semicolons separate. */
function keysOf(value: string | undefined): string[] {
  if (value === undefined || value === '') return [];
  const lower = value.toLowerCase();
  return lower.includes(';') ? [...new Set([lower, ...lower.split(';')])] : [lower];
}

function addTo(byValue: Map<string, Set<string>>, value: string, id: string): void {
  const ids = byValue.get(value);
  if (ids === undefined) byValue.set(value, new Set([id]));
  else ids.add(id);
}
