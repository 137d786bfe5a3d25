/** What a request for locks comes to. A waiting one is made again, at the latest when `until` has come. */
export type LockAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'waiting'; readonly until: number; readonly holder: string; readonly id: string }
  | {
      readonly kind: 'failed';
      readonly statusCode: 'UNABLE_TO_LOCK_ROW';
      readonly holder: string;
      readonly id: string;
    };

/** As documented: a statement waits ten seconds for a record that another transaction has locked. */
export const longestWait = 10_000;

/**
 * Which transaction holds which rows. Locks are taken all or none, are held until the transaction ends, and are the same for
 * writing and for FOR UPDATE. Time is an argument: new RowLocks().request(['a'], 'one', 0).kind → "granted".
 */
export class RowLocks {
  private readonly holders = new Map<string, string>();
  private readonly held = new Map<string, Set<string>>();
  private readonly waitingSince = new Map<string, number>();

  request(ids: Iterable<string>, transactionId: string, now: number): LockAnswer {
    const wanted = [...ids];
    const id = wanted.find((each) => (this.holders.get(each) ?? transactionId) !== transactionId);
    if (id === undefined) {
      this.take(wanted, transactionId);
      return { kind: 'granted' };
    }
    const holder = this.holders.get(id) ?? '';
    const since = this.waitingSince.get(transactionId) ?? now;
    if (now - since >= longestWait) {
      this.waitingSince.delete(transactionId);
      return { kind: 'failed', statusCode: 'UNABLE_TO_LOCK_ROW', holder, id };
    }
    this.waitingSince.set(transactionId, since);
    return { kind: 'waiting', until: since + longestWait, holder, id };
  }

  /** The transaction has ended, in whatever way. */
  release(transactionId: string): void {
    for (const id of this.held.get(transactionId) ?? []) {
      this.holders.delete(id);
    }
    this.held.delete(transactionId);
    this.waitingSince.delete(transactionId);
  }

  /** The rows that a transaction holds. */
  heldBy(transactionId: string): readonly string[] {
    return [...(this.held.get(transactionId) ?? [])];
  }

  /** Who holds a row: null where nobody does. */
  holderOf(id: string): string | null {
    return this.holders.get(id) ?? null;
  }

  private take(ids: readonly string[], transactionId: string): void {
    const own = this.held.get(transactionId) ?? new Set();
    for (const id of ids) {
      this.holders.set(id, transactionId);
      own.add(id);
    }
    this.held.set(transactionId, own);
    this.waitingSince.delete(transactionId);
  }
}
