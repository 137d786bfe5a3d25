import { meter } from '../../apex/run/meter.ts';

/**
 * Runs what a database does, which costs a transaction neither processor time nor heap: freeOfCharge(() => parseQuery(text)).
 * What it gives back is to be charged by whoever keeps it.
 */
export function freeOfCharge<T>(action: () => T): T {
  const before = { ...meter };
  try {
    return action();
  } finally {
    Object.assign(meter, before);
  }
}
