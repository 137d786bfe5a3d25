/** One step of a JSON patch (RFC 6902): add, replace or remove. */
export type Patch = { op: 'add' | 'replace' | 'remove'; path: string; value?: unknown };

type Holder = Record<string, unknown>;

/** A copy with the steps applied. "-" is the place after a list's last entry. */
export function patched<Value>(value: Value, patch: readonly Patch[]): Value {
  const copy = structuredClone(value);
  for (const { op, path, value: put } of patch) {
    const steps = path.split('/').slice(1);
    const last = steps.pop()!;
    const holder = steps.reduce<unknown>((inner, step) => (inner as Holder)[step], copy);
    if (!Array.isArray(holder)) {
      change(holder as Holder, last, op, put);
    } else if (op === 'replace') {
      holder[Number(last)] = put;
    } else {
      holder.splice(
        last === '-' ? holder.length : Number(last),
        op === 'remove' ? 1 : 0,
        ...(op === 'add' ? [put] : []),
      );
    }
  }
  return copy;
}

function change(holder: Holder, name: string, op: Patch['op'], put: unknown): void {
  if (op === 'remove') {
    delete holder[name];
  } else {
    holder[name] = put;
  }
}
