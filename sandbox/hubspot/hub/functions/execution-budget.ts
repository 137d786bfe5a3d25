const minute = 60_000;

/** How long the code of every account was executed within the last minute. */
export class ExecutionBudget {
  private readonly spent = new Map<number, { readonly at: number; readonly millis: number }[]>();

  /** Milliseconds of the minute before `at`. */
  spentBy(portalId: number, at: number): number {
    const recent = (this.spent.get(portalId) ?? []).filter((each) => each.at > at - minute);
    this.spent.set(portalId, recent);
    return recent.reduce((sum, { millis }) => sum + millis, 0);
  }

  spend(portalId: number, at: number, millis: number): void {
    const list = this.spent.get(portalId);
    if (list === undefined) this.spent.set(portalId, [{ at, millis }]);
    else list.push({ at, millis });
  }
}
