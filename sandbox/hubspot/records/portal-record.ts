import type { ChangeSource } from './record-change.ts';

/** A value that a property has or had. */
export type PropertyVersion = {
  readonly value: string;
  readonly at: number;
  readonly source: ChangeSource;
  /** What it was before. */
  readonly earlier: PropertyVersion | null;
};

/** A record of the portal. Only the portal's own code changes it; everybody else reads. */
export class PortalRecord {
  readonly objectTypeId: string;
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  /** When it was put into the recycling bin; null while it is in use. */
  archivedAt: number | null = null;
  readonly #latest = new Map<string, PropertyVersion>();

  constructor(objectTypeId: string, id: string, createdAt: number) {
    this.objectTypeId = objectTypeId;
    this.id = id;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** Null where it never had one; the empty text where it was taken away. */
  value(property: string): string | null {
    return this.#latest.get(property)?.value ?? null;
  }

  /** Whether there is something to read. */
  has(property: string): boolean {
    return (this.#latest.get(property)?.value ?? '') !== '';
  }

  /** Newest first. */
  history(property: string): PropertyVersion[] {
    const versions: PropertyVersion[] = [];
    for (let version = this.#latest.get(property) ?? null; version !== null; version = version.earlier) {
      versions.push(version);
    }
    return versions;
  }

  latest(property: string): PropertyVersion | null {
    return this.#latest.get(property) ?? null;
  }

  /** The names of all properties that have or had a value. */
  propertyNames(): string[] {
    return [...this.#latest.keys()];
  }

  /** Everything that it holds, by property. */
  values(): { [property: string]: string } {
    const values: { [property: string]: string } = {};
    for (const [property, version] of this.#latest) values[property] = version.value;
    return values;
  }

  /** Sets a value on top of at most `kept` − 1 earlier ones. */
  set(property: string, value: string, at: number, source: ChangeSource, kept: number): void {
    const before = this.#latest.get(property) ?? null;
    const earlier = kept <= 1 ? null : shorten(before, kept - 1);
    this.#latest.set(property, { value, at, source, earlier });
  }

  /** Takes over a history from elsewhere, newest first. */
  restoreHistory(property: string, versions: readonly PropertyVersion[]): void {
    let chain: PropertyVersion | null = null;
    for (const version of versions.toReversed()) chain = { ...version, earlier: chain };
    if (chain !== null) this.#latest.set(property, chain);
  }
}

/** The newest `kept` versions. Only a chain that is too long is copied. */
function shorten(newest: PropertyVersion | null, kept: number): PropertyVersion | null {
  const versions: PropertyVersion[] = [];
  for (let version = newest; version !== null; version = version.earlier) versions.push(version);
  if (versions.length <= kept) return newest;
  let chain: PropertyVersion | null = null;
  for (const version of versions.slice(0, kept).toReversed()) chain = { ...version, earlier: chain };
  return chain;
}
