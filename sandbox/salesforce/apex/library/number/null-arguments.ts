import type { Implementation } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';

/** The same implementation, which refuses null for any of its arguments: withoutNull(Math.abs)(null) throws. */
export function withoutNull(implementation: Implementation): Implementation {
  return (...given: unknown[]) => {
    for (const each of given) {
      if (each === null) {
        raiseNullArgument();
      }
    }
    return implementation(...given);
  };
}
