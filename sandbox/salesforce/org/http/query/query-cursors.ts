import { madeId } from '../answer/site.ts';
import type { OrgRow } from '../org-behind-http.ts';

export interface QueryCursor {
  readonly userId: string;
  readonly rows: readonly OrgRow[];
  readonly totalSize: number;
}

/** Results of which the rest can still be asked for; as on the platform the oldest of a user's go when there are too many. */
export class QueryCursors {
  private readonly cursors = new Map<string, QueryCursor>();
  private count = 0;
  private static readonly most = 10;

  /** Keeps a result under a locator of its own. */
  keep(cursor: QueryCursor): string {
    const locator = madeId('01g', ++this.count);
    this.cursors.set(locator, cursor);
    const ofUser = [...this.cursors].filter(([, each]) => each.userId === cursor.userId);
    for (const [oldest] of ofUser.slice(0, Math.max(0, ofUser.length - QueryCursors.most))) {
      this.cursors.delete(oldest);
    }
    return locator;
  }

  /** Null where it is unknown or somebody else's. */
  find(locator: string, userId: string): QueryCursor | null {
    const found = this.cursors.get(locator);
    return found?.userId === userId ? found : null;
  }

  forget(locator: string): void {
    this.cursors.delete(locator);
  }
}
