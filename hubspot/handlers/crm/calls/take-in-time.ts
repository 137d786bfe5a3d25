import type { CallBudget, CallKind } from '../call-budget.ts';
import { CrmError } from '../crm-error.ts';

/**
 * Waits until the budget lets a call through, but no longer than the call has left.
 *
 * @throws CrmError `limited` when the time is over; nothing was sent then
 */
export async function takeInTime(budget: CallBudget, kind: CallKind, restMillis: number): Promise<void> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(restMillis)));
  const { promise: over, reject } = Promise.withResolvers<never>();
  const tooLate = (): void =>
    reject(
      new CrmError('limited', "The portal's budget of calls left no room for this one in time; try again later.", {
        category: 'BUDGET',
      }),
    );
  signal.addEventListener('abort', tooLate, { once: true });
  // A budget need not know of signals; whoever waits must not wait for it.
  const taken = budget.take(kind, signal).catch((error: unknown) => {
    if (signal.aborted) {
      return over;
    }
    throw error;
  });
  try {
    await Promise.race([taken, over]);
  } finally {
    signal.removeEventListener('abort', tooLate);
  }
}
