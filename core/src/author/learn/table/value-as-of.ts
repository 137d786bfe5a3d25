/** One change of a field: when, and what it was from then on; null is empty. Any order. */
export type FieldChange<Value> = { changedAt: number; value: Value | null };

/** What is known of a field's past: every change of it, or nothing but its present value. */
export type FieldPast<Value> =
  | { kind: 'history'; changes: readonly FieldChange<Value>[] }
  /** `isUntouched`: the record was never changed since it was made, so the value is the first one. */
  | { kind: 'present'; value: Value | null; isUntouched: boolean };

/**
 * The value that a field had at a moment. Without a history the present value counts only when it must have been there from the beginning;
 * otherwise it is not known, because what was filled in later may tell the outcome.
 *
 * Changes to "a" at 10 and "b" at 20, asked for 15 → "a"; asked for 5 → null.
 */
export function valueAsOf<Value>(past: FieldPast<Value>, moment: number): Value | null {
  if (past.kind === 'present') {
    return past.isUntouched ? past.value : null;
  }
  let latest: FieldChange<Value> | null = null;
  for (const change of past.changes) {
    if (change.changedAt <= moment && (latest === null || change.changedAt >= latest.changedAt)) {
      latest = change;
    }
  }
  return latest?.value ?? null;
}

/** When the field was last changed after a moment; null when it was not, or nobody knows. */
export function lastChangeAfter<Value>(past: FieldPast<Value>, moment: number): number | null {
  if (past.kind === 'present') {
    return null;
  }
  const later = past.changes.filter(({ changedAt }) => changedAt > moment).map(({ changedAt }) => changedAt);
  return later.length === 0 ? null : Math.max(...later);
}
