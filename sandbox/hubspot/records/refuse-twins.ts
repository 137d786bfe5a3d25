import { refuseExistingContact, refuseTakenValue } from './check-properties.ts';
import type { KnownType } from './portal-schema.ts';
import type { PortalState } from './portal-state.ts';
import { isKeptUnique } from './write-values.ts';

/** Refuses writes of one request that would take a unique value from each other. */
export function refuseTwins(
  state: PortalState,
  type: KnownType,
  writes: readonly { readonly values: ReadonlyMap<string, string> }[],
): void {
  const seen = new Map<string, number>();
  for (const [position, { values }] of writes.entries()) {
    for (const [property, value] of values) {
      if (value === '' || !isKeptUnique(type, property)) continue;
      const key = JSON.stringify([property, value.toLowerCase()]);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, position);
      else if (property === 'email') throw refuseExistingContact(null);
      else throw refuseTakenValue(state, type, property, value, null, `input ${before}`);
    }
  }
}
