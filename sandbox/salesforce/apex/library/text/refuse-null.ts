import type { Implementation, Members } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';

/** Implementations behind a check that no argument is null: refuseNull({ 'Boolean contains(String substring)': … }). */
export function refuseNull(members: Readonly<Record<string, Implementation>>): Members {
  return Object.fromEntries(
    Object.entries(members).map(([signature, implementation]) => [signature, checked(implementation)]),
  );
}

/** One function for each number of arguments: calls of these are frequent, and rest parameters cost more than the check. */
function checked(implementation: Implementation): Implementation {
  switch (implementation.length) {
    case 0:
      return implementation;
    case 1:
      return (a: unknown) => implementation(a === null ? raiseNullArgument() : a);
    case 2:
      return (a: unknown, b: unknown) => implementation(a, b === null || a === null ? raiseNullArgument() : b);
    case 3:
      return (a: unknown, b: unknown, c: unknown) =>
        implementation(a, b, a === null || b === null || c === null ? raiseNullArgument() : c);
    default:
      return (...given: unknown[]): unknown => implementation(...(given.includes(null) ? raiseNullArgument() : given));
  }
}
