import { act, useSyncExternalStore } from 'react';
import type { PropertyValues } from '../../../../hubspot/handlers/crm/crm.ts';

/** The properties of the record on the screen, which tell whoever reads them that they have changed, as HubSpot's do. */
export class ToldRecord {
  refetched = 0;
  #properties: PropertyValues | null;
  readonly #listeners = new Set<() => void>();

  constructor(properties: PropertyValues | null) {
    this.#properties = properties;
  }

  change(properties: PropertyValues): void {
    act(() => {
      this.#properties = { ...this.#properties, ...properties };
      for (const changed of this.#listeners) changed();
    });
  }

  /** What stands in for useCrmProperties. */
  readonly useProperties = () => ({
    properties: {
      ...useSyncExternalStore(
        (changed) => {
          this.#listeners.add(changed);
          return () => this.#listeners.delete(changed);
        },
        () => this.#properties,
      ),
    },
    error: this.#properties === null ? new Error('not allowed') : null,
    isLoading: false,
    isRefetching: false,
    refetch: () => {
      this.refetched += 1;
      return Promise.resolve();
    },
  });
}
