import type { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

/** Runs an action and takes back all that it changed. What it had changed is named by object, jobs and the like as `work`. */
export function withoutTraces<T>(org: InMemoryOrg, action: () => T): { result: T; changed: string[] } {
  const { store } = org;
  return store.isolate(() => {
    const start = store.savepoint();
    const result = action();
    const taken = store.setAside(start);
    store.suspended.remove(taken);
    const changed = taken.flatMap((each) => (each.kind === 'step' ? [each.record?.objectName ?? 'work'] : []));
    return { result, changed: [...new Set(changed)].toSorted() };
  });
}
