import type { CallBudget, CallKind } from '../call-budget.ts';
import { CrmError } from '../crm-error.ts';

/**
 * Waits until the budget lets a call through, but no longer than the call has left.
 *
 * @throws CrmError `limited` when the time is over; nothing was sent then
 */
export function takeInTime(budget: CallBudget, kind: CallKind, restMillis: number): Promise<void> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(restMillis)));
  return new Promise((resolve, reject) => {
    // A budget need not know of signals; whoever waits must not wait for it.
    const giveUp = (): void =>
      reject(
        new CrmError('limited', "The portal's budget of calls left no room for this one in time; try again later.", {
          category: 'BUDGET',
        }),
      );
    signal.addEventListener('abort', giveUp, { once: true });
    budget
      .take(kind, signal)
      .then(resolve, (error: Error) => (signal.aborted ? giveUp() : reject(error)))
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}
